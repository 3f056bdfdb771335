import type { Language } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import { formatPercent, type Ratio } from '#kernel/ratio.ts'
import { sentences } from './sentences.ts'

/** Of fewer cases a percentage says more than is known: 1 of 1 is no 100.0%. */
const leastForPercent = 10

export const hasPercent = ({ denominator }: Ratio): boolean => denominator >= leastForPercent

/** The rate as people read it: counts for a few cases, a percentage from ten on. */
export const rateText = (ratio: Ratio, lang: Language): string =>
  hasPercent(ratio) || ratio.denominator === 0
    ? formatPercent(ratio, { decimals: 1, rounding: 'half_up' })
    : sentences[lang].rateFew(formatNumber(ratio.numerator), formatNumber(ratio.denominator))
