import type { FormBody } from '#web/form-data.ts'
import { type FieldProblem, type FormDefinition, fieldsOf } from '../forms/index.ts'
import type { Violation } from './eligibility.ts'

const fieldOf = ({ name }: FieldProblem): string => name.split('.')[0] ?? name

/**
 * A rule that refuses, in the shape of a field that must be mended. Where a field is already complained
 * of nothing is added: an empty field need not be told twice.
 */
export const violationProblems = (
  violations: readonly Violation[],
  definition: FormDefinition,
  known: readonly FieldProblem[],
): readonly FieldProblem[] => {
  const complained = new Set(known.map(fieldOf))
  const asked = new Set(fieldsOf(definition).map(({ code }) => code))
  const problems: FieldProblem[] = []
  for (const { rule, fields } of violations) {
    const mendable = fields.filter((field) => asked.has(field))
    // A rule about something that the form does not ask leads to the beginning of the form.
    const name = fields.length > 0 && mendable.length === 0 ? 'section-1' : mendable[0]
    const told = mendable.length > 0 && mendable.every((field) => complained.has(field))
    if (name && !told) problems.push({ name, text: rule.message })
  }
  return problems
}

/** What is wrong with files that came with a draft; everything else of a draft may wait. */
export const uploadProblems = (
  problems: readonly FieldProblem[],
  sent: FormBody,
): readonly FieldProblem[] => problems.filter(({ name }) => sent.files(name).length > 0)

/** In the order in which the form asks, each once: that is how people go through it. */
export const inFormOrder = (
  problems: readonly FieldProblem[],
  definition: FormDefinition,
): readonly FieldProblem[] => {
  const order = fieldsOf(definition).map(({ code }) => code)
  const rank = (problem: FieldProblem): number => order.indexOf(fieldOf(problem))
  return [...problems].sort((a, b) => rank(a) - rank(b))
}
