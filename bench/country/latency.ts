import { Agent, get } from 'node:http'

/** How long answers take, in milliseconds. */
export type Latency = { readonly p50: number; readonly p99: number; readonly bytes: number }

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

type Headers = Readonly<Record<string, string>>

const fetchBytes = (url: string, headers: Headers): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.length
      })
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(bytes)
          : reject(new Error(`${url} answers ${response.statusCode}`)),
      )
    }).on('error', reject)
  })

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!

let asked = 0

/**
 * Asks for pages one after the other, each made afresh: what is measured is the way of one request, not how
 * many go at once. The first tenth warms up and is not counted.
 */
export const measureLatency = async (
  url: string,
  times: number,
  headers: Headers = {},
): Promise<Latency> => {
  const taken: number[] = []
  let bytes = 0
  for (let turn = -Math.ceil(times / 10); turn < times; turn += 1) {
    asked += 1
    const began = performance.now()
    bytes = await fetchBytes(`${url}${url.includes('?') ? '&' : '?'}n=${asked}`, headers)
    if (turn >= 0) taken.push(performance.now() - began)
  }
  taken.sort((a, b) => a - b)
  return { p50: at(taken, 0.5), p99: at(taken, 0.99), bytes }
}
