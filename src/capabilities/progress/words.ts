import { type Bilingual, inBrackets, type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import type { Scale } from '#kernel/scale.ts'
import type { ItemMark } from './report.ts'
import { sentences } from './sentences.ts'

const withCommas = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: 12 })

/** 387団体, but 387 groups. */
export const figureText = (
  value: number,
  { unit }: { readonly unit: Bilingual },
  lang: Language,
): string => `${withCommas(value)}${lang === 'en' ? ' ' : ''}${say(unit, lang)}`.trim()

/** A grade in words: ◎ 計画どおり. */
export const gradeText = (scale: Scale, code: string, lang: Language): string => {
  const grade = scale.grades.find((one) => one.code === code)
  if (!grade) return code
  const label = say(grade.label, lang)
  return label === code ? code : `${code} ${label}`
}

/** The mark of the plan for the year, in words; an arrow says what it carries on. */
export const markText = (mark: ItemMark, lang: Language): string => {
  const words = sentences[lang]
  if (mark.holds === '') return mark.printed === '→' ? words.markNothing : words.markBlank
  const label = say(mark.label, lang)
  return mark.printed === mark.holds ? label : `${mark.printed}${inBrackets(label, lang)}`
}

/** Of which year the earlier report is, and whose, where another department led the item by then. */
export const earlierText = (
  { lang, city, part }: { lang: Language; city: City; part: { readonly department: string } },
  { fiscalYear, department }: { readonly fiscalYear: number; readonly department: string },
): string => {
  const year = sentences[lang].earlier(formatFiscalYear(fiscalYear, lang))
  const name = say(nameOfCode(city.departments, department), lang)
  return department === part.department ? year : `${year}${inBrackets(name, lang)}`
}
