import { say } from '../figures.ts'
import { cityUrl, type Ground } from './ground.ts'

const memoryOf = async ({ product }: Ground): Promise<number> => {
  const metrics = await (await fetch(`${product.url}/metrics`)).text()
  return Number(/kind="rss"} (\d+)/.exec(metrics)?.[1] ?? 0) / 2 ** 20
}

const ask = async (ground: Ground, url: string): Promise<void> => {
  const headers = { cookie: ground.cookie, origin: ground.product.url }
  const html = await (await fetch(url, { headers })).text()
  const key = /name="idempotency_key" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const body = new URLSearchParams({ idempotency_key: key })
  const sent = await fetch(url, { method: 'POST', body, headers, redirect: 'manual' })
  if (sent.status !== 303) throw new Error(`asking for the table answers ${sent.status}`)
}

const lines = async (response: Response): Promise<{ lines: number; bytes: number }> => {
  let [found, bytes] = [0, 0]
  for await (const part of response.body!) {
    bytes += part.length
    for (const byte of part) if (byte === 10) found += 1
  }
  return { lines: found, bytes }
}

/** The file of all answers: written by jobs, fetched as a stream; how much memory the product takes meanwhile. */
export const measureExport = async (ground: Ground, id: string): Promise<void> => {
  const url = cityUrl(ground, `/surveys/${id}/export`)
  const headers = { cookie: ground.cookie }
  let most = await memoryOf(ground)
  const before = most
  const watch = setInterval(async () => {
    most = Math.max(most, await memoryOf(ground))
  }, 250)
  const began = performance.now()
  await ask(ground, url)
  for (;;) {
    const html = await (await fetch(url, { headers })).text()
    if (html.includes('/export/answers.csv')) break
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const written = performance.now()
  const file = await lines(await fetch(`${url}/answers.csv`, { headers }))
  const fetched = performance.now()
  clearInterval(watch)
  say(
    `export as a job: ${(file.lines - 1).toLocaleString('en')} answers written in ${((written - began) / 1000).toFixed(1)} s, ${(file.bytes / 2 ** 20).toFixed(0)} MB fetched in ${((fetched - written) / 1000).toFixed(1)} s; memory of the app process ${before.toFixed(0)} MB before, ${most.toFixed(0)} MB at most`,
  )
}
