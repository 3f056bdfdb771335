import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { nameOfCode } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import type { OfficialDocument } from '#web/document/index.ts'
import type { Project } from '../projects/index.ts'
import type { Definition, Evaluation } from './evaluation.ts'
import type { Result } from './published.ts'
import { type Comparison, formatDifference, meanOf, nameOfScore } from './scores.ts'

const scaleText = ({ scale }: Definition): string =>
  scale.map(({ value, label }) => `${value}：${label.ja}`).join('　')

const scoreTable = (comparisons: readonly Comparison[]) =>
  ({
    kind: 'table',
    columns: [
      { label: '項目', width: 5 },
      { label: '団体', width: 1, align: 'center' },
      { label: '市', width: 1, align: 'center' },
      { label: '差', width: 1, align: 'center' },
    ],
    rows: comparisons.map(({ item, group, city, difference }) => [
      item.label.ja,
      String(group.score),
      String(city.score),
      formatDifference(difference),
    ]),
    total: ['平均', meanOf(comparisons, 'group'), meanOf(comparisons, 'city'), ''],
  }) as const

const sayings = (one: Comparison, definition: Definition, explanations: Result['explanations']) => [
  {
    label: '団体',
    value: [
      `${one.group.score}（${nameOfScore(definition, one.group.score).ja}）`,
      one.group.comment,
    ]
      .filter(Boolean)
      .join('\n'),
  },
  {
    label: '市',
    value: [`${one.city.score}（${nameOfScore(definition, one.city.score).ja}）`, one.city.comment]
      .filter(Boolean)
      .join('\n'),
  },
  ...(explanations.get(one.item.code)
    ? [{ label: '違いの説明', value: explanations.get(one.item.code) ?? '' }]
    : []),
]

const itemBlocks = (result: Result, definition: Definition) =>
  result.comparisons.flatMap(
    (one) =>
      [
        { kind: 'heading', text: one.item.label.ja, level: 2 },
        { kind: 'rows', rows: sayings(one, definition, result.explanations) },
      ] as const,
  )

const committeeBlocks = (result: Result) => [
  {
    kind: 'rows' as const,
    rows: result.tally
      .filter(({ count }) => count > 0)
      .map(({ label, count }) => ({ label: label.ja, value: `${count}人` })),
  },
  ...(result.opinions.length > 0 ? [{ kind: 'list' as const, items: result.opinions }] : []),
]

/** The whole evaluation as everyone may read it, as a sheet of paper. */
export const composeEvaluationSheet = (
  city: City,
  given: {
    readonly project: Project
    readonly evaluation: Evaluation
    readonly result: Result
    readonly date: PlainDate
    readonly number: string
  },
): OfficialDocument => {
  const { project, evaluation, result, date, number } = given
  const { definition } = evaluation
  return {
    kind: 'sheet',
    lang: 'ja',
    city: city.name.ja,
    title: '協働事業評価書',
    subtitle: project.title,
    date,
    number,
    blocks: [
      {
        kind: 'rows',
        rows: [
          { label: '団体', value: project.groupName },
          { label: '担当課', value: nameOfCode(city.departments, project.department).ja },
          {
            label: '年度',
            value: [...new Set([project.firstFiscalYear, project.lastFiscalYear])]
              .map((year) => formatFiscalYear(year, 'ja'))
              .join('から'),
          },
        ],
      },
    ],
    sections: [
      {
        title: '自己評価と相互評価',
        blocks: [
          { kind: 'note', text: scaleText(definition) },
          scoreTable(result.comparisons),
          ...itemBlocks(result, definition),
        ],
      },
      { title: `第三者評価（${definition.committee.ja}）`, blocks: committeeBlocks(result) },
      {
        title: '市の回答',
        blocks: [{ kind: 'paragraph', text: evaluation.cityAnswer ?? '' }],
      },
      {
        title: '次の年度の扱い',
        blocks: [{ kind: 'paragraph', text: evaluation.nextYear ?? '' }],
      },
    ],
  }
}
