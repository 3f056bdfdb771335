import type { Bilingual } from '#kernel/bilingual.ts'
import { fraction, fractionOf, mean } from '#kernel/fraction.ts'
import { formatFraction } from '#kernel/ratio.ts'
import { countCharacters } from '#kernel/text.ts'
import type { Side } from '../projects/index.ts'
import type { Definition, Item } from './evaluation.ts'

/** One side's word on one item; a draft may have no score yet. */
export type Line = { readonly score: number | null; readonly comment: string }

/** A side's whole sheet, by item. */
export type Sheet = ReadonlyMap<string, Line>

/**
 * The scores that need a comment: the lowest two of a scale with four steps or more, the lowest of a shorter
 * one. Whoever is dissatisfied says why.
 */
export const lowScores = (definition: Pick<Definition, 'scale'>): ReadonlySet<number> => {
  const values = definition.scale.map(({ value }) => value).toSorted((a, b) => a - b)
  return new Set(values.slice(0, values.length >= 4 ? 2 : 1))
}

export type LineProblem = {
  readonly item: string
  readonly kind: 'no-score' | 'unknown-score' | 'comment-needed' | 'too-long'
}

export const longestComment = 1_000

const isTooLong = (comment: string): boolean => countCharacters(comment) > longestComment

const findProblem = (
  line: Line | undefined,
  definition: Definition,
): LineProblem['kind'] | undefined => {
  if (!line || line.score === null) return 'no-score'
  if (!definition.scale.some(({ value }) => value === line.score)) return 'unknown-score'
  if (isTooLong(line.comment)) return 'too-long'
  return lowScores(definition).has(line.score) && line.comment === '' ? 'comment-needed' : undefined
}

/** Everything that keeps a sheet from being handed in. */
export const checkSheet = (sheet: Sheet, definition: Definition): readonly LineProblem[] =>
  definition.items.flatMap(({ code }) => {
    const kind = findProblem(sheet.get(code), definition)
    return kind ? [{ item: code, kind }] : []
  })

/** Both sides beside each other on one item. */
export type Comparison = {
  readonly item: Item
  readonly group: Line & { readonly score: number }
  readonly city: Line & { readonly score: number }
  /** 団体 − 市. */
  readonly difference: number
  /** So far apart that both sides must say why. */
  readonly discuss: boolean
}

const scored = (sheet: Sheet, item: string): Line & { readonly score: number } => {
  const line = sheet.get(item)
  if (line?.score === null || line?.score === undefined)
    throw new Error(`item ${item} was handed in without a score`)
  return { ...line, score: line.score }
}

/** Sets the two sheets against each other, item by item. Both must be complete. */
export const compareSheets = (
  sheets: Readonly<Record<Side, Sheet>>,
  definition: Definition,
): readonly Comparison[] =>
  definition.items.map((item) => {
    const group = scored(sheets.group, item.code)
    const city = scored(sheets.city, item.code)
    const difference = group.score - city.score
    return { item, group, city, difference, discuss: Math.abs(difference) >= definition.discussAt }
  })

/** The mean of a side over all items with one decimal, 四捨五入; `4.2`. */
export const meanOf = (comparisons: readonly Comparison[], side: Side): string => {
  const value = mean(comparisons.map((one) => fractionOf(one[side].score)))
  return formatFraction(value ?? fraction(0), { decimals: 1, rounding: 'half_up' })
}

/** `+2`, `0`, `−1`. */
export const formatDifference = (difference: number): string => {
  if (difference === 0) return '0'
  return difference > 0 ? `+${difference}` : `−${-difference}`
}

/** The items that are far apart and whose explanation is not written yet. */
export const listUnexplained = (
  comparisons: readonly Comparison[],
  explanations: ReadonlyMap<string, string>,
): readonly Comparison[] =>
  comparisons.filter(({ item, discuss }) => discuss && !explanations.get(item.code))

/** What a score is called. */
export const nameOfScore = (definition: Definition, score: number): Bilingual =>
  definition.scale.find(({ value }) => value === score)?.label ?? {
    ja: String(score),
    en: String(score),
  }
