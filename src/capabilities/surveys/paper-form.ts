import { cleanText } from '#kernel/text.ts'
import { hasChoices, type Question, type Questionnaire } from './questionnaire.ts'
import { inputs, type Sent, unknownValue } from './read-answers.ts'

/**
 * Answers as they are typed from paper: numbers as they stand before the choices. わからない stands behind
 * the last of them; at questions without choices it is `?`. An empty input is 無回答.
 */

/** The number printed before わからない. */
export const unknownNumber = (question: Question): number => question.choices.length + 1

const numbersIn = (typed: string): readonly string[] =>
  typed
    .normalize('NFKC')
    .split(/[\s,、・.]+/)
    .filter((part) => part !== '')

/** The value of a choice by its printed number or by its words; what is neither stays as typed, and is refused. */
const choiceValue = (question: Question, typed: string): string => {
  const number = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  if (question.dontKnow && (number === unknownNumber(question) || isUnknown(typed)))
    return unknownValue
  const choice =
    question.choices[number - 1] ?? question.choices.find(({ text }) => text.ja === typed)
  // Nothing that was typed may pass for another choice's code.
  return choice ? String(choice.code) : `!${typed}`
}

const isUnknown = (typed: string): boolean => {
  const text = typed.normalize('NFKC').trim()
  return text === '?' || text === 'わからない'
}

const choicesTyped = (question: Question, typed: string): string[] => {
  const text = cleanText(typed)
  if (text === '') return []
  // Words of one choice may hold spaces and commas.
  if (isUnknown(text) || question.choices.some((choice) => choice.text.ja === text))
    return [choiceValue(question, text)]
  const parts = /[;；\n]/.test(text)
    ? text
        .split(/[;；\n]/)
        .map((part) => part.trim())
        .filter(Boolean)
    : numbersIn(text)
  // One choice, and two were marked: neither counts, as in every hand count.
  if (question.kind !== 'multiple' && parts.length > 1) return [`!${text}`]
  return parts.map((part) => choiceValue(question, part))
}

const questionOf = (questionnaire: Questionnaire, name: string): Question | undefined =>
  questionnaire.questions.find(
    ({ id }) => name === inputs.main(id) || name.startsWith(`${inputs.main(id)}-`),
  )

/** Typed sheets in the shape in which a page sends them. */
export const asSent = (questionnaire: Questionnaire, typed: Pick<Sent, 'text'>): Sent => {
  const all = (name: string): string[] => {
    const question = questionOf(questionnaire, name)
    if (!question) return []
    const { id, kind } = question
    if (name === inputs.unknown(id)) {
      const first =
        kind === 'matrix' ? inputs.row(id, question.rows[0]?.code ?? 0) : inputs.main(id)
      return isUnknown(typed.text(first)) ? ['yes'] : []
    }
    const value = typed.text(name)
    if (name === inputs.other(id)) return [value]
    if (kind === 'matrix') {
      const values = choicesTyped({ ...question, dontKnow: false }, isUnknown(value) ? '' : value)
      return values.slice(0, 1)
    }
    if (hasChoices(kind)) return choicesTyped(question, value)
    return [isUnknown(value) && question.dontKnow ? '' : value]
  }
  return { all, text: (name) => all(name)[0] ?? '' }
}
