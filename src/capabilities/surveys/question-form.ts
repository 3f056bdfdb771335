import { type Bilingual, both } from '#kernel/bilingual.ts'
import { parseWholeNumber } from '#kernel/number.ts'
import { cleanLine } from '#kernel/text.ts'
import { limits, readWords, type Sent, wordInputs } from './form.ts'
import {
  type Branch,
  type Choice,
  hasChoices,
  isOneChoice,
  most,
  noWords,
  type Question,
  type Words,
} from './questionnaire.ts'
import type { FieldProblem } from './read-answers.ts'

type Reader = { readonly sent: Sent; readonly problems: FieldProblem[] }
type Line = { readonly code: number; readonly text: Words }

const linesIn = (text: string): readonly string[] => text.split('\n').map(cleanLine)

/** Lines in three languages, one below the other; empty ones behind the last are left out. */
const readLines = ({ sent }: Reader, name: string): readonly Words[] => {
  const inputs = wordInputs(name)
  const ja = linesIn(sent.text(inputs.ja)).filter((line) => line !== '')
  const en = linesIn(sent.text(inputs.en))
  const easy = linesIn(sent.text(inputs.easy))
  return ja.map((line, at) => ({ ja: line, en: en[at] ?? '', easy: easy[at] ?? '' }))
}

/** Lines that were there keep their codes; new ones get codes that nothing had. */
const withCodes = (lines: readonly Words[], before: readonly Line[]): readonly Line[] => {
  let next = before.reduce((max, { code }) => Math.max(max, code), 0)
  const known = new Map(before.map(({ code, text }) => [text.ja, code]))
  return lines.map((text) => {
    const code = known.get(text.ja) ?? ++next
    known.delete(text.ja)
    return { code, text }
  })
}

/** Codes counted anew where they have grown beyond what one number can hold. */
const dense = (lines: readonly Line[]): readonly Line[] =>
  lines.some(({ code }) => code > most.choices)
    ? lines.map(({ text }, at) => ({ code: at + 1, text }))
    : lines

const complain = (reader: Reader, name: string, text: Bilingual): void => {
  reader.problems.push({ name, text })
}

const readChoices = (reader: Reader, question: Question): readonly Choice[] => {
  if (!hasChoices(question.kind)) return []
  // Districts come from the city when the survey is published.
  if (question.kind === 'area') return question.choices
  const lines = readLines(reader, 'choices')
  if (lines.length < 2)
    complain(
      reader,
      'choices_ja',
      both(
        '選択肢を、1行に1つずつ、2つ以上書いてください。',
        'Please write at least two choices, one in each line.',
      ),
    )
  if (lines.length > most.choices)
    complain(
      reader,
      'choices_ja',
      both(
        `選択肢は${most.choices}までにしてください。`,
        `There can be ${most.choices} choices at most.`,
      ),
    )
  if (new Set(lines.map(({ ja }) => ja)).size < lines.length)
    complain(reader, 'choices_ja', both('同じ選択肢が2つあります。', 'Two choices are the same.'))
  const other = reader.sent.text('other') === 'yes'
  const mayHaveOther = question.kind === 'single' || question.kind === 'multiple'
  return dense(withCodes(lines, question.choices)).map((line, at) => ({
    ...line,
    other: mayHaveOther && other && at === lines.length - 1,
  }))
}

const readRows = (reader: Reader, question: Question): readonly Line[] => {
  if (question.kind !== 'matrix') return []
  const lines = readLines(reader, 'rows')
  if (lines.length === 0 || lines.length > most.rows)
    complain(
      reader,
      'rows_ja',
      both(
        `表の行を、1行に1つずつ、${most.rows}まで書いてください。`,
        `Please write the rows, one in each line, ${most.rows} at most.`,
      ),
    )
  return withCodes(lines, question.rows)
}

