import type { Bilingual, Language } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import type { LiveFigure } from '#web/capability.ts'
import { type ContinuationRate, continuationOutcomes } from './continuation.ts'
import { paths } from './paths.ts'
import { continuationRate } from './queries/lists.ts'
import { hasPercent, rateText } from './rate-text.ts'
import { sentences } from './sentences.ts'

/** What the rate is made of: whole, kinds, what is left out, rounding. */
const noteOf = (rate: ContinuationRate, lang: Language): string => {
  const words = sentences[lang]
  const { ratio, byOutcome, unrecorded, terminated } = rate
  const kinds = continuationOutcomes.flatMap((outcome) => {
    const count = byOutcome[outcome] ?? 0
    return count > 0 ? [words.rateKind(words.outcomes[outcome], formatNumber(count))] : []
  })
  return [
    ratio.denominator === 0
      ? words.rateNone
      : words.rateOf(formatNumber(ratio.numerator), formatNumber(ratio.denominator)),
    ...(kinds.length > 0 ? [words.rateKinds(kinds.join(lang === 'ja' ? '、' : ', '))] : []),
    ...(unrecorded > 0 ? [words.rateUnrecorded(formatNumber(unrecorded))] : []),
    ...(terminated > 0 ? [words.rateTerminated(formatNumber(terminated))] : []),
    ...(hasPercent(ratio) ? [words.rateRounded] : []),
  ].join(' ')
}

const both = (say: (lang: Language) => string): Bilingual => ({ ja: say('ja'), en: say('en') })

/** 継続率: of the completed projects whose 終了後の展開 is on record, those that go on in any form. */
export const continuationFigure: LiveFigure = {
  measure: async (scope) => {
    const rate = await continuationRate(scope)
    return {
      label: both((lang) => sentences[lang].rate),
      value: both((lang) => rateText(rate.ratio, lang)),
      unit: { ja: '', en: '' },
      note: both((lang) => noteOf(rate, lang)),
      path: paths.list(scope.city.slug),
    }
  },
}
