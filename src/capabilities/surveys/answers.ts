import type { PlainDate } from '#kernel/calendar.ts'
import { listAsked } from './branches.ts'
import { isOneChoice, type Question, type Questionnaire } from './questionnaire.ts'
import { marks, numberShift, packChoices, slotsOf } from './slots.ts'

/** What was given to one question. What its kind does not use is empty. */
export type Given = {
  readonly choices: readonly number[]
  /** What was written behind その他. */
  readonly other: string
  readonly unknown: boolean
  /** Rows of a matrix: row's code → choice's code. */
  readonly rows: Readonly<Record<string, number>>
  readonly text: string
  readonly number: number | null
  readonly date: PlainDate | null
}

/** Answers by the question's id. */
export type Answers = Readonly<Record<string, Given>>

export const nothingGiven: Given = {
  choices: [],
  other: '',
  unknown: false,
  rows: {},
  text: '',
  number: null,
  date: null,
}

/** Which questions are asked of whoever gave these answers. */
export const askedIn = (questionnaire: Questionnaire, answers: Answers): ReadonlySet<string> =>
  listAsked(questionnaire, ({ id }) => {
    const given = answers[id]
    return given && !given.unknown ? given.choices[0] : undefined
  })

/** True where something was answered, わからない included. */
export const isAnswered = (question: Question, given: Given | undefined): boolean => {
  if (!given) return false
  if (given.unknown) return true
  switch (question.kind) {
    case 'matrix':
      return question.rows.every(({ code }) => given.rows[String(code)] !== undefined)
    case 'number':
      return given.number !== null
    case 'date':
      return given.date !== null
    case 'text':
      return given.text !== ''
    default:
      return given.choices.length > 0
  }
}

/** How an answer came: the open link, a code, typed in from paper, from a table. */
export const answerModes = ['open', 'code', 'paper', 'import'] as const
export type AnswerMode = (typeof answerModes)[number]

/** One sheet as it is counted: a number for every slot, and what was written. */
export type Sheet = {
  readonly codes: readonly number[]
  readonly texts: readonly { readonly slot: number; readonly text: string }[]
}

const codeOf = (question: Question, row: number | null, given: Given | undefined): number => {
  if (!given) return marks.none
  if (given.unknown) return marks.unknown
  if (question.kind === 'matrix') return given.rows[String(row)] ?? marks.none
  if (question.kind === 'multiple')
    return given.choices.length > 0 ? packChoices(given.choices) : marks.none
  if (isOneChoice(question.kind)) return given.choices[0] ?? marks.none
  if (question.kind === 'number')
    return given.number === null ? marks.none : given.number + numberShift
  if (question.kind === 'date')
    return given.date === null ? marks.none : Number(given.date.replaceAll('-', ''))
  return given.text === '' ? marks.none : 1
}

const writtenOf = (question: Question, given: Given | undefined): string => {
  if (!given || given.unknown) return ''
  if (question.kind === 'text') return given.text
  const others = question.choices.filter(({ other }) => other).map(({ code }) => code)
  return given.choices.some((code) => others.includes(code)) ? given.other : ''
}

/**
 * Answers as they are stored. A question that a branch led past holds 非該当 whatever was typed there; one
 * that was asked and left empty holds 無回答.
 */
export const toSheet = (questionnaire: Questionnaire, answers: Answers): Sheet => {
  const asked = askedIn(questionnaire, answers)
  const slots = slotsOf(questionnaire)
  const texts = slots.flatMap(({ slot, question, row }) => {
    // A matrix has no text of its own; its rows would say it several times.
    const text =
      row === null && asked.has(question.id) ? writtenOf(question, answers[question.id]) : ''
    return text === '' ? [] : [{ slot, text }]
  })
  const codes = slots.map(({ question, row }) =>
    asked.has(question.id) ? codeOf(question, row, answers[question.id]) : marks.notAsked,
  )
  return { codes, texts }
}
