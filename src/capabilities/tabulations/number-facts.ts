import type { Language } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import { type Decimal, formatDecimal } from '#kernel/ratio.ts'
import type { Fact } from './outline.ts'
import type { NumberSummary } from './results.ts'
import { sentences } from './sentences.ts'

const withUnit = (value: Decimal | undefined, unit: string, lang: Language): string => {
  if (!value) return sentences[lang].numberFew
  return `${formatDecimal(value)}${lang === 'en' && unit ? ' ' : ''}${unit}`
}

/** What is told of the numbers that people wrote: how many did, their mean and their middle. */
export const numberFacts = (
  { answered, mean, median, unit }: NumberSummary,
  lang: Language,
): readonly Fact[] => {
  const words = sentences[lang]
  return [
    { term: words.numberAnswered, description: formatNumber(answered) },
    { term: words.numberMean, description: withUnit(mean, unit[lang], lang) },
    ...(median
      ? [{ term: words.numberMedian, description: withUnit(median, unit[lang], lang) }]
      : []),
  ]
}
