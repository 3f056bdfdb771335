import type { Bilingual } from '#kernel/bilingual.ts'
import {
  type Answers,
  type FormDefinition,
  type FormField,
  fieldsOf,
  findField,
  type Visibility,
  visibilityOf,
} from '../forms/index.ts'

/** What a code of a revision is about, in words. */
export const labelOf = (definition: FormDefinition, code: string): Bilingual | undefined => {
  const label = findField(definition, fieldCodeOf(code))?.label
  if (!label || !isChoice(code)) return label
  return { ja: `${label.ja}の公開のしかた`, en: `who may read ${label.en}` }
}

/** Who reads which answer, where the form lets people choose. */
export type Choices = Readonly<Record<string, Visibility>>

const suffix = '.visibility'

/** Under which code a revision keeps, beside the answers, who may read one of them. */
const keyOf = (code: string): string => `${code}${suffix}`

/** The code of the field about which a code of a revision speaks. */
export const fieldCodeOf = (code: string): string =>
  code.endsWith(suffix) ? code.slice(0, -suffix.length) : code

/** True for the code of a choice: not the answer changes, but who may read it. */
export const isChoice = (code: string): boolean => code.endsWith(suffix)

const strictness: Readonly<Record<Visibility, number>> = { public: 0, partial: 1, private: 2 }

const choosable = (definition: FormDefinition, codes: readonly string[]): readonly FormField[] => {
  const named = new Set(codes.map(fieldCodeOf))
  return fieldsOf(definition).filter((one) => one.visibilityChoosable && named.has(one.code))
}

/** A choice that differs from the one that stands. */
export type NewChoice = {
  readonly code: string
  readonly field: FormField
  readonly from: Visibility
  readonly to: Visibility
}

/** All choices that are made anew, in the order of the form. */
export const findNewChoices = (
  definition: FormDefinition,
  { standing, sent }: { readonly standing: Choices; readonly sent: Choices },
): readonly NewChoice[] =>
  fieldsOf(definition)
    .filter((field) => field.visibilityChoosable)
    .map((field) => ({
      code: keyOf(field.code),
      field,
      from: visibilityOf(field, standing),
      to: visibilityOf(field, sent),
    }))
    .filter(({ from, to }) => from !== to)

/** True when more people than before are to read the answer. */
export const opens = ({ from, to }: NewChoice): boolean => strictness[to] < strictness[from]

/** What everybody is to read from now on. Who sends it is asked once more. */
export const becomesPublic = ({ to }: NewChoice): boolean => to === 'public'

/** Who may read what, by the codes under which a revision keeps it. */
export const choicesByCode = (definition: FormDefinition, choices: Choices): Answers =>
  Object.fromEntries(
    fieldsOf(definition)
      .filter((field) => field.visibilityChoosable)
      .map((field) => [keyOf(field.code), visibilityOf(field, choices)]),
  )

/** The choices among answers that were kept with {@link choicesByCode}. */
export const choicesIn = (kept: Answers): Choices =>
  Object.fromEntries(
    Object.entries(kept)
      .filter(([code]) => isChoice(code))
      .map(([code, value]) => [fieldCodeOf(code), value as Visibility]),
  )

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
