import { parseWholeNumber } from '../number.ts'
import { normalizeCode } from '../text.ts'
import { type CellReader, found, problem, type Reading, readShort, remark } from './cell-reading.ts'
import { isExponent } from './notices.ts'

const units =
  '円|人|名|団体|世帯|件|回|箇所|か所|ヶ所|ケ所|カ所|個|台|棟|室|組|年|歳|才|席|冊|基|戸|日|時間|分|%'
const withUnit = new RegExp(`^([\\d,]+)(${units})$`)
const decimalZeros = /^([▲△-]?[\d,]+)\.0+$/
const scaled = /\d[千万億百]/

export type WholeNumberRange = { readonly min?: number; readonly max?: number }

/** Sign, digits and unit apart: ▲ and △ before a number are minus in Japanese accounts. */
const takeApart = (text: string): { sign: 1 | -1; digits: string; unit: string } => {
  const plain = normalizeCode(text)
    .replace(/、/g, ',')
    .replace(/^[¥\\]/, '')
  const bracketed = /^\(([\d,]+)\)$/.exec(plain)
  const negative = bracketed !== null || /^[-▲△]/.test(plain)
  const body = (bracketed?.[1] ?? plain).replace(/^[-▲△]/, '').replace(/^¥/, '')
  const unit = withUnit.exec(body)
  return { sign: negative ? -1 : 1, digits: unit?.[1] ?? body, unit: unit?.[2] ?? '' }
}

const readDigits = (
  text: string,
  cell: string,
  { min = 0, max }: WholeNumberRange,
): Reading<number> => {
  const zeros = decimalZeros.exec(normalizeCode(text))
  const { sign, digits, unit } = takeApart(zeros?.[1] ?? text)
  const number = parseWholeNumber(digits)
  if (!number.ok) return problem(number.error, cell)
  const value = number.value === 0 ? 0 : sign * number.value
  if (value < min) return problem(min >= 0 && value < 0 ? 'negative' : 'too-small', cell)
  if (max !== undefined && value > max) return problem('too-large', cell)
  return found(
    value,
    ...(unit === '' ? [] : [remark('unit-dropped', unit)]),
    ...(zeros ? [remark('decimals-dropped', text)] : []),
  )
}

/**
 * A whole number as lists write it: `１，２３４`, `1,234円`, `30名`, `▲5`, `5.0`. Money in 千円 and words
 * such as 「15名程度」 are problems: the number would be another.
 * @param range least and greatest number allowed; negative numbers need a negative `min`
 */
export const readWholeNumber =
  (range: WholeNumberRange = {}): CellReader<number> =>
  (cell) =>
    readShort(cell, (text) => {
      const plain = text.normalize('NFKC')
      if (isExponent(plain)) return problem('exponent', cell)
      if (scaled.test(plain)) return problem('scaled-unit', cell)
      return readDigits(text, cell, range)
    })

const yesWords = '有 あり 有り ○ 〇 ◯ ◎ ● 1 はい 可 該当 対象 true yes y ✓ ✔ ☑ レ'
const noWords = '無 なし 無し × ✕ ✖ ╳ x 0 いいえ 不可 否 非該当 対象外 false no n ☐ □'
const toWord = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
const answers: ReadonlyMap<string, boolean> = new Map([
  ...yesWords.split(' ').map((word) => [toWord(word), true] as const),
  ...noWords.split(' ').map((word) => [toWord(word), false] as const),
])

/** 有無, ○×, 1 and 0, はい and いいえ; words in brackets behind the mark are kept as a remark. */
export const readYesNo: CellReader<boolean> = (cell) =>
  readShort(cell, (text) => {
    const answer = answers.get(toWord(text))
    if (answer !== undefined) return found(answer)
    const [, mark = '', words = ''] = /^([^(（]+)[(（](.+)[)）]$/s.exec(text) ?? []
    const marked = answers.get(toWord(mark))
    return marked === undefined
      ? problem('not-yes-or-no', cell)
      : found(marked, remark('words-beside', words))
  })
