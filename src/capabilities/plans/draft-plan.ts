import type { Bilingual } from '#kernel/bilingual.ts'
import type { DraftItem, PlanDraft, WholeDraft } from './draft.ts'
import { inPrintedOrder } from './draft-tree.ts'
import { blankMark, continuedMark } from './marks.ts'
import type { Values } from './merge.ts'
import type { Plan, PlanItem } from './plan.ts'

const at = (values: Values, name: string): string => values[name] ?? ''

const textOf = (values: Values, name: string): Bilingual | undefined => {
  const ja = at(values, `${name}_ja`)
  return ja === '' ? undefined : { ja, en: at(values, `${name}_en`) || ja }
}

const listOf = (values: Values, name: string): string[] =>
  at(values, name)
    .split('\n')
    .filter((line) => line !== '')

const linesOf = (values: Values, name: string): Bilingual[] => {
  const english = listOf(values, `${name}_en`)
  return listOf(values, `${name}_ja`).map((ja, row) => ({ ja, en: english[row] ?? ja }))
}

/** Rows of repeated fields, in their order: `classes.0.code`. */
export const rowsOf = (values: Values, name: string): Values[] => {
  const found = new Map<number, Record<string, string>>()
  for (const [field, value] of Object.entries(values)) {
    const [of, row, column] = field.split('.')
    if (of !== name || column === undefined || !/^\d{1,4}$/.test(row ?? '')) continue
    const known = found.get(Number(row)) ?? {}
    known[column] = value
    found.set(Number(row), known)
  }
  return [...found].toSorted(([a], [b]) => a - b).map(([, row]) => row)
}

const nameIn = (row: Values): Bilingual => ({
  ja: at(row, 'ja'),
  en: at(row, 'en') || at(row, 'ja'),
})

const labelled = (row: Values): Plan['classes'][number] => ({
  code: at(row, 'code'),
  label: nameIn(row),
  meaning: row.meaning_ja
    ? { ja: row.meaning_ja, en: at(row, 'meaning_en') || row.meaning_ja }
    : undefined,
})

const always: Plan['marks'] = [
  { code: continuedMark, label: { ja: '→', en: '→' } },
  { code: blankMark, label: { ja: '空欄', en: 'Blank' } },
]

const yearsOf = (legends: Values): number[] => {
  const [from, to] = [Number(at(legends, 'years_from')), Number(at(legends, 'years_to'))]
  return from > 0 && to >= from ? Array.from({ length: to - from + 1 }, (_, n) => from + n) : []
}

/** Marks in the plan's own words; the arrow and the empty cell are in every plan that has years. */
const marksOf = (legends: Values): Plan['marks'] => {
  const own = rowsOf(legends, 'marks').map(labelled)
  if (yearsOf(legends).length === 0) return own
  return [...own, ...always.filter(({ code }) => own.every((mark) => mark.code !== code))]
}

const legendsOf = (legends: Values) => ({
  levels: rowsOf(legends, 'levels').map((row) => ({ code: at(row, 'code'), name: nameIn(row) })),
  classes: rowsOf(legends, 'classes').map(labelled),
  marks: marksOf(legends),
  grades: rowsOf(legends, 'grades').map((row) => ({
    ...labelled(row),
    band: row.band || undefined,
  })),
  targets: rowsOf(legends, 'targets').map((row) => ({ code: at(row, 'code'), label: nameIn(row) })),
  figures: rowsOf(legends, 'figures').map((row) => ({
    code: at(row, 'code'),
    label: nameIn(row),
    value: at(row, 'value'),
    unit: row.unit ? { ja: row.unit, en: at(row, 'unit_en') || row.unit } : undefined,
    source: at(row, 'source') || '—',
  })),
  years: yearsOf(legends),
})

const nothing: Bilingual = { ja: '', en: '' }

/** The plan as it stands in the draft; what is still missing is empty. */
export const planOfDraft = (
  draft: Pick<PlanDraft, 'series'>,
  { facts, legends }: Pick<WholeDraft, 'facts' | 'legends'>,
  published: { readonly id: string; readonly version: number },
): Plan => {
  const { values } = facts
  const from = Number(at(values, 'period_from'))
  const to = Number(at(values, 'period_to'))
  return {
    id: published.id,
    series: draft.series,
    version: published.version,
    title: textOf(values, 'title') ?? nothing,
    kind: at(values, 'kind') as Plan['kind'],
    status: at(values, 'status') as Plan['status'],
    department: values.department || undefined,
    adopted: values.adopted || undefined,
    period: from > 0 ? { from, to: to > 0 ? to : null } : null,
    about: textOf(values, 'about') ?? nothing,
    opinions: textOf(values, 'opinions'),
    warnings: [],
    source: at(values, 'source'),
    ...legendsOf(legends.values),
  }
}

const targetsOf = (plan: Plan, values: Values): PlanItem['targets'] => {
  const checked = listOf(values, 'targets')
  if (checked.length === 0) return []
  const own = textOf(values, 'target_own')
  return plan.targets.map(({ code, label }) => ({
    code,
    label: own && code === values.target_own ? own : label,
    checked: checked.includes(code),
  }))
}

const articlesOf = (values: Values): PlanItem['articles'] => {
  const urls = at(values, 'article_urls').split('\n')
  return linesOf(values, 'articles').map((name, row) => {
    const url = urls[row] ?? ''
    return url === '' || url === '-' ? { name } : { name, url }
  })
}

/** One item with its facts, in the place and under the numbers that the draft gives it. */
const itemOf = (plan: Plan, item: DraftItem, noOf: (id: string) => string): PlanItem => {
  const { values } = item
  const no = at(values, 'no')
  return {
    no,
    key: item.id === no ? undefined : item.id,
    level: at(values, 'level'),
    parent: item.parentId === null ? null : noOf(item.parentId),
    title: textOf(values, 'title') ?? nothing,
    aliasOf: values.alias ? noOf(values.alias) : undefined,
    class: values.class || undefined,
    grade: values.grade || undefined,
    flags: linesOf(values, 'flags'),
    departments: listOf(values, 'departments'),
    departmentsAsPrinted: values.departments_printed || undefined,
    actors: linesOf(values, 'actors'),
    targets: targetsOf(plan, values),
    purpose: textOf(values, 'purpose'),
    present: textOf(values, 'present'),
    content: textOf(values, 'content'),
    points: linesOf(values, 'points'),
    completion: textOf(values, 'completion'),
    articles: articlesOf(values),
    sdgs: listOf(values, 'sdgs').map(Number),
    source: at(values, 'source') || plan.source,
    marks: Object.fromEntries(
      plan.years.flatMap((year) => {
        const code = at(values, `mark_${year}`)
        return code === '' ? [] : [[String(year), code]]
      }),
    ),
  }
}

/** The items as the plan will print them, from the top down. */
export const itemsOfDraft = (plan: Plan, items: readonly DraftItem[]): PlanItem[] => {
  const numbers = new Map(items.map(({ id, values }) => [id, at(values, 'no')]))
  const noOf = (id: string): string => numbers.get(id) ?? ''
  return inPrintedOrder(items).map(({ item }) => itemOf(plan, item, noOf))
}
