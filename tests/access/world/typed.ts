import { type FormDefinition, type FormField, optionsOf } from '#capabilities/forms/index.ts'
import type { City } from '#kernel/city.ts'
import { type FormBody, formOf, type Upload } from '#web/form-data.ts'

/** The words somebody writes in a field; `place` names it, e.g. `proposal.summary`. */
export type Say = (place: string) => string

export type Typed = Record<string, string | readonly string[]>

type Filling = { readonly city: City; readonly say: Say; readonly place: string }

const plain: Partial<Record<FormField['kind'], string>> = {
  kana: 'カワベリノカイ',
  number: '1',
  money: '100,000',
  date: '令和6年4月1日',
  email: 'sample@example.jp',
  phone: '0467-00-0000',
  postal: '248-0000',
  url: 'https://example.jp/',
  corporate_number: '',
}

const sayIn = (kind: FormField['kind'], { say, place }: Filling): string =>
  kind === 'text' || kind === 'textarea' ? say(place) : (plain[kind] ?? '')

const typedField = (field: FormField, filling: Filling): Typed => {
  switch (field.kind) {
    case 'choice':
      return { [field.code]: optionsOf(field, filling.city)[0]?.code ?? '' }
    case 'choices':
      return { [field.code]: [optionsOf(field, filling.city)[0]?.code ?? ''] }
    case 'yes_no':
    case 'declaration':
      return { [field.code]: 'yes' }
    case 'table':
      return Object.fromEntries(
        (field.columns ?? []).map((column) => [
          `${field.code}.0.${column.code}`,
          sayIn(column.kind, { ...filling, place: `${filling.place}.${column.code}` }),
        ]),
      )
    case 'file':
      return {}
    default:
      return { [field.code]: sayIn(field.kind, filling) }
  }
}

/** Every field of the form, filled in as a browser would send it; `more` says some of it differently. */
export const typeForm = (
  definition: FormDefinition,
  filling: { readonly city: City; readonly say: Say; readonly about: string },
  more: Typed = {},
): Typed => {
  const { city, say, about } = filling
  const fields = definition.sections.flatMap((section) => section.fields)
  const typed = fields.map((field) =>
    typedField(field, { city, say, place: `${about}.${field.code}` }),
  )
  return { ...Object.assign({}, ...typed), ...more }
}

/** A text file for a file field. */
export const paper = (name: string, text: string): Upload => ({
  name,
  type: 'text/plain',
  bytes: new TextEncoder().encode(text),
})

/** What was typed, as the body of a form, with files by field. */
export const bodyOf = (typed: Typed, files: Readonly<Record<string, Upload>> = {}): FormBody => {
  const body = formOf(typed)
  return {
    ...body,
    has: (name) => body.has(name) || name in files,
    files: (name) => (files[name] ? [files[name]] : []),
    names: () => [...body.names(), ...Object.keys(files)],
  }
}
