import type { Bilingual } from '#kernel/bilingual.ts'
import { both } from '#kernel/bilingual.ts'
import { keyOf, type Plan, type PlanItem } from './plan.ts'

/** A version of a plan with its items. */
export type Version = { readonly plan: Plan; readonly items: readonly PlanItem[] }

/** What of an item is compared as text. */
export const comparedFields = [
  'title',
  'class',
  'grade',
  'flags',
  'departments',
  'actors',
  'targets',
  'purpose',
  'present',
  'content',
  'points',
  'completion',
  'articles',
  'sdgs',
] as const
export type ComparedField = (typeof comparedFields)[number]

/** A text in two versions; empty where one of them does not have it. */
export type TextChange<Name> = {
  readonly name: Name
  readonly before: Bilingual
  readonly after: Bilingual
}

export type MarkChange = {
  readonly year: number
  /** The codes as printed; undefined where there is no cell. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/** One item in two versions of its plan. */
export type ItemChange = {
  readonly before: PlanItem | undefined
  readonly after: PlanItem | undefined
  readonly renumbered: boolean
  /** It stands below another item than before. */
  readonly moved: boolean
  readonly texts: readonly TextChange<ComparedField>[]
  readonly marks: readonly MarkChange[]
}

const nothing = both('', '')

const lines = (list: readonly Bilingual[]): Bilingual => ({
  ja: list.map(({ ja }) => ja).join('\n'),
  en: list.map(({ en }) => en).join('\n'),
})

type Names = (code: string) => Bilingual
export type Reading = { readonly department: Names }

const labelIn = (
  list: readonly { readonly code: string; readonly label: Bilingual }[],
  code: string | undefined,
): Bilingual =>
  code === undefined ? nothing : (list.find((one) => one.code === code)?.label ?? both(code, code))

const departmentsOf = (item: PlanItem, { department }: Reading): Bilingual => {
  const named = lines(item.departments.map(department))
  const printed = item.departmentsAsPrinted
  return printed === undefined ? named : { ja: printed, en: named.en || printed }
}

const textsOf = (
  plan: Plan,
  item: PlanItem,
  reading: Reading,
): Record<ComparedField, Bilingual> => ({
  title: item.title,
  class: labelIn(plan.classes, item.class),
  grade: labelIn(plan.grades, item.grade),
  flags: lines(item.flags),
  departments: departmentsOf(item, reading),
  actors: lines(item.actors),
  targets: lines(item.targets.filter(({ checked }) => checked).map(({ label }) => label)),
  purpose: item.purpose ?? nothing,
  present: item.present ?? nothing,
  content: item.content ?? nothing,
  points: lines(item.points),
  completion: item.completion ?? nothing,
  articles: lines(item.articles.map(({ name }) => name)),
  sdgs: lines(item.sdgs.map((goal) => both(`SDGs ${goal}`, `SDG ${goal}`))),
})

const differ = (one: Bilingual, other: Bilingual): boolean =>
  one.ja !== other.ja || one.en !== other.en

const changedTexts = <Name extends string>(
  names: readonly Name[],
  before: Readonly<Record<Name, Bilingual>>,
  after: Readonly<Record<Name, Bilingual>>,
): TextChange<Name>[] =>
  names
    .filter((name) => differ(before[name], after[name]))
    .map((name) => ({ name, before: before[name], after: after[name] }))

const changedMarks = (before: PlanItem['marks'], after: PlanItem['marks']): MarkChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .filter((year) => before[year] !== after[year])
    .map((year) => ({ year: Number(year), before: before[year], after: after[year] }))

type Pair = readonly [PlanItem | undefined, PlanItem | undefined]

/**
 * Which items are the same in two versions: those with one key; of the rest, those that alone in their version have
 * one title, as documents renumber what they keep.
 */
export const pairItems = (before: readonly PlanItem[], after: readonly PlanItem[]): Pair[] => {
  const old = new Map(before.map((item) => [keyOf(item), item]))
  const kept = new Set(after.map(keyOf).filter((key) => old.has(key)))
  const gone = before.filter((item) => !kept.has(keyOf(item)))
  const fresh = after.filter((item) => !kept.has(keyOf(item)))
  const alone = (list: readonly PlanItem[], item: PlanItem): PlanItem | undefined => {
    const same = list.filter((one) => one.title.ja === item.title.ja && !one.aliasOf)
    return same.length === 1 && !item.aliasOf ? same[0] : undefined
  }
  const renamed = new Map<PlanItem, PlanItem>()
  for (const item of fresh) {
    const was = alone(gone, item)
    if (was && alone(fresh, item)) renamed.set(item, was)
  }
  const paired = after.map((item): Pair => [old.get(keyOf(item)) ?? renamed.get(item), item])
  const found = new Set(paired.map(([was]) => was))
  return [
    ...paired,
    ...gone.filter((item) => !found.has(item)).map((item): Pair => [item, undefined]),
  ]
}

/** What stands for the item in a version that does not have it. */
const blank: PlanItem = {
  no: '',
  level: '',
  parent: null,
  title: nothing,
  source: '',
  departments: [],
  flags: [],
  actors: [],
  targets: [],
  points: [],
  articles: [],
  sdgs: [],
  marks: {},
}

/** Every item of either version, in the order of the newer one; what it no longer has comes last. */
export const compareItems = (before: Version, after: Version, reading: Reading): ItemChange[] => {
  const pairs = pairItems(before.items, after.items)
  const wasOf = new Map(pairs.flatMap(([was, is]) => (was && is ? [[was.no, is.no]] : [])))
  const textsIn = (plan: Plan, item: PlanItem | undefined) => textsOf(plan, item ?? blank, reading)
  return pairs.map(([was, is]) => ({
    before: was,
    after: is,
    renumbered: was !== undefined && is !== undefined && was.no !== is.no,
    moved:
      was !== undefined &&
      is !== undefined &&
      (was.parent === null ? null : (wasOf.get(was.parent) ?? was.parent)) !== is.parent,
    texts: changedTexts(comparedFields, textsIn(before.plan, was), textsIn(after.plan, is)),
    marks: changedMarks(was?.marks ?? {}, is?.marks ?? {}),
  }))
}

/** What became of an item; an item can be several of these at once. */
export const changeKinds = [
  'added',
  'removed',
  'moved',
  'renumbered',
  'texts',
  'marks',
  'same',
] as const
export type ChangeKind = (typeof changeKinds)[number]

export const kindsOf = (change: ItemChange): ChangeKind[] => {
  if (!change.before) return ['added']
  if (!change.after) return ['removed']
  const kinds: ChangeKind[] = [
    ...(change.moved ? (['moved'] as const) : []),
    ...(change.renumbered ? (['renumbered'] as const) : []),
    ...(change.texts.length > 0 ? (['texts'] as const) : []),
    ...(change.marks.length > 0 ? (['marks'] as const) : []),
  ]
  return kinds.length > 0 ? kinds : ['same']
}

/** How many items are of each kind. */
export const countChanges = (changes: readonly ItemChange[]): Record<ChangeKind, number> => {
  const counts = { added: 0, removed: 0, moved: 0, renumbered: 0, texts: 0, marks: 0, same: 0 }
  for (const change of changes) for (const kind of kindsOf(change)) counts[kind] += 1
  return counts
}
