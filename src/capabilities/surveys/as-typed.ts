import type { Answers } from './answers.ts'
import { isOneChoice, type Questionnaire } from './questionnaire.ts'
import { inputs, type Sent, unknownValue } from './read-answers.ts'

/** Answers that were put aside, as the inputs of a page hold them. */
export const asTyped = ({ questions }: Questionnaire, answers: Answers): Sent => {
  const values = new Map<string, string[]>()
  for (const question of questions) {
    const given = answers[question.id]
    if (!given) continue
    const { id, kind } = question
    if (isOneChoice(kind) || kind === 'multiple')
      values.set(
        inputs.main(id),
        given.unknown ? [unknownValue] : given.choices.map((code) => String(code)),
      )
    else values.set(inputs.main(id), [given.text])
    values.set(inputs.other(id), [given.other])
    if (given.unknown) values.set(inputs.unknown(id), ['yes'])
    for (const [row, code] of Object.entries(given.rows))
      values.set(inputs.row(id, Number(row)), [String(code)])
  }
  const all = (name: string): string[] => values.get(name) ?? []
  return { all, text: (name) => all(name)[0] ?? '' }
}
