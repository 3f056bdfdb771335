import type { FormBody } from '#web/form-data.ts'
import {
  asSent,
  type FormDefinition,
  fieldsOf,
  type SheetContent,
  shownField,
} from '../forms/index.ts'

/** The part of a sheet that the centre writes: undefined where the city's sheet leaves it nothing. */
export const adviceForm = (definition: FormDefinition): FormDefinition | undefined => {
  const sections = definition.sections
    .map((section) => ({
      ...section,
      fields: section.fields.filter(({ openTo }) => openTo === 'centre'),
    }))
    .filter(({ fields }) => fields.length > 0)
  return sections.length > 0 ? { ...definition, sections } : undefined
}

const pick = <T>(codes: ReadonlySet<string>, values: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(values).filter(([code]) => codes.has(code)))

/** The stored answers of the advice alone: what its page may carry along. */
export const adviceIn = (advice: FormDefinition, stored: SheetContent): SheetContent => {
  const codes = new Set(fieldsOf(advice).map(({ code }) => code))
  return { answers: pick(codes, stored.answers), visibility: pick(codes, stored.visibility) }
}

/** A form as the centre sent it, laid over the sheet as it stands: whatever else was sent is not read. */
export const sentAsAdvice = (
  definition: FormDefinition,
  stored: SheetContent,
  sent: FormBody,
): FormBody => {
  const own = new Set(
    fieldsOf(definition)
      .filter(({ openTo }) => openTo === 'centre')
      .map(({ code }) => code),
  )
  const kept = asSent(definition, stored.answers)
  const choice = (name: string): string | undefined =>
    name.endsWith('.visibility')
      ? stored.visibility[name.slice(0, -'.visibility'.length)]
      : undefined
  const isOwn = (name: string): boolean => name === shownField || own.has(name)
  return {
    text: (name) => (isOwn(name) ? sent.text(name) : (choice(name) ?? kept.text(name))),
    all: (name) => (isOwn(name) ? sent.all(name) : kept.all(name)),
    has: (name) => (isOwn(name) ? sent.has(name) : kept.has(name)),
    files: () => [],
    names: () => sent.names().filter(isOwn),
  }
}
