import { answerModes } from './answers.ts'
import type { Question, Questionnaire } from './questionnaire.ts'
import { sentences } from './sentences.ts'
import { marks, numberShift, slotsOf, unpackChoices } from './slots.ts'

/** Written where a branch led past a question; it is the same as nothing when the table is taken in again. */
export const notAskedWord = '非該当'
const unknownWord = '?'
const writtenWord = '記入あり'

const modeHeading = '答え方'

/** The headings under which {@link composeRow} writes: those of a table that is taken in. */
export const headingsOf = (questionnaire: Questionnaire): readonly string[] => {
  const names = questionnaire.questions.flatMap(({ kind, rows }, at) =>
    kind === 'matrix' ? rows.map((_, row) => `問${at + 1}-${row + 1}`) : [`問${at + 1}`],
  )
  return [modeHeading, ...names]
}

/** Choices by their place on paper, as they are typed in: codes stay when choices are moved, places do not. */
const placeOf = ({ choices }: Question, code: number): number =>
  choices.findIndex((choice) => choice.code === code) + 1

const dayOf = (code: number): string => {
  const digits = String(code)
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

const cellOf = (question: Question, code: number): string | number => {
  if (code === marks.none) return ''
  if (code === marks.notAsked) return notAskedWord
  if (code === marks.unknown) return unknownWord
  switch (question.kind) {
    case 'multiple':
      return unpackChoices(code)
        .map((one) => placeOf(question, one))
        .join(';')
    case 'number':
      return code - numberShift
    case 'date':
      return dayOf(code)
    case 'text':
      return writtenWord
    default:
      return placeOf(question, code)
  }
}

/** Makes the line of one answer: how it came, then a cell for each slot. What people wrote is not in it. */
export const rowComposer = (questionnaire: Questionnaire) => {
  const slots = slotsOf(questionnaire)
  const { byMode } = sentences.ja.desk
  return (mode: string, codes: readonly number[]): readonly (string | number)[] => [
    byMode[answerModes.find((one) => one === mode) ?? 'open'],
    ...slots.map(({ question, slot }) => cellOf(question, codes[slot - 1] ?? marks.none)),
  ]
}
