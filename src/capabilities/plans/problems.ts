import { keyOf, type PlanItem } from './plan.ts'
import type { PlanPreset } from './preset.ts'

const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
]

const codesOf = (list: readonly { readonly code: string }[]): string[] =>
  list.map(({ code }) => code)

type Lists = {
  readonly numbers: ReadonlyMap<string, PlanItem>
  readonly levels: readonly string[]
  readonly classes: readonly string[]
  readonly grades: readonly string[]
  readonly marks: readonly string[]
  readonly years: readonly number[]
  readonly departments: readonly string[]
}

const isOwnAncestor = (item: PlanItem, numbers: Lists['numbers']): boolean => {
  const seen = new Set<string>([item.no])
  for (let at = item.parent; at !== null; at = numbers.get(at)?.parent ?? null) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

const hasFacts = (item: PlanItem): boolean =>
  item.class !== undefined ||
  item.grade !== undefined ||
  item.departments.length > 0 ||
  [item.points, item.flags, item.actors, item.targets, item.articles, item.sdgs].some(
    (list) => list.length > 0,
  ) ||
  Object.keys(item.marks).length > 0 ||
  [item.purpose, item.present, item.content, item.completion].some((text) => text !== undefined)

const problemsOfPlace = (item: PlanItem, lists: Lists): string[] => {
  const problems: string[] = []
  if (!lists.levels.includes(item.level)) problems.push(`level ${item.level} is not listed`)
  if (item.parent !== null && !lists.numbers.has(item.parent))
    problems.push(`parent ${item.parent} is missing`)
  if (isOwnAncestor(item, lists.numbers)) problems.push('it stands below itself')
  if (item.aliasOf === undefined) return problems
  const original = lists.numbers.get(item.aliasOf)
  if (!original) problems.push(`the item ${item.aliasOf} that it shows again is missing`)
  if (original?.aliasOf) problems.push(`${item.aliasOf} is itself only shown again`)
  if (hasFacts(item)) problems.push('an item shown again carries facts of its own')
  return problems
}

const problemsOfCodes = (item: PlanItem, lists: Lists): string[] => {
  const unknown = (what: string, code: string | undefined, list: readonly string[]): string[] =>
    code === undefined || list.includes(code) ? [] : [`${what} ${code} is not listed`]
  return [
    ...unknown('class', item.class, lists.classes),
    ...unknown('grade', item.grade, lists.grades),
    ...item.departments.flatMap((code) => unknown('department', code, lists.departments)),
    ...repeated(item.departments).map((code) => `department ${code} twice`),
    ...Object.entries(item.marks).flatMap(([year, mark]) => [
      ...unknown('mark', mark, lists.marks),
      ...(lists.years.includes(Number(year)) ? [] : [`year ${year} is not one of the plan's`]),
    ]),
  ]
}

/**
 * References of a plan that lead nowhere, one line each. What the document itself got wrong is no
 * problem here: that is a warning, and is kept.
 * @param departments codes of the city's departments
 */
export const findPlanProblems = (plan: PlanPreset, departments: readonly string[]): string[] => {
  const lists: Lists = {
    numbers: new Map(plan.items.map((item) => [item.no, item])),
    levels: codesOf(plan.levels),
    classes: codesOf(plan.classes),
    grades: codesOf(plan.grades),
    marks: codesOf(plan.marks),
    years: plan.years,
    departments,
  }
  const { levels, classes, grades, marks, targets, figures, warnings } = plan
  const codes = [levels, classes, grades, marks, targets, figures, warnings]
  return [
    ...repeated(plan.items.map((item) => item.no)).map((no) => `${no}: number used twice`),
    ...repeated(plan.items.map(keyOf)).map((key) => `${key}: key used twice`),
    ...(plan.department !== undefined && !departments.includes(plan.department)
      ? [`department ${plan.department} is not listed`]
      : []),
    ...codes.flatMap((list) => repeated(codesOf(list)).map((code) => `${code}: code used twice`)),
    ...plan.items.flatMap((item) =>
      [...problemsOfPlace(item, lists), ...problemsOfCodes(item, lists)].map(
        (problem) => `${item.no}: ${problem}`,
      ),
    ),
  ]
}
