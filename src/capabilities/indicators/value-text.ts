import type { Bilingual, Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { abbreviateFiscalYear, eraYearOf, formatEraYear, formatFiscalYear } from '#kernel/era.ts'
import { formatNumber } from '#kernel/number.ts'
import type { Bound, Indicator } from './indicator.ts'

const withCommas = (value: string): string => {
  const [whole = '', decimals] = value.split('.')
  const sign = whole.startsWith('-') ? '-' : ''
  const said = `${sign}${formatNumber(Math.abs(Number(whole)))}`
  return decimals === undefined ? said : `${said}.${decimals}`
}

/** A value with its unit, with the decimals with which it was written: 45.0%, 1,234団体. */
export const valueText = (value: string, unit: Bilingual, language: Language): string =>
  `${withCommas(value)}${unit[language]}`

const boundWords = {
  ja: { 'at-least': '以上', 'at-most': '以下' },
  en: { 'at-least': ' or more', 'at-most': ' or less' },
} as const

/** The same where a document gives only an end: 80%以上. */
export const boundedText = (
  { value, bound }: { readonly value: string; readonly bound?: Bound | undefined },
  unit: Bilingual,
  language: Language,
): string => `${valueText(value, unit, language)}${bound ? boundWords[language][bound] : ''}`

/** A year of the indicator's calendar in both ways of counting. */
export const yearText = (
  { calendar }: Pick<Indicator, 'calendar'>,
  year: number,
  language: Language,
): string => {
  if (calendar === 'fiscal') return formatFiscalYear(year, language)
  const era = eraYearOf(`${year}-12-31` as PlainDate)
  if (!era) return String(year)
  return language === 'ja'
    ? `${formatEraYear(era, 'ja')}（${year}年）`
    : `${year} (${formatEraYear(era, 'en')})`
}

/** The shortest name of a year, under a chart. */
export const tickText = (
  { calendar }: Pick<Indicator, 'calendar'>,
  year: number,
  language: Language,
): string => {
  if (language === 'en') return calendar === 'fiscal' ? `FY${year}` : String(year)
  return abbreviateFiscalYear(year)
}
