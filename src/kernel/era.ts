import type { Bilingual, Language } from './bilingual.ts'
import { type PlainDate, splitDate } from './calendar.ts'

/** `from` is the first day; the era before it ends on the day before. */
export type Era = {
  readonly letter: 'M' | 'T' | 'S' | 'H' | 'R'
  readonly name: Bilingual
  readonly from: PlainDate
}

/** Year 1 is 元年. */
export type EraYear = { readonly era: Era; readonly year: number }

/**
 * The eras since the solar calendar of 明治6 (1873), latest first. Days before it were of the old
 * calendar, so an era's day and a day of ours are not the same one there.
 */
export const eras: readonly Era[] = [
  { letter: 'R', name: { ja: '令和', en: 'Reiwa' }, from: '2019-05-01' },
  { letter: 'H', name: { ja: '平成', en: 'Heisei' }, from: '1989-01-08' },
  { letter: 'S', name: { ja: '昭和', en: 'Showa' }, from: '1926-12-25' },
  { letter: 'T', name: { ja: '大正', en: 'Taisho' }, from: '1912-07-30' },
  { letter: 'M', name: { ja: '明治', en: 'Meiji' }, from: '1873-01-01' },
]

/** 西暦 of the year before the era's 元年. */
export const yearBefore = (era: Era): number =>
  era.letter === 'M' ? 1867 : splitDate(era.from).year - 1

/** The era and its year on a day; undefined before 明治6年1月1日. */
export const eraYearOf = (date: PlainDate): EraYear | undefined => {
  const era = eras.find((candidate) => candidate.from <= date)
  return era && { era, year: splitDate(date).year - yearBefore(era) }
}

/** `令和元年`, `Reiwa 1`. */
export const formatEraYear = ({ era, year }: EraYear, language: Language): string =>
  language === 'ja' ? `${era.name.ja}${year === 1 ? '元' : year}年` : `${era.name.en} ${year}`

/**
 * The era years that name a fiscal year, the usual one first. Two when the era changed between April
 * and December: 2019 is 令和元年度 and 平成31年度, and documents use both. An era that began in
 * January (平成) names the next fiscal year only.
 */
export const eraYearsOfFiscalYear = (fiscalYear: number): readonly EraYear[] => {
  const late = eraYearOf(`${fiscalYear}-12-31`)
  const early = eraYearOf(`${fiscalYear}-04-01`)
  return [late, late?.era === early?.era ? undefined : early].filter((year) => year !== undefined)
}

/** `令和8年度（2026年度）`, `令和元年度（平成31年度・2019年度）`; `FY2026 (Reiwa 8)`. */
export const formatFiscalYear = (fiscalYear: number, language: Language): string => {
  const names = eraYearsOfFiscalYear(fiscalYear).map((year) => formatEraYear(year, language))
  if (language === 'en') return `FY${fiscalYear}${names.length > 0 ? ` (${names.join(', ')})` : ''}`
  const [usual, ...others] = names.map((name) => `${name}度`)
  const western = `${fiscalYear}年度`
  return usual ? `${usual}（${[...others, western].join('・')}）` : western
}

/** The short label of tables and document numbers: `R8`; `R1` for 2019; `2026` has none before 1873. */
export const abbreviateFiscalYear = (fiscalYear: number): string => {
  const [usual] = eraYearsOfFiscalYear(fiscalYear)
  return usual ? `${usual.era.letter}${usual.year}` : String(fiscalYear)
}
