import { formatDecimal, percentOf } from '#kernel/ratio.ts'
import type { Grade, Scale } from '#kernel/scale.ts'

/** An item with the grade it was given; empty for one without a report. */
export type Graded = {
  readonly grade: string
  /** Numbers of the items above it, from the top. */
  readonly above: readonly string[]
}

export type GradeCount = {
  /** Undefined for the items without a grade. */
  readonly grade: Grade | undefined
  readonly count: number
  /** Two decimals, half up; undefined when there is nothing to count. */
  readonly percent: string | undefined
}

export type GradeTally = { readonly all: number; readonly counts: readonly GradeCount[] }

/** 小数第3位を四捨五入, as the document of Kamagaya prints it. */
const rule = { decimals: 2, rounding: 'half_up' } as const

const countOf = (grade: Grade | undefined, count: number, all: number): GradeCount => {
  const percent = percentOf({ numerator: count, denominator: all }, rule)
  return { grade, count, percent: percent && formatDecimal(percent) }
}

/** How many items carry each grade, and how many none. */
export const tallyGrades = (
  { grades }: Pick<Scale, 'grades'>,
  items: readonly Graded[],
): GradeTally => {
  const all = items.length
  const count = (code: string): number => items.filter(({ grade }) => grade === code).length
  const counts = grades.map((grade) => countOf(grade, count(grade.code), all))
  const without = all - counts.reduce((sum, one) => sum + one.count, 0)
  return {
    all,
    counts: [...counts, ...(without > 0 ? [countOf(undefined, without, all)] : [])],
  }
}

/** The same for each branch: the items above at one depth (0 is the top), in the order of the plan. */
export const tallyBranches = (
  scale: Pick<Scale, 'grades'>,
  items: readonly Graded[],
  depth: number,
): readonly { readonly no: string; readonly tally: GradeTally }[] => {
  const branches = [...new Set(items.map(({ above }) => above[depth]))]
  return branches
    .filter((no) => no !== undefined)
    .map((no) => ({
      no,
      tally: tallyGrades(
        scale,
        items.filter(({ above }) => above[depth] === no),
      ),
    }))
}
