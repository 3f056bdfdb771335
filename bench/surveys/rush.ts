import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { sql } from 'kysely'
import {
  closeEarly,
  countSurveyAnswers,
  getSurvey,
  numberShift,
} from '#capabilities/surveys/index.ts'
import { system } from '#kernel/actor.ts'
import { figure, say } from '../figures.ts'
import { cityUrl, type Ground } from './ground.ts'
import { openBenchSurvey, questionnaire, target } from './make.ts'

/** So many begin to answer every second. */
const perSecond = 200

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

type Got = { readonly status: number; readonly body: string }

const send = (url: string, body?: string, origin = ''): Promise<Got> =>
  new Promise((resolve, reject) => {
    const headers = body
      ? {
          origin,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
        }
      : {}
    const sent = request(url, { agent, method: body ? 'POST' : 'GET', headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** One person: opens the questionnaire, and sends it. */
const answer = async (ground: Ground, id: string, number: number): Promise<boolean> => {
  const url = cityUrl(ground, `/surveys/${id}/answer`)
  const form = await send(url)
  if (form.status !== 200) return false
  const wording = /name="wording" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
  const body = new URLSearchParams({
    wording,
    part: '1',
    go: 'send',
    sheet: randomBytes(12).toString('hex'),
    'q-age': String(1 + (number % 8)),
    'q-place': String(1 + (number % 12)),
    'q-troubles': '3',
    'q-times': String(number),
    'q-words': '窓口の説明が分かりやすかったです。',
  })
  return (await send(url, body.toString(), ground.product.url)).status === 303
}

type Rush = {
  readonly taken: number
  readonly failed: number
  readonly sum: number
  readonly late: number
}

/** Begins 200 each second whether or not those before have ended. */
const rushFor = async (ground: Ground, id: string, seconds: number): Promise<Rush> => {
  let [taken, failed, sum, late] = [0, 0, 0, 0]
  const began = performance.now()
  const going: Promise<void>[] = []
  for (let number = 1; number <= perSecond * seconds; number += 1) {
    const due = began + (number * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const sent = performance.now()
    going.push(
      answer(ground, id, number).then(
        (ok) => {
          if (ok) [taken, sum] = [taken + 1, sum + number]
          else failed += 1
          late = Math.max(late, performance.now() - sent)
        },
        () => {
          failed += 1
        },
      ),
    )
  }
  await Promise.all(going)
  return { taken, failed, sum, late }
}

/** As many as the machine takes: 32 people, each again as soon as the last answer is in. */
const mostIn = async (ground: Ground, id: string, seconds: number): Promise<number> => {
  const end = performance.now() + seconds * 1000
  let taken = 0
  const one = async (): Promise<void> => {
    while (performance.now() < end) if (await answer(ground, id, 0)) taken += 1
  }
  await Promise.all(Array.from({ length: 32 }, one))
  return taken
}

const countAll = async ({ store }: Ground, id: string): Promise<{ n: number; sum: number }> => {
  const later = new Date(Date.now() + 120_000)
  const opening = store.opening(target, system('bench'))
  await store.database.write(opening, async (scope) =>
    closeEarly(scope, await getSurvey(scope, id), 'bench'),
  )
  await store.database.write({ ...opening, now: later }, (scope) => countSurveyAnswers(scope))
  return store.database.read(opening, async (scope) => {
    const { rows } = await sql<{ n: number; sum: string | null }>`
      SELECT count(*)::int AS n, sum(codes[20] - ${numberShift}::bigint) FILTER (WHERE codes[20] > 0) AS sum
      FROM survey_answers WHERE city_id = ${target.id} AND survey_id = ${id}`.execute(scope.db)
    return { n: rows[0]!.n, sum: Number(rows[0]!.sum ?? 0) }
  })
}

/** 200 respondents a second through real HTTP: what was acknowledged is there at the end, each once. */
export const measureRush = async (ground: Ground, seconds: number): Promise<void> => {
  const id = await openBenchSurvey(ground.store, {
    title: '答えがいちどに届く調査',
    ended: false,
    questionnaire,
  })
  const { taken, failed, sum, late } = await rushFor(ground, id, seconds)
  const more = await mostIn(ground, id, Math.min(10, seconds))
  const counted = await countAll(ground, id)
  const lost = taken + more - counted.n
  say(
    `${perSecond} respondents a second for ${seconds} s, each opens and sends: ${taken.toLocaleString('en')} of ${(perSecond * seconds).toLocaleString('en')} acknowledged, ${failed} failed, the slowest ${figure(late, 0)} ms; 32 at once reach ${figure(more / Math.min(10, seconds), 0)}/s`,
  )
  say(
    `counted afterwards: ${counted.n.toLocaleString('en')} of ${(taken + more).toLocaleString('en')}, ${lost} lost; the sum of what they wrote ${counted.sum === sum ? 'is the same' : `differs by ${sum - counted.sum}`}`,
  )
}
