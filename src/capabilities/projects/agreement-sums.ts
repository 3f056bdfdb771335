import { parseYen, type Yen } from '#kernel/money.ts'
import type { AgreementContent } from './agreement.ts'
import { isCityLine } from './settlement.ts'

/** What the articles say of the city's costs, in the number of the article that says it. */
export type CityCosts = {
  readonly article: number
  readonly heading: string
  /** The sum that stands there; null where the text names none. */
  readonly total: Yen | null
  /** The lines added up; null where no line names an amount. */
  readonly lines: Yen | null
}

/** Why an agreement contradicts itself about money: more than the city bears, or a sum that is none. */
export type SumProblem = CityCosts & { readonly kind: 'above-share' | 'wrong-sum' }

/** Article 1 names what is agreed on; the programme's own articles come after it. */
export const firstArticle = 2

const yenIn = (cell: string): readonly Yen[] => {
  const read = /^[\d０-９,，]+円$/.test(cell.trim()) ? parseYen(cell) : undefined
  return read?.ok ? [read.value] : []
}

const cellsOf = (line: string): readonly string[] => line.split(/[　\t]/)

/** The first amount of a line is its own; what stands behind it explains it. */
const amountOf = (line: string): Yen | undefined => cellsOf(line).flatMap(yenIn)[0]

const sumOf = (amounts: readonly Yen[]): Yen | null =>
  amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0)

const blockUnder = (text: string, heading: string): string | undefined =>
  text.split(`【${heading}】`)[1]?.split('【')[0]

const linesIn = (block: string): readonly string[] => block.split('\n').map((line) => line.trim())

/** One line of the costs: what it pays for, and how much that is. */
export type AgreedLine = { readonly item: string; readonly amount: Yen }

const readLine = (line: string): AgreedLine | undefined => {
  const amount = line.startsWith('・') ? amountOf(line) : undefined
  const item = cellsOf(line)[0]?.slice(1).trim() ?? ''
  return amount === undefined || item === '' ? undefined : { item, amount }
}

const linesUnder = (
  { articles }: Pick<AgreementContent, 'articles'>,
  heading: string | undefined,
): readonly AgreedLine[] => {
  const blocks = heading === undefined ? [] : articles.map(({ text }) => blockUnder(text, heading))
  const block = blocks.find((one) => one !== undefined)
  return block === undefined ? [] : linesIn(block).flatMap((line) => readLine(line) ?? [])
}

/**
 * What the articles say that the money is for, the city's and the group's together: that is the budget both have
 * signed. Empty where they only name the city's share as a whole, or where the city's lines are not all of it.
 */
export const readAgreedLines = (
  content: Pick<AgreementContent, 'articles' | 'cityCosts' | 'groupCosts' | 'cityShare'>,
): readonly AgreedLine[] => {
  const city = linesUnder(content, content.cityCosts)
  const whole = sumOf(city.map(({ amount }) => amount)) === content.cityShare
  if (!whole || city.some(({ item }) => isCityLine(item))) return []
  const sums = new Map<string, Yen>()
  for (const { item, amount } of [...city, ...linesUnder(content, content.groupCosts)])
    sums.set(item, (sums.get(item) ?? 0) + amount)
  return [...sums].map(([item, amount]) => ({ item, amount }))
}

const readBlock = (block: string) => {
  const lines = linesIn(block)
  const amounts = lines
    .filter((line) => line.startsWith('・'))
    .flatMap((line) => amountOf(line) ?? [])
  const total = lines.find((line) => line.startsWith('合計'))
  return { total: total ? (amountOf(total) ?? null) : null, lines: sumOf(amounts) }
}

/** What the articles say of the city's costs; undefined where none of them does under the sheet's heading. */
export const readCityCosts = ({
  articles,
  cityCosts: heading,
}: Pick<AgreementContent, 'articles' | 'cityCosts'>): CityCosts | undefined => {
  if (heading === undefined) return undefined
  const at = articles.findIndex(({ text }) => text.includes(`【${heading}】`))
  const block = at < 0 ? undefined : blockUnder(articles[at]!.text, heading)
  return block === undefined
    ? undefined
    : { article: at + firstArticle, heading, ...readBlock(block) }
}

/** The contradiction that keeps an agreement from being settled and signed; undefined when its sums agree. */
export const findSumProblem = (
  content: Pick<AgreementContent, 'articles' | 'cityCosts' | 'cityShare'>,
): SumProblem | undefined => {
  const costs = readCityCosts(content)
  if (!costs) return undefined
  const { total, lines } = costs
  if (Math.max(total ?? 0, lines ?? 0) > content.cityShare) return { ...costs, kind: 'above-share' }
  return total !== null && lines !== null && total !== lines
    ? { ...costs, kind: 'wrong-sum' }
    : undefined
}
