import { newId } from '#kernel/ids.ts'
import type { Question, Questionnaire } from './questionnaire.ts'

/** The questionnaire with this question in its place, or at the end. */
export const withQuestion = ({ questions }: Questionnaire, question: Question): Questionnaire => ({
  questions: questions.some(({ id }) => id === question.id)
    ? questions.map((one) => (one.id === question.id ? question : one))
    : [...questions, question],
})

/** Without a question; branches that led to it lead on to the next. */
export const withoutQuestion = ({ questions }: Questionnaire, id: string): Questionnaire => ({
  questions: questions
    .filter((question) => question.id !== id)
    .map((question) => ({
      ...question,
      branches: question.branches.filter(({ to }) => to !== id),
    })),
})

/** With a question one place further up or down. */
export const withMoved = (
  { questions }: Questionnaire,
  id: string,
  direction: 'up' | 'down',
): Questionnaire => {
  const at = questions.findIndex((question) => question.id === id)
  const other = direction === 'up' ? at - 1 : at + 1
  const [here, there] = [questions[at], questions[other]]
  if (!here || !there) return { questions }
  return {
    questions: questions.map((question, place) => {
      if (place === at) return there
      return place === other ? here : question
    }),
  }
}

/** The same questions under new ids, for another survey; districts are taken anew. */
export const copyQuestions = ({ questions }: Questionnaire): Questionnaire => {
  const ids = new Map(questions.map(({ id }) => [id, newId()]))
  return {
    questions: questions.map((question) => ({
      ...question,
      id: ids.get(question.id) ?? newId(),
      choices: question.kind === 'area' ? [] : question.choices,
      branches:
        question.kind === 'area'
          ? []
          : question.branches.map((branch) => ({ ...branch, to: ids.get(branch.to) ?? branch.to })),
    })),
  }
}
