import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Decimal } from '#kernel/ratio.ts'
import type { CrossTable, Heading } from './cross.ts'
import type { CountedQuestion } from './question.ts'
import type { Returns } from './returns.ts'
import type { WaveTable } from './waves.ts'

/** Free answers under one heading, with what the city says to them. */
export type TextGroup = {
  readonly title: string
  readonly answer: string
  /** How many there are; the first hundred are shown. */
  readonly count: number
  /** Masked and confirmed by staff. */
  readonly texts: readonly string[]
}

/** What numbers that people wrote come to. */
export type NumberSummary = {
  readonly answered: number
  /** Undefined where too few answered to tell it. */
  readonly mean: Decimal | undefined
  readonly median: Decimal | undefined
  readonly unit: Bilingual
}

/** A cross table with the name of what it is crossed with. */
export type NamedCross = CrossTable & { readonly axisLabel: Bilingual }

/** A question by which others are crossed. */
export type Axis = { readonly slot: number; readonly label: Bilingual }

/** One question as it is published. */
export type ResultQuestion = {
  /** 問1, 問3-2. */
  readonly name: Bilingual
  readonly counted: CountedQuestion
  readonly number?: NumberSummary
  readonly waves?: WaveTable
  readonly crosses: readonly NamedCross[]
  /** By which questions it was crossed: all of them, whichever of the tables were read. */
  readonly crossedBy: readonly Axis[]
  readonly groups: readonly TextGroup[]
  readonly notes: readonly Bilingual[]
  readonly source?: string
  /** The printed table that holds these numbers. */
  readonly table?: { readonly id: string; readonly title: Bilingual }
}

/** The results of one survey as everyone may read them, counted here or printed by the city. */
export type Results = {
  readonly survey: string
  readonly title: Bilingual
  /** What one respondent is: 団体, 人. */
  readonly unit: Bilingual
  readonly lead: Bilingual
  /** Which tabulation this is; undefined for printed results. */
  readonly number?: number
  readonly asOf?: PlainDate
  readonly when: Bilingual
  readonly population: number | undefined
  readonly returns: Returns | undefined
  /** How many answers were counted, where one number holds for all questions. */
  readonly n: number | undefined
  readonly questions: readonly ResultQuestion[]
  readonly notes: readonly Bilingual[]
  /** Counts of 1 up to below it are hidden in cross tables; 0 hides none. */
  readonly threshold: number
  readonly source?: string
}

/** True where a column stands for those who gave no answer or did not know. */
export const isAside = ({ role }: Heading): boolean => role === 'no-answer' || role === 'unknown'

/** Every question by which others of these results were crossed, in their order. */
export const listAxes = ({ questions }: Pick<Results, 'questions'>): readonly Axis[] =>
  [...new Map(questions.flatMap(({ crossedBy }) => crossedBy).map((axis) => [axis.slot, axis]))]
    .map(([, axis]) => axis)
    .toSorted((one, other) => one.slot - other.slot)
