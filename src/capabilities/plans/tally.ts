import { formatDecimal, percentOf } from '#kernel/ratio.ts'
import type { Legend, Plan, PlanItem } from './plan.ts'

/** How many of a population carry a code. */
export type Share = {
  /** Undefined for those that carry none. */
  readonly legend: Legend | undefined
  readonly count: number
  /** Two decimals, half up; undefined when there is no population. */
  readonly percent: string | undefined
}

/** A count with what it is counted of. */
export type Tally = { readonly shares: readonly Share[]; readonly population: number }

/** 小数第3位を四捨五入. */
const rule = { decimals: 2, rounding: 'half_up' } as const

const shareOf = (legend: Legend | undefined, count: number, population: number): Share => {
  const percent = percentOf({ numerator: count, denominator: population }, rule)
  return { legend, count, percent: percent && formatDecimal(percent) }
}

/** 再掲 is not counted twice. */
const originals = (items: readonly PlanItem[]): readonly PlanItem[] =>
  items.filter((item) => item.aliasOf === undefined)

/** The items of every level at which the document uses this sort of code. */
const populationOf = (items: readonly PlanItem[], key: 'class' | 'grade'): readonly PlanItem[] => {
  const levels = new Set(items.filter((item) => item[key] !== undefined).map((item) => item.level))
  return originals(items).filter((item) => levels.has(item.level))
}

/** How many items carry each class (or grade), of all items at those levels; undefined when none does. */
export const tallyCodes = (
  plan: Plan,
  items: readonly PlanItem[],
  key: 'class' | 'grade',
): Tally | undefined => {
  const population = populationOf(items, key)
  if (population.length === 0) return undefined
  const legends: readonly Legend[] = key === 'class' ? plan.classes : plan.grades
  const count = (code: string | undefined): number =>
    population.filter((item) => item[key] === code).length
  const without = count(undefined)
  return {
    population: population.length,
    shares: [
      ...legends.map((legend) => shareOf(legend, count(legend.code), population.length)),
      ...(without > 0 ? [shareOf(undefined, without, population.length)] : []),
    ],
  }
}

/** How often a mark is printed in each year and in all of them. */
export type MarkCount = Share & { readonly byYear: readonly number[] }

/** Counts of the cells of the year plan; undefined for a plan without one. */
export const tallyMarks = (
  plan: Plan,
  items: readonly PlanItem[],
): { readonly rows: readonly MarkCount[]; readonly population: number } | undefined => {
  const cells = originals(items).flatMap((item) => Object.entries(item.marks))
  if (cells.length === 0) return undefined
  return {
    population: cells.length,
    rows: plan.marks.map((legend) => {
      const mine = cells.filter(([, code]) => code === legend.code)
      return {
        ...shareOf(legend, mine.length, cells.length),
        byYear: plan.years.map((year) => mine.filter(([at]) => at === String(year)).length),
      }
    }),
  }
}

/** Items at each level, and how many of them are shown again only (再掲). */
export type LevelCount = {
  readonly level: string
  readonly count: number
  readonly again: number
}

export const countLevels = (
  plan: Pick<Plan, 'levels'>,
  items: readonly Pick<PlanItem, 'level' | 'aliasOf'>[],
): LevelCount[] =>
  plan.levels
    .map(({ code }) => {
      const mine = items.filter((item) => item.level === code)
      const again = mine.filter((item) => item.aliasOf !== undefined).length
      return { level: code, count: mine.length, again }
    })
    .filter(({ count }) => count > 0)
