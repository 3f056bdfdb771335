import {
  type Answers,
  type FormDefinition,
  type FormField,
  fieldsOf,
  type Visibility,
  visibilityOf,
} from '../forms/index.ts'

/** Who reads which answer, where the form lets people choose. */
export type Choices = Readonly<Record<string, Visibility>>

/** Under which key a revision keeps, beside the answers of before, who could read one of them. */
const keyOf = (code: string): string => `${code}.visibility`

const strictness: Readonly<Record<Visibility, number>> = { public: 0, partial: 1, private: 2 }

const choosable = (definition: FormDefinition, codes: readonly string[]): readonly FormField[] =>
  fieldsOf(definition).filter((one) => one.visibilityChoosable && codes.includes(one.code))

/**
 * The choices that hold as soon as a revision is sent. Until an answer that waits has been accepted the old
 * one stands in its place: it can be closed at once, but nobody has said that it may be opened.
 */
export const chooseAtOnce = (
  definition: FormDefinition,
  given: {
    readonly standing: Choices
    readonly sent: Choices
    readonly waiting: readonly string[]
  },
): Choices => {
  const { standing, sent, waiting } = given
  const now: Record<string, Visibility> = { ...standing, ...sent }
  for (const field of choosable(definition, waiting)) {
    const [old, wanted] = [visibilityOf(field, standing), visibilityOf(field, now)]
    now[field.code] = strictness[wanted] > strictness[old] ? wanted : old
  }
  return now
}

/** Who can read the answers that a revision is to replace, as it is kept with them. */
export const keptChoices = (
  definition: FormDefinition,
  now: Choices,
  waiting: readonly string[],
): Answers =>
  Object.fromEntries(
    choosable(definition, waiting).map((field) => [keyOf(field.code), visibilityOf(field, now)]),
  )

/** The choices that come with accepted answers; where somebody has chosen anew since then, that holds. */
export const chooseWith = (
  definition: FormDefinition,
  given: {
    readonly standing: Choices
    readonly sent: Choices
    readonly codes: readonly string[]
    readonly before: Answers
  },
): Choices => {
  const { standing, sent, codes, before } = given
  const now: Record<string, Visibility> = { ...standing }
  for (const field of choosable(definition, codes)) {
    const kept = before[keyOf(field.code)]
    const wanted = sent[field.code]
    if (wanted && (kept === undefined || kept === visibilityOf(field, standing)))
      now[field.code] = wanted
  }
  return now
}
