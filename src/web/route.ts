import type { Scope } from '#data/scope.ts'
import type { CityRole, Person } from '#kernel/actor.ts'
import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { Answer } from './answer.ts'
import type { FormBody } from './form-data.ts'
import type { KeptForm } from './kept-forms/kept-form.ts'
import type { writtenByAnother } from './kept-forms/place.ts'

/**
 * Who may reach a route at all. `everyone` needs no account, `session` anybody who has signed in, even while
 * the second factor is missing; `person` any account, `member` a place in some group, the rest roles of the
 * city, all of them proved as far as it is required. What a person may do with a certain record is the
 * policy's.
 */
export type Audience = 'everyone' | 'session' | 'person' | 'member' | CityRole

/** What a page may know of the site it is part of. */
export type Site = {
  /** Address of the site without a path, e.g. `https://tsunagu.example.jp`. */
  readonly publicUrl: string
  /** Addresses of the style sheet and the behaviour script. */
  readonly css: string
  readonly js: string
  /** True where sample people may be signed in as with one press. */
  readonly sampleWorld: boolean
  /** True where a mail server is set: without one, mails wait in the outbox. */
  readonly sendsMail?: boolean
  /** How the operator's command line is called on this very installation. */
  readonly operatorCommand?: string
  readonly cities: () => readonly City[]
}

/** One request to a city's page, with everything a handler may read. */
export type PageRequest = {
  readonly scope: Scope
  readonly city: City
  readonly site: Site
  readonly language: Language
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly form: FormBody
  readonly person: Person | undefined
  /** The session's token when there is one; only accounts uses it. */
  readonly sessionToken: string | undefined
  readonly address: string
  /** Who was last signed in on this browser, locked as the cookie holds it. */
  readonly lastWriter?: string | undefined
  /** What this person had written into a form of this page before signing in again. */
  readonly written?: KeptForm | typeof writtenByAnother | undefined
}

type RouteHead = {
  /** Hono pattern beginning with `/:city`. */
  readonly path: string
  /** `capability.verb`; the same word in the audit and in the table of routes. */
  readonly action: string
  readonly audience: readonly [Audience, ...Audience[]]
  readonly handle: (request: PageRequest) => Promise<Answer>
}

/** A page to look at. `kept` pages look the same to every visitor and may be answered from memory. */
export type GetRoute = RouteHead & {
  readonly method: 'GET'
  readonly kept?: boolean
  /** True where programs may send the same question by POST; it is answered as a visitor's, and only reads. */
  readonly asks?: boolean
}

/**
 * A form to send: Sec-Fetch-Site checked, one writing transaction, kept only when the answer is below 400.
 */
export type PostRoute = RouteHead & {
  readonly method: 'POST'
  /** True when no page for visitors shows anything of what it writes, so that kept pages stay. */
  readonly unseen?: boolean
  /**
   * True for an address that only the reader of a mail has, which the mail's program may send by itself, from
   * no page at all (RFC 8058). The address alone says what may be done; no session is looked at.
   */
  readonly fromMail?: boolean
}

export type Route = GetRoute | PostRoute

/** A route that only looks. */
export const get = (
  path: string,
  action: string,
  audience: RouteHead['audience'],
  handle: RouteHead['handle'],
): GetRoute => ({ method: 'GET', path, action, audience, handle })

/** A public answer for programs, which may ask by POST as well. */
export const ask = (path: string, action: string, handle: RouteHead['handle']): GetRoute => ({
  method: 'GET',
  path,
  action,
  audience: ['everyone'],
  handle,
  asks: true,
})

/** A public page that is the same for every visitor: kept in memory until the city's data change. */
export const getKept = (path: string, action: string, handle: RouteHead['handle']): GetRoute => ({
  method: 'GET',
  path,
  action,
  audience: ['everyone'],
  handle,
  kept: true,
})

/** A route that changes something. */
export const post = (
  path: string,
  action: string,
  audience: RouteHead['audience'],
  handle: RouteHead['handle'],
): PostRoute => ({ method: 'POST', path, action, audience, handle })

/** A route that changes only what no visitor's page shows: who is signed in, a link by mail. */
export const postUnseen = (
  path: string,
  action: string,
  audience: RouteHead['audience'],
  handle: RouteHead['handle'],
): PostRoute => ({ method: 'POST', path, action, audience, handle, unseen: true })

/** The same for an address in a mail, which the mail's own program may send. */
export const postFromMail = (
  path: string,
  action: string,
  handle: RouteHead['handle'],
): PostRoute => ({
  method: 'POST',
  path,
  action,
  audience: ['everyone'],
  handle,
  unseen: true,
  fromMail: true,
})
