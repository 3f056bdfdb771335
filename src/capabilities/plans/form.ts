import { type Bilingual, both } from '#kernel/bilingual.ts'
import { cleanLine, cleanText, countCharacters, toAsciiDigits } from '#kernel/text.ts'
import type { FieldProblem } from '../forms/index.ts'
import type { Values } from './merge.ts'

/** The part of a sent form that reading needs. */
export type Sent = {
  text(name: string): string
  all(name: string): string[]
  names(): readonly string[]
}

/** What was typed, cleaned, and what is to be mended in it. */
export type Read = { readonly values: Values; readonly problems: readonly FieldProblem[] }

/** Most characters of each kind of text. */
export const limits = { no: 40, line: 200, text: 4_000, lines: 50 } as const

/** Collects fields and problems while a form is read. */
export type Reader = {
  readonly sent: Sent
  readonly values: Record<string, string>
  readonly problems: FieldProblem[]
}

export const readerOf = (sent: Sent): Reader => ({ sent, values: {}, problems: [] })

export const tell = ({ problems }: Reader, name: string, text: Bilingual): void => {
  problems.push({ name, text })
}

export const missing = (label: Bilingual): Bilingual =>
  both(`「${label.ja}」を書いてください。`, `Please write “${label.en}”.`)

const tooLong = (label: Bilingual, most: number): Bilingual =>
  both(
    `「${label.ja}」は${most}字以内で書いてください。`,
    `Please shorten “${label.en}” to ${most} characters.`,
  )

type Field = {
  readonly name: string
  readonly label: Bilingual
  readonly required?: boolean
  readonly most?: number
}

const keep = (reader: Reader, name: string, value: string): string => {
  if (value !== '') reader.values[name] = value
  return value
}

/** One line. */
export const readLine = (reader: Reader, { name, label, required, most }: Field): string => {
  const value = keep(reader, name, cleanLine(reader.sent.text(name)))
  if (required && value === '') tell(reader, name, missing(label))
  const limit = most ?? limits.line
  if (countCharacters(value) > limit) tell(reader, name, tooLong(label, limit))
  return value
}

/** A line in Japanese and, where somebody wrote it, in English. */
export const readBoth = (reader: Reader, { name, ...field }: Field): void => {
  readLine(reader, { ...field, name: `${name}_ja` })
  readLine(reader, { ...field, name: `${name}_en`, required: false })
}

/** Several lines in Japanese and, where somebody wrote them, in English. */
export const readTexts = (reader: Reader, { name, label, required }: Field): void => {
  for (const language of ['ja', 'en'] as const) {
    const field = `${name}_${language}`
    const value = keep(reader, field, cleanText(reader.sent.text(field)))
    if (required && language === 'ja' && value === '') tell(reader, field, missing(label))
    if (countCharacters(value) > limits.text) tell(reader, field, tooLong(label, limits.text))
  }
}

const linesIn = (text: string): string[] =>
  cleanText(text)
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '')

/** One thing a line. English has as many lines as Japanese, or none: they are read side by side. */
export const readLines = (reader: Reader, { name, label }: Field): readonly string[] => {
  const japanese = linesIn(reader.sent.text(`${name}_ja`))
  const english = linesIn(reader.sent.text(`${name}_en`))
  keep(reader, `${name}_ja`, japanese.join('\n'))
  keep(reader, `${name}_en`, english.join('\n'))
  if (japanese.length > limits.lines)
    tell(
      reader,
      `${name}_ja`,
      both(
        `「${label.ja}」は${limits.lines}行までにしてください。`,
        `Please write at most ${limits.lines} lines in “${label.en}”.`,
      ),
    )
  if ([...japanese, ...english].some((line) => countCharacters(line) > limits.text))
    tell(reader, `${name}_ja`, tooLong(label, limits.text))
  if (english.length > 0 && english.length !== japanese.length)
    tell(
      reader,
      `${name}_en`,
      both(
        `「${label.ja}」の英語は、日本語と同じ${japanese.length}行にしてください。書かないときは空にします。`,
        `“${label.en}” needs ${japanese.length} lines in English as in Japanese, or none.`,
      ),
    )
  return japanese
}

/** One of a list, or nothing. What the list does not hold is told, as the list may have changed meanwhile. */
export const readChoice = (
  reader: Reader,
  { name, label, required }: Field,
  known: readonly string[],
): string => {
  const value = keep(reader, name, cleanLine(reader.sent.text(name)))
  if ((value === '' && required) || (value !== '' && !known.includes(value)))
    tell(reader, name, both(`「${label.ja}」を選んでください。`, `Please choose “${label.en}”.`))
  return value
}

/** Any number of a list, in the order of the list. */
export const readChoices = (
  reader: Reader,
  name: string,
  known: readonly string[],
): readonly string[] => {
  const chosen = reader.sent.all(name)
  const values = known.filter((one) => chosen.includes(one))
  keep(reader, name, values.join('\n'))
  return values
}

/** A western year, or a year of 平成 or 令和 as it is written short: 2026, 令和8, R8. */
export const readYear = (reader: Reader, { name, label, required }: Field): number | undefined => {
  const typed = toAsciiDigits(cleanLine(reader.sent.text(name)))
  if (typed === '') {
    if (required) tell(reader, name, missing(label))
    return undefined
  }
  const [, era = '', number = ''] =
    /^(令和|平成|R|H|r|h)?\s*(\d{1,4}|元)\s*(?:年度?)?$/.exec(typed) ?? []
  const base = { 令: 2018, r: 2018, 平: 1988, h: 1988 }[era.charAt(0).toLowerCase()] ?? 0
  const year = base + (number === '元' ? 1 : Number(number))
  if (number === '' || year < 1900 || year > 2200) {
    tell(
      reader,
      name,
      both(
        `「${label.ja}」は年度で書いてください（例：令和8、2026）。`,
        `Please write “${label.en}” as a year (e.g. 2026).`,
      ),
    )
    reader.values[name] = typed
    return undefined
  }
  reader.values[name] = String(year)
  return year
}
