import { tokyoDayOf } from '#kernel/calendar.ts'
import { type FormBody, formOf, type Upload } from '#web/form-data.ts'
import type { StoryAnswers } from './story.ts'

type Values = Record<string, string | readonly string[]>

const asText = (value: string | number, day: string): string =>
  value === '@day' ? day : String(value)

const addValue = (values: Values, name: string, value: StoryAnswers[string], day: string): void => {
  if (typeof value === 'boolean') values[name] = value ? 'yes' : 'no'
  else if (!Array.isArray(value)) values[name] = asText(value, day)
  else if (value.every((item) => typeof item === 'string')) values[name] = value
  else
    value.forEach((row, at) => {
      for (const [column, cell] of Object.entries(row))
        values[`${name}.${at}.${column}`] = asText(cell as string | number, day)
    })
}

/** A form filled in with these answers, as a browser would send it at that moment. */
export const bodyOf = (
  answers: StoryAnswers,
  now: Date,
  files: Readonly<Record<string, Upload>> = {},
): FormBody => {
  const values: Values = {}
  for (const [name, value] of Object.entries(answers))
    addValue(values, name, value, tokyoDayOf(now))
  const plain = formOf(values)
  return {
    ...plain,
    has: (name) => plain.has(name) || name in files,
    files: (name) => (files[name] ? [files[name]] : []),
    names: () => [...plain.names(), ...Object.keys(files)],
  }
}
