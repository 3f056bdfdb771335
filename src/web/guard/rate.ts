import { RateLimiterCluster, RateLimiterMemory } from 'rate-limiter-flexible'

/** Says whether an address may go on; `seconds` until it may again when not. */
export type RateLimit = (
  address: string,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly seconds: number }>

const limiterOf = (points: number, together: string | undefined) =>
  together
    ? new RateLimiterCluster({ keyPrefix: together, points, duration: 60, timeoutMs: 2_000 })
    : new RateLimiterMemory({ points, duration: 60 })

/**
 * At most `points` requests of one address in a minute; 0 lets everything through.
 * @param together name under which all workers count as one; the primary process keeps the count
 */
export const openRateLimit = (points: number, together?: string): RateLimit => {
  if (points === 0) return async () => ({ ok: true })
  const limiter = limiterOf(points, together)
  return async (address) => {
    try {
      await limiter.consume(networkOf(address))
      return { ok: true }
    } catch (refusal) {
      // The process that counts for all did not answer: nobody is turned away for that.
      if (refusal instanceof Error) return { ok: true }
      const wait = (refusal as { msBeforeNext?: number }).msBeforeNext ?? 60_000
      return { ok: false, seconds: Math.ceil(wait / 1000) }
    }
  }
}

/** IPv6 addresses count by their /64, which is what one customer is given. */
export const networkOf = (address: string): string => {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [head = '', tail = ''] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const all = address.includes('::')
    ? [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
    : left
  return all.slice(0, 4).join(':')
}
