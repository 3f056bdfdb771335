import { type Answers, fieldsOf } from './answers.ts'
import type { FormDefinition, FormField } from './definition.ts'

/** What stands in the place of a file where the paper is brought to the counter. */
export const byHandAnswer = 'by-hand'

/** The name of the tick with which somebody says so. */
export const byHandName = (code: string): string => `${code}.by_hand`

/** True for a paper that was said to be brought to the counter. */
export const isByHand = (field: FormField, answers: Answers): boolean =>
  field.kind === 'file' && field.byHand === true && answers[field.code] === byHandAnswer

/** The papers that are to be brought to the counter. */
export const papersByHand = (definition: FormDefinition, answers: Answers): readonly FormField[] =>
  fieldsOf(definition).filter((field) => isByHand(field, answers))

/** What stands in the place of a file that the product keeps itself, as it stood when the form was sent. */
export const keptAnswer = 'kept'

/** True for a paper in whose place what is kept was sent. */
export const isKept = (field: FormField, answers: Answers): boolean =>
  field.kind === 'file' && answers[field.code] === keptAnswer

/** The step under which the history of a procedure says that a paper was received. */
export const receiptStep = (code: string): string => `paper-${code}`
