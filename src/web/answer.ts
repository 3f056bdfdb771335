import type { Scope } from '#data/scope.ts'

/** A page, already rendered to text. */
export type PageAnswer = {
  readonly kind: 'page'
  readonly status: number
  readonly html: string
  /** What was written stays although the page says no (a counted failure, for example). */
  readonly keep?: true
}

/** Sends the person on after a form was accepted (303), or to the address a thing now has. */
export type RedirectAnswer = {
  readonly kind: 'redirect'
  readonly to: string
  readonly cookies?: readonly string[]
  /** True for a thing that has another address for good (308). */
  readonly forGood?: true
}

/** Bytes that are not a page: a document, a feed, a table. */
export type BytesAnswer = {
  readonly kind: 'bytes'
  readonly status: number
  readonly type: string
  readonly body: Uint8Array | string
  /** Offered for saving under this name. */
  readonly fileName?: string
  /** True for what everyone may see and a proxy may keep. */
  readonly shared?: boolean
  /** For what never changes under its address: how many seconds it may be shown without asking again. */
  readonly keptFor?: number
  /** True for open data, which pages of other sites may read too. */
  readonly open?: boolean
}

/** One piece of what is sent bit by bit, and where the next one begins; undefined at the end. */
export type StreamPart = {
  readonly bytes: Uint8Array | string
  readonly next: string | undefined
}

/**
 * A file of any length for everyone. Each piece is read in a transaction of its own, as a visitor, when the
 * receiver has taken the one before: neither the whole file nor a connection waits for a slow line.
 */
export type StreamAnswer = Omit<BytesAnswer, 'kind' | 'body'> & {
  readonly kind: 'stream'
  readonly part: (scope: Scope, after: string | undefined) => Promise<StreamPart>
}

export type Answer = PageAnswer | RedirectAnswer | BytesAnswer | StreamAnswer

/** To the given place, which must lie on this site. */
export const redirect = (to: string, cookies?: readonly string[]): RedirectAnswer => {
  if (!to.startsWith('/') || to.startsWith('//') || to.startsWith('/\\'))
    throw new Error(`not a place of this site: ${to}`)
  return { kind: 'redirect', to, ...(cookies ? { cookies } : {}) }
}

/** To the address that a thing has from now on: links and search engines may learn it. */
export const movedTo = (to: string): RedirectAnswer => ({ ...redirect(to), forGood: true })

/** The status a client sees for this answer. */
export const statusOf = (answer: Answer): number => {
  if (answer.kind !== 'redirect') return answer.status
  return answer.forGood ? 308 : 303
}
