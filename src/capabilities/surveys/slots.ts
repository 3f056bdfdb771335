import type { Question, Questionnaire } from './questionnaire.ts'

/**
 * One number of a sheet. Every question has one, a matrix one for each of its rows. Slots count from 1, as
 * arrays of the database do, in the order of the questions; they stand still once the first answer is in.
 */
export type Slot = {
  readonly slot: number
  readonly question: Question
  /** The code of a matrix's row; null elsewhere. */
  readonly row: number | null
}

/**
 * What a slot holds besides answers. Answers are never negative: single, scale, area and the row of a matrix
 * hold the choice's code; multiple the sum of 2^(code − 1) of its choices; number the number plus
 * {@link numberShift}; date `20260401`; text 1.
 */
export const marks = {
  /** 無回答: asked, and nothing given. */
  none: -1,
  /** 非該当: a branch led past it. */
  notAsked: -2,
  /** わからない. */
  unknown: -3,
} as const

/** Numbers below zero are possible answers: what is stored is the number plus this. */
export const numberShift = 1_000_000_000_000

/** All slots of a questionnaire. */
export const slotsOf = ({ questions }: Questionnaire): readonly Slot[] => {
  const parts = questions.flatMap((question): Omit<Slot, 'slot'>[] =>
    question.kind === 'matrix'
      ? question.rows.map(({ code }) => ({ question, row: code }))
      : [{ question, row: null }],
  )
  return parts.map((part, index) => ({ ...part, slot: index + 1 }))
}

/** The slots of one question; empty when there is no such question. */
export const slotsOfQuestion = (questionnaire: Questionnaire, id: string): readonly Slot[] =>
  slotsOf(questionnaire).filter(({ question }) => question.id === id)

/** One number for several choices. */
export const packChoices = (codes: readonly number[]): number =>
  [...new Set(codes)].reduce((sum, code) => sum + 2 ** (code - 1), 0)

/** The choices of a number that {@link packChoices} made; none of a mark. */
export const unpackChoices = (packed: number): readonly number[] => {
  const codes: number[] = []
  let rest = packed
  for (let code = 1; rest >= 1; code += 1) {
    if (rest % 2 === 1) codes.push(code)
    rest = Math.floor(rest / 2)
  }
  return codes
}
