import {
  hasChoices,
  isOneChoice,
  most,
  numberOf,
  type Question,
  type Questionnaire,
} from './questionnaire.ts'
import { slotsOf } from './slots.ts'

/** What is wrong with a questionnaire, and with which question; `also` is the other one, as 問 numbers. */
export type Fault = {
  readonly kind:
    | 'no-questions'
    | 'too-many'
    | 'no-text'
    | 'no-choices'
    | 'no-rows'
    | 'most-too-large'
    | 'range-upside-down'
    | 'branch-nowhere'
    | 'branch-backward'
    | 'branch-choice'
    | 'unreachable'
  readonly questionId: string | null
  readonly number: number
}

/** Where a question's answers may lead: the indexes of questions, `length` being the end. */
const leadsTo = ({ questions }: Questionnaire, at: number): readonly number[] => {
  const question = questions[at] as Question
  const targets = question.branches.map(({ to }) =>
    to === 'end' ? questions.length : questions.findIndex(({ id }) => id === to),
  )
  const taken = new Set(question.branches.flatMap(({ when }) => when))
  const allTaken =
    isOneChoice(question.kind) &&
    question.required &&
    !question.dontKnow &&
    question.choices.length > 0 &&
    question.choices.every(({ code }) => taken.has(code))
  return allTaken ? targets : [...targets, at + 1]
}

/** Indexes of questions that no way of answering comes to. */
const findUnreachable = (questionnaire: Questionnaire): readonly number[] => {
  const { length } = questionnaire.questions
  const reached = new Set([0])
  // Branches lead forward only, so one pass in order finds everything.
  for (let at = 0; at < length; at += 1)
    if (reached.has(at)) for (const next of leadsTo(questionnaire, at)) reached.add(next)
  return Array.from({ length }, (_, at) => at).filter((at) => !reached.has(at))
}

const branchFault = (
  { questions }: Questionnaire,
  question: Question,
  at: number,
): Fault['kind'] | undefined => {
  for (const { when, to } of question.branches) {
    const target = questions.findIndex(({ id }) => id === to)
    if (to !== 'end' && target < 0) return 'branch-nowhere'
    if (to !== 'end' && target <= at) return 'branch-backward'
    if (when.some((code) => !question.choices.some((choice) => choice.code === code)))
      return 'branch-choice'
  }
  return undefined
}

const ownFault = (question: Question): Fault['kind'] | undefined => {
  if (question.text.ja === '') return 'no-text'
  if (hasChoices(question.kind) && question.choices.length < (question.kind === 'area' ? 1 : 2))
    return 'no-choices'
  if (question.kind === 'matrix' && question.rows.length === 0) return 'no-rows'
  if (question.most !== null && question.most > question.choices.length) return 'most-too-large'
  if (question.least !== null && question.greatest !== null && question.least > question.greatest)
    return 'range-upside-down'
  return undefined
}

/** Everything that keeps a questionnaire from being published. Loops cannot be: branches lead forward only. */
export const findFaults = (questionnaire: Questionnaire): readonly Fault[] => {
  const { questions } = questionnaire
  if (questions.length === 0) return [{ kind: 'no-questions', questionId: null, number: 0 }]
  const faults: Fault[] = []
  if (questions.length > most.questions || slotsOf(questionnaire).length > most.slots)
    faults.push({ kind: 'too-many', questionId: null, number: 0 })
  const add = (question: Question, kind: Fault['kind'] | undefined): void => {
    if (kind)
      faults.push({ kind, questionId: question.id, number: numberOf(questionnaire, question.id) })
  }
  questions.forEach((question, at) => {
    add(question, ownFault(question))
    add(question, branchFault(questionnaire, question, at))
  })
  if (!faults.some(({ kind }) => kind === 'branch-backward' || kind === 'branch-nowhere'))
    for (const at of findUnreachable(questionnaire)) add(questions[at] as Question, 'unreachable')
  return faults
}

/**
 * The questions that somebody with these answers is asked. `chosen` is the code of the one choice that was
 * taken, undefined where none was.
 */
export const listAsked = (
  { questions }: Questionnaire,
  chosen: (question: Question) => number | undefined,
): ReadonlySet<string> => {
  const asked = new Set<string>()
  let at = 0
  while (at < questions.length) {
    const question = questions[at] as Question
    asked.add(question.id)
    const code = isOneChoice(question.kind) ? chosen(question) : undefined
    const branch =
      code === undefined ? undefined : question.branches.find(({ when }) => when.includes(code))
    const target = branch && questions.findIndex(({ id }) => id === branch.to)
    // A branch that leads nowhere or back, which cannot be published, is passed over.
    if (branch?.to === 'end') break
    at = target !== undefined && target > at ? target : at + 1
  }
  return asked
}
