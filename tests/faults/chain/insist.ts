import { newId } from '#kernel/ids.ts'
import type { Knocker } from '../../access/world/index.ts'
import type { Product } from '../../world/product.ts'
import type { Place, Typed } from './town.ts'

/** Somebody who presses the button again, on the same page, until there is an answer. */
export type Insisting = {
  /** Sends a form. @returns where it led @throws Error when it was refused */
  readonly send: (who: Knocker, path: string, fields?: Fields) => Promise<string>
  /** Opens a page. @returns its source */
  readonly open: (who: Knocker, path: string) => Promise<string>
  /** How often an answer did not come. */
  readonly unanswered: () => number
}

export type Fields = Readonly<Record<string, string | readonly string[] | File>>

type Answer = { readonly status: number; readonly location: string; readonly text: string }

/** The answer, whole; undefined when none came or the product said that it could not. */
const ask = async (url: string, init: RequestInit): Promise<Answer | undefined> => {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual' })
    const text = await response.text()
    if (response.status >= 500) return undefined
    return { status: response.status, location: response.headers.get('location') ?? '', text }
  } catch {
    return undefined
  }
}

const bodyOf = (fields: Fields): FormData => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one as string)
  return body
}

/** Somebody in that city; the key of a form stays the same however often it is sent. */
export const openInsisting = (product: Product, place: Place): Insisting => {
  let unanswered = 0
  const insist = async (url: string, init: () => RequestInit): Promise<Answer> => {
    for (;;) {
      const answer = await ask(url, init())
      if (answer) return answer
      unanswered += 1
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
  const at = (path: string): string => `${product.url}/${place.city.slug}${path}`
  const headersOf = (who: Knocker) => ({ cookie: place.cookieOf(who), origin: product.url })
  return {
    send: async (who, path, fields = {}) => {
      const key = { idempotency_key: newId() }
      const { status, location, text } = await insist(at(path), () => ({
        method: 'POST',
        headers: headersOf(who),
        body: bodyOf({ ...key, ...fields }),
      }))
      if (status !== 303 || location.includes('/sign-in'))
        throw new Error(`${who} ${path} → ${status} ${location} ${/<h1[\s\S]*?<\/h1>/.exec(text)}`)
      return location
    },
    open: async (who, path) => {
      const { status, text } = await insist(at(path), () => ({ headers: headersOf(who) }))
      if (status !== 200) throw new Error(`${who} ${path} → ${status}`)
      return text
    },
    unanswered: () => unanswered,
  }
}

/** The id after that word in an address. */
export const idAfter = (location: string, word: string): string => {
  const id = new RegExp(`/${word}/([0-9a-z]{12})`).exec(location)?.[1]
  if (!id) throw new Error(`no ${word} in ${location}`)
  return id
}

/** A hidden value on a page. */
export const hiddenIn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** What was typed, said differently in places. */
export const type = (typed: Typed, more: Fields): Fields => ({ ...typed, ...more })
