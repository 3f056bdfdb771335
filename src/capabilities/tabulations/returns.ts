import type { Bilingual } from '#kernel/bilingual.ts'
import { type Decimal, percentOf } from '#kernel/ratio.ts'
import { surveyRounding } from './question.ts'

/** By what way sheets went out and came back. */
export type Mode = {
  readonly code: string
  readonly label: Bilingual
  readonly returned: number
  /** Returned and fit to be counted. */
  readonly valid: number
}

export type Returns = {
  /** How many were asked to answer; undefined for an open link. */
  readonly sent: number | undefined
  readonly modes: readonly Mode[]
}

export type ResponseRates = {
  readonly sent: number | undefined
  readonly returned: number
  readonly valid: number
  /** 回収率: returned of sent. */
  readonly rate: Decimal | undefined
  /** 有効回収率: valid of sent. */
  readonly validRate: Decimal | undefined
  readonly modes: readonly (Mode & {
    readonly shareOfValid: Decimal | undefined
    /** 有効回収率 of this way alone. */
    readonly shareOfSent: Decimal | undefined
  })[]
}

/** How many came back, in all and by each way. */
export const rateReturns = ({ sent, modes }: Returns): ResponseRates => {
  const total = (of: 'returned' | 'valid') => modes.reduce((sum, mode) => sum + mode[of], 0)
  const [returned, valid] = [total('returned'), total('valid')]
  const ofSent = (numerator: number) =>
    sent === undefined ? undefined : percentOf({ numerator, denominator: sent }, surveyRounding)
  return {
    sent,
    returned,
    valid,
    rate: ofSent(returned),
    validRate: ofSent(valid),
    modes: modes.map((mode) => ({
      ...mode,
      shareOfValid: percentOf({ numerator: mode.valid, denominator: valid }, surveyRounding),
      shareOfSent: ofSent(mode.valid),
    })),
  }
}
