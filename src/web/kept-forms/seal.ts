import { createHash } from 'node:crypto'
import type { Scope } from '#data/scope.ts'
import { isId } from '#kernel/ids.ts'
import type { KeptForm } from './kept-form.ts'

type Around = Pick<Scope, 'city' | 'outside'>

const writerPlace = ({ city }: Around): string => `writer ${city.id}`
const formPlace = ({ city }: Around): string => `kept form ${city.id}`

const open = ({ outside }: Around, locked: string, place: string): string | undefined => {
  try {
    return outside.secrets.unlock(locked, place)
  } catch {
    return undefined
  }
}

/** What the cookie holds of who was last signed in on a browser: nobody else can read or make it. */
export const lockWriter = (around: Around, accountId: string): string =>
  around.outside.secrets.lock(accountId, writerPlace(around))

/** Who was last signed in on a browser; undefined where that is not known. */
export const openWriter = (around: Around, cookie: string | undefined): string | undefined => {
  const accountId = cookie && open(around, cookie, writerPlace(around))
  return accountId && isId(accountId) ? accountId : undefined
}

const printOf = ({ action, page, fields, hadFiles }: KeptForm): string =>
  createHash('sha256')
    .update(JSON.stringify([action, page, fields, hadFiles]))
    .digest('base64url')

/**
 * Writes into a form whose it is, before it is handed to a browser: who signs in on another tab meanwhile
 * changes nothing about that.
 */
export const sealKeptForm = (
  around: Around,
  kept: KeptForm,
  writer: string | undefined,
): KeptForm => ({
  ...kept,
  seal: around.outside.secrets.lock(`${printOf(kept)} ${writer ?? ''}`, formPlace(around)),
})

/** Whose form it is, where that is known; undefined for a form that we did not seal, or not with this content. */
export const openSeal = (
  around: Around,
  kept: KeptForm,
): { readonly writer: string | undefined } | undefined => {
  const [print, writer] = open(around, kept.seal ?? '', formPlace(around))?.split(' ') ?? []
  if (print !== printOf(kept)) return undefined
  return { writer: writer || undefined }
}
