import { type Language, say } from '#kernel/bilingual.ts'
import type { FieldError } from '#web/ui/index.ts'
import { type FormDefinition, findField } from '../../forms/index.ts'
import type { Problem } from '../figures.ts'

/** The id that a problem's link leads to: for a table, its first cell, since the table itself has none. */
const anchorOf = (definition: FormDefinition, name: string): string => {
  const first = findField(definition, name)?.columns?.[0]
  return first ? `${name}.0.${first.code}` : name
}

/** Problems of a configured form for the error summary and for lists of what is missing. */
export const problemLinks = (
  definition: FormDefinition,
  problems: readonly Problem[],
  lang: Language,
): FieldError[] =>
  problems.map(({ name, text }) => ({ id: anchorOf(definition, name), message: say(text, lang) }))
