import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { FormBody } from '#web/form-data.ts'
import { type FieldProblem, findField } from './answers.ts'
import type { FormDefinition } from './definition.ts'
import { checkAnswers, type Reading, readForm } from './form.ts'
import { problemTexts } from './problems.ts'
import { type FormVersion, findSheet, getFormFor, type Sheet, type SheetKey } from './queries.ts'
import { mergeAnswers, mergeVisibility, readMarks } from './two-hands.ts'

/** The name under which a form sends what its answers were when it was shown. */
export const shownField = 'shown'

/** What another person wrote meanwhile into fields that this one changed too. Nothing was saved. */
export type Clash = {
  readonly form: FormVersion
  readonly reading: Reading
  readonly stored: Sheet
  readonly conflicts: readonly string[]
}

/** A form as it was sent, with what others saved meanwhile, and the sheet as it stood before. */
export type SheetReading = {
  readonly form: FormVersion
  readonly reading: Reading
  readonly before: Sheet | undefined
}

/**
 * Reads a form that several people write, together with what others saved since it was shown. Fields that
 * only one of them touched are brought together; the rest comes back. Whoever saves holds the subject.
 * @param given.adapt how this reader is asked: a part of the form, or what the city decides about its fields
 */
export const readShared = async (
  scope: Scope,
  city: City,
  given: {
    readonly key: SheetKey
    readonly formCode: string
    readonly sent: FormBody
    readonly adapt?: (definition: FormDefinition) => FormDefinition
  },
): Promise<Result<SheetReading, Clash>> => {
  const { key, formCode, sent } = given
  const found = await getFormFor(scope, key, formCode)
  const form = given.adapt ? { ...found, definition: given.adapt(found.definition) } : found
  const reading = readForm(form.definition, sent, city)
  const before = await findSheet(scope, key)
  const shown = readMarks(sent.text(shownField))
  if (!before || !shown) return ok({ form, reading, before })
  const { answers, conflicts } = mergeAnswers(shown, reading.answers, before.answers)
  const visibility = mergeVisibility(form.definition, shown, {
    mine: reading.visibility,
    stored: before.visibility,
  })
  if (conflicts.length > 0)
    return refuse({ form, reading: { ...reading, answers, visibility }, stored: before, conflicts })
  const problems = checkAnswers(form.definition, answers, city)
  return ok({ form, reading: { ...reading, answers, visibility, problems }, before })
}

/** What to mend where two people wrote into the same fields: to choose what stays. */
export const clashProblems = ({ form, conflicts }: Clash): readonly FieldProblem[] =>
  conflicts.map((name) => ({
    name,
    text: problemTexts.clash({
      label: findField(form.definition, name)?.label ?? { ja: name, en: name },
    }),
  }))
