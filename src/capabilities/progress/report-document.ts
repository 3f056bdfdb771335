import type { PlainDate } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { bandText, type Scale } from '#kernel/scale.ts'
import type { Block, OfficialDocument, Row, Section } from '#web/document/index.ts'
import { gradedOf, type ReportedBy, type YearItem } from './published.ts'
import type { Comment } from './queries/comments.ts'
import type { Draft, RoundItem } from './report.ts'
import type { Round } from './round.ts'
import { type GradeTally, tallyBranches, tallyGrades } from './tally.ts'
import { figureText, gradeText, markText } from './words.ts'

/** A year of a plan with all that is published of it. */
export type YearReport = {
  readonly round: Round
  readonly items: readonly YearItem[]
  readonly comments: readonly Comment[]
}

const nothing = '報告がありません'

const nameOf = (city: City, code: string): string => nameOfCode(city.departments, code).ja

const countText = ({ count, percent }: GradeTally['counts'][number]): string =>
  percent ? `${count}（${percent}%）` : String(count)

/** Grades of all items and of each branch, as one table. */
const tallyTable = ({ round, items }: YearReport): Block => {
  const graded = items.map(gradedOf)
  const { grades } = round.scale
  const countOf = (tally: GradeTally, code: string | undefined): string => {
    const one = tally.counts.find(({ grade }) => grade?.code === code)
    return one ? countText(one) : '0'
  }
  const row = (label: string, tally: GradeTally) => [
    label,
    String(tally.all),
    ...grades.map(({ code }) => countOf(tally, code)),
    countOf(tally, undefined),
  ]
  const titles = new Map(items.flatMap(({ item }) => item.above.map((one) => [one.no, one.title])))
  return {
    kind: 'table',
    caption: '進捗の区分ごとの項目数（割合は小数第3位を四捨五入）',
    columns: [
      { label: '分野', width: 4 },
      { label: '項目', width: 1, align: 'right' },
      ...grades.map(({ code }) => ({ label: code, width: 2, align: 'right' as const })),
      { label: '報告なし', width: 2, align: 'right' },
    ],
    rows: tallyBranches(round.scale, graded, 0).map(({ no, tally }) =>
      row(`${no} ${titles.get(no)?.ja ?? ''}`, tally),
    ),
    total: row('合計', tallyGrades(round.scale, graded)),
  }
}

const scaleBlocks = (scale: Scale): readonly Block[] => [
  {
    kind: 'rows',
    rows: scale.grades.map((grade) => ({
      label: grade.code,
      value: [grade.label.ja, bandText(grade)?.ja, grade.meaning?.ja]
        .filter((text) => text && text !== grade.code)
        .join('　'),
    })),
  },
  ...(scale.warning ? [{ kind: 'note' as const, text: scale.warning.ja }] : []),
]

const figureRows = (item: RoundItem, { figures }: Pick<Draft, 'figures'>): readonly Row[] =>
  item.figures.flatMap((figure) => {
    const given = figures[figure.code]
    if (!given) return []
    const by = given.counted
      ? `（${formatDate(given.counted.asOf, 'ja')}現在、このサイトの記録から）`
      : ''
    return [{ label: figure.label.ja, value: `${figureText(given.value, figure, 'ja')}${by}` }]
  })

const reportRows = (
  city: City,
  round: Round,
  { item, one }: { readonly item: RoundItem; readonly one: ReportedBy },
): readonly Row[] => {
  const { report, department, leads, late } = one
  const name = `${nameOf(city, department)}${leads ? '（主担当）' : ''}`
  if (!report) return [{ label: name, value: nothing }]
  return [
    { label: name, value: late ? `${report.results}\n（期限の後に報告）` : report.results },
    ...figureRows(item, report),
    ...(report.grade === ''
      ? []
      : [{ label: '進捗の区分', value: gradeText(round.scale, report.grade, 'ja') }]),
    ...(report.next === '' ? [] : [{ label: '次年度の取組', value: report.next }]),
  ]
}

const commentRows = (comments: readonly Comment[]): readonly Row[] =>
  comments.flatMap(({ body, answer }) => [
    { label: '委員会の意見', value: body },
    { label: '市の回答', value: answer },
  ])

const itemBlocks = (city: City, { round, comments }: YearReport, one: YearItem): Block[] => {
  const { item, by } = one
  const mark = item.mark ? [{ label: '計画の印', value: markText(item.mark, 'ja') }] : []
  return [
    { kind: 'heading', text: `${item.no}　${item.title.ja}`, level: 2 },
    {
      kind: 'rows',
      rows: [
        ...mark,
        ...by.flatMap((reported) => reportRows(city, round, { item, one: reported })),
        ...commentRows(comments.filter(({ no }) => no === item.no)),
      ],
    },
  ]
}

const branchSections = (city: City, report: YearReport): readonly Section[] => {
  const branches = [...new Set(report.items.map(({ item }) => item.above[0]?.no ?? ''))]
  return branches.map((no) => {
    const mine = report.items.filter(({ item }) => (item.above[0]?.no ?? '') === no)
    const title = mine[0]?.item.above[0]?.title.ja ?? '項目'
    return {
      title: `${no} ${title}`.trim(),
      blocks: mine.flatMap((one) => itemBlocks(city, report, one)),
    }
  })
}

/** 年度の進捗報告書: tallies, then every item in the order of the plan, with comments and answers. */
export const composeYearReport = (
  city: City,
  report: YearReport,
  given: { readonly date: PlainDate; readonly number: string },
): OfficialDocument => {
  const { round, items, comments } = report
  const whole = comments.filter(({ no }) => no === null)
  const missing = items.filter((one) => one.missing)
  return {
    kind: 'sheet',
    lang: 'ja',
    city: city.name.ja,
    title: `${formatFiscalYear(round.fiscalYear, 'ja')}　進捗報告書${round.sample ? '（見本）' : ''}`,
    subtitle: round.planTitle.ja,
    date: given.date,
    number: given.number,
    sections: [
      { title: '集計', blocks: [tallyTable(report), ...scaleBlocks(round.scale)] },
      ...(missing.length > 0
        ? [
            {
              title: '報告のない項目',
              blocks: [
                {
                  kind: 'list' as const,
                  items: missing.map(
                    ({ item, by }) =>
                      `${item.no} ${item.title.ja}（${by.map(({ department }) => nameOf(city, department)).join('、')}）`,
                  ),
                },
              ],
            },
          ]
        : []),
      ...(whole.length > 0
        ? [
            {
              title: '全体についての委員会の意見と市の回答',
              blocks: [{ kind: 'rows' as const, rows: commentRows(whole) }],
            },
          ]
        : []),
      ...branchSections(city, report),
    ],
  }
}
