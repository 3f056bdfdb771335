import { type Bilingual, inBrackets, type Language, say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatYear } from '#kernel/date-text.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { formatNumber } from '#kernel/number.ts'
import { levelName, type Plan, type PlanItem } from './plan.ts'
import { sentences } from './sentences.ts'
import type { LevelCount } from './tally.ts'

/** The years a plan runs over, as readers of the page write them. */
export const periodText = (plan: Pick<Plan, 'period'>, lang: Language): string => {
  const words = sentences[lang]
  if (!plan.period) return words.noPeriod
  const from = formatFiscalYear(plan.period.from, lang)
  if (plan.period.to === null) return words.periodOpen(from)
  return words.periodRange(from, formatFiscalYear(plan.period.to, lang))
}

/** When it was adopted, no more exactly than it is printed. */
export const adoptedText = (plan: Pick<Plan, 'adopted'>, lang: Language): string => {
  const words = sentences[lang]
  const [year, month] = plan.adopted?.split('-') ?? []
  if (!year) return words.adoptedNone
  const text = formatYear(`${year}-${month ?? '12'}-01` as PlainDate, lang)
  return month ? words.adoptedMonth(text, Number(month)) : text
}

/** A printed figure with its unit: 390団体, 390 groups, 89.4%. */
export const figureText = (value: string, unit: Bilingual | undefined, lang: Language): string => {
  if (!unit) return value
  return lang === 'ja' || unit.en === '%' ? `${value}${unit[lang]}` : `${value} ${unit.en}`
}

/** Which version it is: 「改訂版（平成27年9月）」, or by its number where no day is printed. */
export const versionText = (
  plan: Pick<Plan, 'status' | 'adopted' | 'version'>,
  lang: Language,
): string => {
  const words = sentences[lang]
  const when = plan.adopted ? adoptedText(plan, lang) : words.versionNumber(plan.version)
  return `${words.status[plan.status]}${inBrackets(when, lang)}`
}

/** 「推進施策 16、推進項目 52（うち再掲 5）」 */
export const levelCountsText = (
  plan: Pick<Plan, 'levels'>,
  counts: readonly LevelCount[],
  lang: Language,
): string => {
  const words = sentences[lang]
  const texts = counts.map(({ level, count, again }) => {
    const name = levelName(plan, level)[lang]
    if (again === 0) return words.levelCount(name, formatNumber(count))
    return words.levelCountAgain(name, formatNumber(count), formatNumber(again))
  })
  return texts.join(lang === 'ja' ? '、' : ', ')
}

/** True when the printed words are names of the city's departments and nothing else (全所属, 関係課). */
export const isListed = (item: PlanItem, city: City): boolean => {
  const names = item.departments.map((code) => nameOfCode(city.departments, code).ja)
  const printed = item.departmentsAsPrinted?.split('・') ?? []
  return printed.every((part) => names.includes(part))
}

/** Who is in charge, in the words of the document where it has its own. */
export const departmentsText = (item: PlanItem, city: City, lang: Language): string => {
  const printed = item.departmentsAsPrinted
  if (printed !== undefined && lang === 'ja') return printed
  const text = item.departments
    .map((code) => say(nameOfCode(city.departments, code), lang))
    .join(lang === 'ja' ? '・' : ', ')
  return isListed(item, city) ? text : `${text} (${printed})`.trim()
}
