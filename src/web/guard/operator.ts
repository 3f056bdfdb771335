import { createHash, timingSafeEqual } from 'node:crypto'

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

const isLoopback = (address: string): boolean =>
  address === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address)

/** Headers by which a proxy on this machine shows that somebody else is asking. */
const forwarding = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via', 'x-real-ip']

/** Who counts as the operator: whoever brings the token; and where the site stands on one desk, that desk. */
export type OperatorRule = { readonly token: string | undefined; readonly trustLoopback: boolean }

/**
 * Whether an operator's page may be shown: to whoever brings the token, and without one to programs on this
 * very machine. The latter never where a proxy may stand in between: it would be everybody's loopback.
 */
export const isOperator = (
  asked: { readonly headers: Headers; readonly remote: string },
  { token, trustLoopback }: OperatorRule,
): boolean => {
  const brought = /^Bearer (.+)$/.exec(asked.headers.get('authorization') ?? '')?.[1]
  if (token && brought && timingSafeEqual(hashOf(brought), hashOf(token))) return true
  return (
    trustLoopback && isLoopback(asked.remote) && !forwarding.some((name) => asked.headers.has(name))
  )
}
