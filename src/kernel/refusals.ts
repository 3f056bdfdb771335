/** There is no such thing, or it is not for this person to know of. Becomes the 404 page. */
export class NotFound extends Error {
  constructor(what = 'page') {
    super(`not found: ${what}`)
  }
}

/** The person is known, the thing exists, and a rule says no. Becomes the 403 page with its reason. */
export class Forbidden extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(`forbidden: ${reason}`)
    this.reason = reason
  }
}

/** What a policy answers: yes, or the reason why not. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: string }

export const yes: Verdict = { ok: true }
export const no = (reason: string): Verdict => ({ ok: false, reason })

/** Goes on when the policy says yes, and ends the request with its reason otherwise. */
export const allow = (verdict: Verdict): void => {
  if (!verdict.ok) throw new Forbidden(verdict.reason)
}
