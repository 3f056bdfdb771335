import { type Answers, askedIn } from './answers.ts'
import type { Question, Questionnaire, Words } from './questionnaire.ts'
import { noWords } from './questionnaire.ts'

/** Questions that stand under one heading. */
export type SectionPart = { readonly title: Words; readonly questions: readonly Question[] }

/** The questionnaire in its sections; what stands before the first heading is a section of its own. */
export const sectionsOf = ({ questions }: Questionnaire): readonly SectionPart[] => {
  const parts: { title: Words; questions: Question[] }[] = []
  for (const question of questions) {
    if (question.section || parts.length === 0)
      parts.push({ title: question.section ?? noWords, questions: [] })
    parts.at(-1)?.questions.push(question)
  }
  return parts
}

/** The next section that asks something of whoever gave these answers, from 1; one more than there are: the end. */
export const nextPart = (questionnaire: Questionnaire, answers: Answers, after: number): number => {
  const asked = askedIn(questionnaire, answers)
  const parts = sectionsOf(questionnaire)
  const at = parts.findIndex(
    ({ questions }, index) => index >= after && questions.some(({ id }) => asked.has(id)),
  )
  return at < 0 ? parts.length + 1 : at + 1
}

/** The section before it that asked something; the first where there is none. */
export const previousPart = (
  questionnaire: Questionnaire,
  answers: Answers,
  before: number,
): number => {
  const asked = askedIn(questionnaire, answers)
  const parts = sectionsOf(questionnaire)
  for (let at = before - 2; at >= 0; at -= 1)
    if (parts[at]?.questions.some(({ id }) => asked.has(id))) return at + 1
  return 1
}
