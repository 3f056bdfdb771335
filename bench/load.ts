import autocannon from 'autocannon'

/** What a load of some seconds showed. */
export type Load = {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failures: number
}

type LoadOptions = {
  readonly seconds: number /** Adds a number to the query, so that no page is taken from memory. */
  readonly fresh?: boolean
}

/** Clients at once. */
export const connections = 16

/** Loads one address with 16 clients. `failures` counts everything that was not 2xx. */
export const load = async (url: string, { seconds, fresh }: LoadOptions): Promise<Load> => {
  let n = 0
  const path = new URL(url).pathname + new URL(url).search
  const numbered = (): string => {
    n += 1
    return `${path}${path.includes('?') ? '&' : '?'}n=${n}`
  }
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { 'accept-encoding': 'identity' },
    ...(fresh
      ? {
          requests: [
            { setupRequest: (request: autocannon.Request) => ({ ...request, path: numbered() }) },
          ],
        }
      : {}),
  })
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: result.non2xx + result.errors + result.timeouts,
  }
}
