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
}

export type Answer = PageAnswer | RedirectAnswer | BytesAnswer

/** To the given place, which must lie on this site. */
export const redirect = (to: string, cookies?: readonly string[]): RedirectAnswer => {
  if (!to.startsWith('/') || to.startsWith('//') || to.startsWith('/\\'))
    throw new Error(`not a place of this site: ${to}`)
  return { kind: 'redirect', to, ...(cookies ? { cookies } : {}) }
}

/** The status a client sees for this answer. */
export const statusOf = (answer: Answer): number =>
  answer.kind === 'redirect' ? 303 : answer.status
