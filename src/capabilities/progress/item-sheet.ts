import type { PlainDate } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import type { OfficialDocument, Row, Section } from '#web/document/index.ts'
import { ancestorsOf, legendOf, type Plan, type PlanItem, readMarks } from '../plans/index.ts'
import type { PastReport } from './queries/history.ts'
import { figureText, gradeText } from './words.ts'

type Given = {
  readonly plan: Plan
  readonly items: readonly PlanItem[]
  readonly item: PlanItem
  readonly history: readonly PastReport[]
  readonly date: PlainDate
}

const row = (label: string, value: string | undefined): readonly Row[] =>
  value ? [{ label, value }] : []

const departmentsOf = (city: City, item: PlanItem): string =>
  item.departmentsAsPrinted ??
  item.departments.map((code) => nameOfCode(city.departments, code).ja).join('、')

/** What the plan prints of the item, in the order of its sheet. */
const printedRows = (city: City, { plan, items, item }: Given): readonly Row[] => [
  ...row('整理番号', item.no),
  ...ancestorsOf(items, item).map((above) => ({
    label: plan.levels.find(({ code }) => code === above.level)?.name.ja ?? above.level,
    value: `${above.no}　${above.title.ja}`,
  })),
  ...row('推進項目', `${item.title.ja}${item.flags.map(({ ja }) => `【${ja}】`).join('')}`),
  ...row('分類', item.class && legendOf(plan.classes, item.class).label.ja),
  ...row('担当課', departmentsOf(city, item)),
  ...row('実施主体', item.actors.map(({ ja }) => ja).join('、')),
  ...row(
    '対象',
    item.targets.map(({ label, checked }) => `${checked ? '■' : '□'}${label.ja}`).join('　'),
  ),
  ...row('目的', item.purpose?.ja),
  ...row('現状と課題', item.present?.ja),
  ...row('推進内容', item.content?.ja),
  ...row('ポイント', item.points.map(({ ja }) => `・${ja}`).join('\n')),
  ...row('完了の目安', item.completion?.ja),
  ...row('根拠', item.articles.map(({ name }) => name.ja).join('\n')),
  ...row('関連するSDGs', item.sdgs.join('、')),
]

/** 年次計画: the marks as the plan prints them, arrows too. */
const marksSection = ({ plan, item }: Given): readonly Section[] => {
  const cells = readMarks(item.marks, plan.years).filter(({ kind }) => kind !== 'none')
  const [first, ...rest] = cells
  if (!first) return []
  const column = (year: number) => ({
    // 平成20年度 above （2008年度）: five of them stand side by side.
    label: formatFiscalYear(year, 'ja').replace('（', '\n（'),
    width: 1,
    align: 'center' as const,
  })
  return [
    {
      title: '年次計画',
      blocks: [
        {
          kind: 'table',
          columns: [column(first.year), ...rest.map(({ year }) => column(year))],
          rows: [cells.map(({ kind, printed }) => (kind === 'blank' ? '' : (printed ?? '')))],
        },
      ],
    },
  ]
}

const reportRows = (city: City, one: PastReport): readonly Row[] => {
  const { report, item, scale, department } = one
  const name = nameOfCode(city.departments, department).ja
  if (!report) return [{ label: name, value: '報告がありません' }]
  return [
    { label: `${name}${report.leads ? '（主担当）' : ''}`, value: report.results },
    ...item.figures.flatMap((figure) => {
      const given = report.figures[figure.code]
      return given ? [{ label: figure.label.ja, value: figureText(given.value, figure, 'ja') }] : []
    }),
    ...row('進捗の区分', report.grade && gradeText(scale, report.grade, 'ja')),
    ...row('次年度の取組', report.next),
  ]
}

const yearSections = (city: City, { history }: Given): readonly Section[] =>
  [...new Set(history.map(({ fiscalYear }) => fiscalYear))].map((year) => ({
    title: `${formatFiscalYear(year, 'ja')}の実績`,
    blocks: [
      {
        kind: 'rows',
        rows: history
          .filter(({ fiscalYear }) => fiscalYear === year)
          .flatMap((one) => reportRows(city, one)),
      },
    ],
  }))

/** The sheet of one item, as the plan has one: what it prints, its marks, and what came of it. */
export const composeItemSheet = (city: City, given: Given): OfficialDocument => ({
  kind: 'sheet',
  lang: 'ja',
  city: city.name.ja,
  title: `${given.item.no}　${given.item.title.ja}`,
  subtitle: given.plan.title.ja,
  date: given.date,
  blocks: [{ kind: 'rows', rows: printedRows(city, given) }],
  sections: [...marksSection(given), ...yearSections(city, given)],
})