const readCount = (reader: Reader, name: string): number | null => {
  const typed = reader.sent.text(name).trim()
  if (typed === '') return null
  const negative = /^[-−]/.test(typed)
  const read = parseWholeNumber(typed.replace(/^[-−]/, ''), 999_999_999_999)
  if (read.ok) return negative ? -read.value : read.value
  complain(reader, name, both('数字で書いてください（例：3）。', 'Please write a number (e.g. 3).'))
  return null
}

const readBranches = (reader: Reader, choices: readonly Choice[]): readonly Branch[] => {
  const byTarget = new Map<string, number[]>()
  for (const { code } of choices) {
    const to = reader.sent.text(`branch-${code}`)
    if (to !== '') byTarget.set(to, [...(byTarget.get(to) ?? []), code])
  }
  return [...byTarget].map(([to, when]) => ({ when, to }))
}

const readSection = (reader: Reader): Words | null => {
  const label = both('まとまりの見出し', 'Heading of the section')
  const words = readWords(reader, {
    name: 'section',
    label,
    max: limits.title,
    required: false,
    line: true,
  })
  return words.ja === '' ? null : words
}

const readTexts = (reader: Reader) => ({
  text: readWords(reader, {
    name: 'text',
    label: both('設問の文', 'Text of the question'),
    max: 500,
    required: true,
  }),
  help: readWords(reader, {
    name: 'help',
    label: both('説明', 'Explanation'),
    max: 500,
    required: false,
  }),
})

export type QuestionReading = {
  readonly question: Question
  readonly problems: readonly FieldProblem[]
}

/** Reads a question; `before` is what it was, or an empty one of its kind. */
export const readQuestion = (sent: Sent, before: Question): QuestionReading => {
  const reader: Reader = { sent, problems: [] }
  const texts = readTexts(reader)
  const choices = readChoices(reader, before)
  const limit = before.kind === 'multiple' ? readCount(reader, 'most') : null
  if (limit !== null && (limit < 1 || limit > choices.length))
    complain(
      reader,
      'most',
      both(
        '1から選択肢の数までの数にしてください。',
        'Please write a number from 1 to that of the choices.',
      ),
    )
  const isNumber = before.kind === 'number'
  const least = isNumber ? readCount(reader, 'least') : null
  const greatest = isNumber ? readCount(reader, 'greatest') : null
  if (least !== null && greatest !== null && least > greatest)
    complain(
      reader,
      'greatest',
      both(
        '一番小さい数より大きい数にしてください。',
        'This must not be less than the least number.',
      ),
    )
  const unit = { name: 'unit', label: both('単位', 'Unit'), max: 20, required: false, line: true }
  const question: Question = {
    ...before,
    ...texts,
    required: sent.text('required') === 'yes',
    dontKnow: sent.text('dont_know') === 'yes',
    choices,
    rows: readRows(reader, before),
    most: limit,
    least,
    greatest,
    unit: isNumber ? readWords(reader, unit) : noWords,
    branches: isOneChoice(before.kind) ? readBranches(reader, choices) : [],
    section: readSection(reader),
  }
  return { question, problems: reader.problems }
}

const sameCount = both(
  '答えが届いているため、選択肢や行の数は変えられません。文言だけを直してください。',
  'Answers have come in: the number of choices and rows stays. Please mend words only.',
)

const mendLines = <T extends Line>(reader: Reader, name: string, before: readonly T[]): T[] => {
  const lines = readLines(reader, name)
  if (lines.length !== before.length) complain(reader, `${name}_ja`, sameCount)
  return before.map((line, at) => ({ ...line, text: lines[at] ?? line.text }))
}

/** Reads mended words of a question that was answered already: nothing else of it changes. */
export const readMending = (sent: Sent, before: Question): QuestionReading => {
  const reader: Reader = { sent, problems: [] }
  const fixed = before.kind === 'area' || !hasChoices(before.kind)
  const question: Question = {
    ...before,
    ...readTexts(reader),
    choices: fixed ? before.choices : mendLines(reader, 'choices', before.choices),
    rows: before.kind === 'matrix' ? mendLines(reader, 'rows', before.rows) : before.rows,
    section: before.section && (readSection(reader) ?? before.section),
  }
  return { question, problems: reader.problems }
}
