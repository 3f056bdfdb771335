import { isPlainDate, type PlainDate } from '#kernel/calendar.ts'
import { type Answers, type FormDefinition, fieldsOf, textAnswer } from '../forms/index.ts'
import type { Side } from './project.ts'

/** One entry of the log that both sides keep. The form's other answers lie in its sheet. */
export type ProgressEntry = {
  readonly id: string
  readonly projectId: string
  readonly fiscalYear: number
  readonly side: Side
  readonly accountId: string | null
  readonly authorName: string
  readonly happenedOn: PlainDate
  /** What was done; where `public` is set, these are the words that everyone reads. */
  readonly body: string
  readonly public: boolean
  readonly writtenAt: Date
}

/** The answers that every form of progress has: the day, and what was done. */
export const entryFields = { day: 'date', done: 'what_was_done' } as const

const codeOf = (definition: FormDefinition, code: string, kind: 'date' | 'textarea'): string => {
  const fields = fieldsOf(definition)
  return (
    fields.find((field) => field.code === code)?.code ??
    fields.find((field) => field.kind === kind)?.code ??
    code
  )
}

/** The name of the field that holds the day. */
export const dayFieldOf = (definition: FormDefinition): string =>
  codeOf(definition, entryFields.day, 'date')

/** The day on which it was done; undefined while none that exists was written. */
export const dayIn = (definition: FormDefinition, answers: Answers): PlainDate | undefined => {
  const day = textAnswer(answers, dayFieldOf(definition))
  return isPlainDate(day) ? day : undefined
}

/** What was done, in the writer's words. */
export const doneIn = (definition: FormDefinition, answers: Answers): string =>
  textAnswer(answers, codeOf(definition, entryFields.done, 'textarea'))
