import type { Bilingual } from '#kernel/bilingual.ts'
import { parseDate } from '#kernel/date-input.ts'
import { parseWholeNumber } from '#kernel/number.ts'
import { cleanText, countCharacters } from '#kernel/text.ts'
import { type Answers, askedIn, type Given, isAnswered, nothingGiven } from './answers.ts'
import { type AnswerProblem, answerProblems } from './problem-texts.ts'
import { most, type Question, type Questionnaire } from './questionnaire.ts'
import { numberShift } from './slots.ts'

/** What must be mended: the input's name, and how. */
export type FieldProblem = { readonly name: string; readonly text: Bilingual }

/** The part of a sent form that reading needs. */
export type Sent = { text(name: string): string; all(name: string): string[] }

/** Names of the inputs of one question. */
export const inputs = {
  main: (id: string) => `q-${id}`,
  other: (id: string) => `q-${id}-other`,
  unknown: (id: string) => `q-${id}-unknown`,
  row: (id: string, row: number) => `q-${id}-r${row}`,
} as const

/** The value that stands for わからない among choices. */
export const unknownValue = 'unknown'

export type AnswerReading = {
  readonly answers: Answers
  readonly problems: readonly FieldProblem[]
}

type Reader = {
  readonly sent: Sent
  readonly numberOf: (question: Question) => number
  readonly problems: FieldProblem[]
}

const complain = (reader: Reader, question: Question, kind: AnswerProblem): void => {
  const name =
    question.kind === 'matrix' && question.rows[0]
      ? inputs.row(question.id, question.rows[0].code)
      : inputs.main(question.id)
  reader.problems.push({ name, text: answerProblems[kind](question, reader.numberOf(question)) })
}

const readChoices = (reader: Reader, question: Question): Given => {
  const values = reader.sent.all(inputs.main(question.id))
  const known = new Set(question.choices.map(({ code }) => String(code)))
  const unknown = question.dontKnow && values.includes(unknownValue)
  const choices = [...new Set(values.filter((value) => known.has(value)).map(Number))]
  if (values.some((value) => value !== '' && value !== unknownValue && !known.has(value)))
    complain(reader, question, 'choice')
  const other = cleanText(reader.sent.text(inputs.other(question.id)))
  if (countCharacters(other) > most.text) complain(reader, question, 'long')
  if (question.kind === 'multiple') {
    if (unknown && choices.length > 0) complain(reader, question, 'unknown-and-more')
    if (question.most !== null && choices.length > question.most) complain(reader, question, 'most')
    return { ...nothingGiven, choices, other, unknown }
  }
  return { ...nothingGiven, choices: unknown ? [] : choices.slice(0, 1), other, unknown }
}

const readMatrix = (reader: Reader, question: Question): Given => {
  const known = new Set(question.choices.map(({ code }) => String(code)))
  const rows: Record<string, number> = {}
  for (const { code } of question.rows) {
    const value = reader.sent.text(inputs.row(question.id, code))
    if (known.has(value)) rows[String(code)] = Number(value)
    else if (value !== '') complain(reader, question, 'choice')
  }
  return { ...nothingGiven, rows, unknown: hasUnknownBox(reader, question) }
}

const hasUnknownBox = ({ sent }: Reader, question: Question): boolean =>
  question.dontKnow && sent.text(inputs.unknown(question.id)) === 'yes'

const readNumber = (reader: Reader, question: Question, typed: string): number | null => {
  const { least, greatest } = question
  const negative = /^\s*[-−▲△ー]/.test(typed)
  const read = parseWholeNumber(
    negative ? typed.replace(/^\s*[-−▲△ー]/, '') : typed,
    // Beyond it a number would be stored as one of the marks.
    numberShift - 1,
  )
  if (!read.ok) {
    complain(reader, question, 'number')
    return null
  }
  const value = negative ? -read.value : read.value
  if ((least !== null && value < least) || (greatest !== null && value > greatest)) {
    complain(reader, question, 'range')
    return null
  }
  return value
}

const readTyped = (reader: Reader, question: Question): Given => {
  const typed = cleanText(reader.sent.text(inputs.main(question.id)))
  const unknown = hasUnknownBox(reader, question)
  if (typed === '') return { ...nothingGiven, unknown }
  if (unknown) complain(reader, question, 'unknown-and-more')
  if (question.kind === 'number')
    return { ...nothingGiven, text: typed, number: readNumber(reader, question, typed), unknown }
  if (question.kind === 'date') {
    const read = parseDate(typed)
    if (!read.ok) complain(reader, question, 'date')
    return { ...nothingGiven, text: typed, date: read.ok ? read.value : null, unknown }
  }
  if (countCharacters(typed) > most.text) complain(reader, question, 'long')
  return { ...nothingGiven, text: typed, unknown }
}

const readOne = (reader: Reader, question: Question): Given => {
  if (question.kind === 'matrix') return readMatrix(reader, question)
  if (question.kind === 'number' || question.kind === 'text' || question.kind === 'date')
    return readTyped(reader, question)
  return readChoices(reader, question)
}

/** How a sheet is read: all of it or one page of it; from paper, where nothing is forced. */
export type ReadingRule = {
  /** The questions of this page; all when left out. */
  readonly ids?: ReadonlySet<string> | undefined
  /** What the pages before hold. */
  readonly before?: Answers | undefined
  /** True for paper and for what is put aside: empty answers to required questions are taken. */
  readonly lenient?: boolean | undefined
}

/** Reads a sheet. What is typed at questions that a branch leads past is neither checked nor kept. */
export const readAnswers = (
  sent: Sent,
  questionnaire: Questionnaire,
  rule: ReadingRule = {},
): AnswerReading => {
  const { ids, before = {}, lenient } = rule
  const { questions } = questionnaire
  const problems: (FieldProblem & { readonly id: string })[] = []
  const answers: Record<string, Given> = { ...before }
  for (const question of questions) {
    if (ids && !ids.has(question.id)) continue
    const own: FieldProblem[] = []
    const reader: Reader = {
      sent,
      numberOf: (one) => questions.indexOf(one) + 1,
      problems: own,
    }
    answers[question.id] = readOne(reader, question)
    const required = question.required && !lenient
    if (required && own.length === 0 && !isAnswered(question, answers[question.id]))
      complain(reader, question, 'required')
    problems.push(...own.map((problem) => ({ ...problem, id: question.id })))
  }
  const asked = askedIn(questionnaire, answers)
  return {
    answers,
    problems: problems.filter(({ id }) => asked.has(id)).map(({ name, text }) => ({ name, text })),
  }
}
