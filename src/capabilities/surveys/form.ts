import { type Bilingual, both } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { parseDate } from '#kernel/date-input.ts'
import { cleanLine, cleanText, countCharacters } from '#kernel/text.ts'
import { noWords, type Words } from './questionnaire.ts'
import type { FieldProblem } from './read-answers.ts'
import { layouts, type SurveyFacts, surveyWays } from './survey.ts'

/** The part of a sent form that reading needs. */
export type Sent = { text(name: string): string; all(name: string): string[] }

/** Most characters of each text. */
export const limits = { title: 80, text: 2_000, reason: 1_000 } as const

const tooLong = (label: Bilingual, max: number): Bilingual =>
  both(
    `「${label.ja}」は${max}字以内で書いてください。`,
    `Please shorten “${label.en}” to ${max} characters.`,
  )

const missing = (label: Bilingual): Bilingual =>
  both(`「${label.ja}」を書いてください。`, `Please write “${label.en}”.`)

/** Names of the three inputs of a text. */
export const wordInputs = (name: string) =>
  ({ ja: `${name}_ja`, en: `${name}_en`, easy: `${name}_easy` }) as const

type Reader = { readonly sent: Sent; readonly problems: FieldProblem[] }
type Asked = {
  readonly name: string
  readonly label: Bilingual
  readonly max: number
  readonly required: boolean
  readonly line?: boolean
}

/** Reads a text in its three readings. */
export const readWords = ({ sent, problems }: Reader, asked: Asked): Words => {
  const { name, label, max, required, line } = asked
  const inputs = wordInputs(name)
  const clean = line ? cleanLine : cleanText
  const words: Words = {
    ja: clean(sent.text(inputs.ja)),
    en: clean(sent.text(inputs.en)),
    easy: clean(sent.text(inputs.easy)),
  }
  if (required && words.ja === '') problems.push({ name: inputs.ja, text: missing(label) })
  for (const reading of ['ja', 'en', 'easy'] as const)
    if (countCharacters(words[reading]) > max)
      problems.push({ name: inputs[reading], text: tooLong(label, max) })
  return words
}

const dayProblem = both(
  '年月日で書いてください（例：令和8年12月1日、2026/12/1）。',
  'Please write a day (e.g. 2026/12/1).',
)

const readDay = ({ sent, problems }: Reader, name: string): PlainDate | undefined => {
  const read = parseDate(sent.text(name))
  if (read.ok) return read.value
  problems.push({ name, text: dayProblem })
  return undefined
}

const labels = {
  title: both('題名', 'Title'),
  purpose: both('目的', 'Purpose'),
  asked: both('答えていただきたい方', 'Who is asked'),
  use: both('答えの使い方', 'How answers are used'),
  contact: both('問い合わせ先', 'Contact'),
} as const

/** A survey's facts as read; undefined where something must be mended. */
export type FactsReading = {
  readonly facts: SurveyFacts | undefined
  readonly problems: readonly FieldProblem[]
}

const readTexts = (reader: Reader) => {
  const long = { max: limits.text, required: true } as const
  return {
    title: readWords(reader, {
      name: 'title',
      label: labels.title,
      max: limits.title,
      required: true,
      line: true,
    }),
    purpose: readWords(reader, { name: 'purpose', label: labels.purpose, ...long }),
    asked: readWords(reader, { name: 'asked', label: labels.asked, ...long }),
    use: readWords(reader, { name: 'use', label: labels.use, ...long }),
    contact: readWords(reader, { name: 'contact', label: labels.contact, ...long }),
  }
}

const readPeriod = (reader: Reader) => {
  const opensOn = readDay(reader, 'opens_on')
  const closesOn = readDay(reader, 'closes_on')
  if (opensOn && closesOn && closesOn < opensOn)
    reader.problems.push({
      name: 'closes_on',
      text: both(
        '期限は、始まりの日より後にしてください。',
        'The last day must not be before the first.',
      ),
    })
  return { opensOn, closesOn }
}

/** Reads what is said and decided about a survey. `mayAskFor` tells in whose name the writer may ask. */
export const readFacts = (
  sent: Sent,
  mayAskFor: (department: string | null) => boolean,
): FactsReading => {
  const reader: Reader = { sent, problems: [] }
  const texts = readTexts(reader)
  const { opensOn, closesOn } = readPeriod(reader)
  const ways = surveyWays.filter((way) => sent.all('ways').includes(way))
  if (ways.length === 0)
    reader.problems.push({
      name: 'ways',
      text: both('答え方を1つ以上選んでください。', 'Please choose at least one way of answering.'),
    })
  const department = sent.text('department') || null
  if (!mayAskFor(department))
    reader.problems.push({
      name: 'department',
      text: both('自分の課を選んでください。', 'Please choose your own department.'),
    })
  const layout = layouts.find((one) => one === sent.text('layout')) ?? 'one'
  const { problems } = reader
  if (problems.length > 0 || !opensOn || !closesOn) return { facts: undefined, problems }
  return { facts: { texts, department, ways, layout, opensOn, closesOn }, problems }
}

/** Reads a reason that must be given. */
export const readReason = (
  sent: Pick<Sent, 'text'>,
): { readonly reason: string; readonly problems: readonly FieldProblem[] } => {
  const reason = cleanText(sent.text('reason'))
  const text = both('理由を書いてください。', 'Please write the reason.')
  if (reason === '') return { reason, problems: [{ name: 'reason', text }] }
  const long = countCharacters(reason) > limits.reason
  const label = both('理由', 'Reason')
  return {
    reason,
    problems: long ? [{ name: 'reason', text: tooLong(label, limits.reason) }] : [],
  }
}

/** Reads until when a survey goes on, and why. */
export const readExtension = (sent: Sent) => {
  const reader: Reader = { sent, problems: [] }
  const closesOn = readDay(reader, 'closes_on')
  const { reason, problems } = readReason(sent)
  return { closesOn, reason, problems: [...reader.problems, ...problems] }
}

/** Words of which only the Japanese is known. */
export const inJapanese = (ja: string): Words => ({ ...noWords, ja })
