import type { FormBody } from '../form-data.ts'
import { idempotencyField } from '../guard/idempotency.ts'

/** What was written into a form that could not be taken yet: it waits until its writer has signed in again. */
export type KeptForm = {
  /** Where the form was sent to. */
  readonly action: string
  /** The page on which it stands, with its query. */
  readonly page: string
  readonly fields: readonly (readonly [name: string, values: readonly string[]])[]
  /** True when files were chosen as well; they are not kept and must be chosen again. */
  readonly hadFiles: boolean
  /** Whose it is, put there when it was handed to a browser; see seal.ts. */
  readonly seal?: string
}

/** Name of the hidden field in which a form travels through the sign-in page. */
export const keptFormField = 'kept_form'

/** Longest text in which a form travels and is kept, in UTF-16 units: far more than any form of ours asks for. */
const longest = 1_000_000

/** The seal comes after a form was found short enough. */
const sealRoom = 1_000

/** Names of fields that prove who somebody is: never put into a page or kept. */
const isSecret = (name: string): boolean => /password|^current$|^code$|token|secret/i.test(name)

/** What the form held that can be kept: neither files nor passwords, nor the key of this one sending. */
export const keepWritten = (
  form: FormBody,
  at: { readonly action: string; readonly page: string },
): KeptForm => ({
  ...at,
  fields: form
    .names()
    .filter((name) => name !== idempotencyField && !isSecret(name) && form.all(name).length > 0)
    .map((name) => [name, form.all(name)] as const),
  hadFiles: form.names().some((name) => form.files(name).length > 0),
})

/** Whether there is anything that somebody would miss. */
export const isWorthKeeping = (kept: KeptForm): boolean =>
  kept.hadFiles || kept.fields.some(([, values]) => values.some((value) => value.trim() !== ''))

/**
 * Whether somebody wrote something in it by hand. Names of buttons, codes, dates and numbers alone are
 * given again in a moment.
 */
export const hasOwnWords = (kept: KeptForm): boolean =>
  kept.fields.some(([, values]) => values.some((value) => /[^\w.:/-]/.test(value.trim())))

/** Whether it is too long to be carried or kept: its writer must be told, and shown it for copying. */
export const isTooLong = (kept: KeptForm): boolean => writeKeptForm(kept).length > longest

export const writeKeptForm = (kept: KeptForm): string => JSON.stringify(kept)

const isText = (value: unknown): value is string => typeof value === 'string'

const isField = (value: unknown): value is KeptForm['fields'][number] =>
  Array.isArray(value) &&
  value.length === 2 &&
  isText(value[0]) &&
  Array.isArray(value[1]) &&
  value[1].every(isText)

const isPlaceIn = (city: string, value: unknown): value is string =>
  isText(value) &&
  /^\/[a-z][\x21-\x7e]*$/.test(value) &&
  value.startsWith(`/${city}/`) &&
  !/\/\/|\\/.test(value)

/** Reads what came back from the browser, believing nothing; undefined for what no page of ours wrote. */
export const readKeptForm = (city: string, text: string): KeptForm | undefined => {
  if (text === '' || text.length > longest + sealRoom) return undefined
  try {
    const { action, page, fields, hadFiles, seal } = JSON.parse(text) as Record<string, unknown>
    if (!isPlaceIn(city, action) || !isPlaceIn(city, page)) return undefined
    if (!Array.isArray(fields) || fields.length > 2_000 || !fields.every(isField)) return undefined
    return {
      action,
      page,
      fields,
      hadFiles: hadFiles === true,
      ...(isText(seal) ? { seal } : {}),
    }
  } catch {
    return undefined
  }
}
