import * as fs from 'node:fs'
import { Session } from 'node:inspector/promises'
import { beforeAll, expect, test } from 'vitest'
import { readPdf } from '#web/document/reading.ts'
import { routes } from '../../src/site.ts'
import { openTestStore, testNow } from '../world/city.ts'
import { canariesIn, listUnescaped, openCanaries } from './canaries.ts'
import { maySee, rowFor } from './expected/sights.ts'
import { openForgetfulSite } from './knock.ts'
import { judge, listAttempts, tryAll, type Verdict } from './matrix.ts'
import { makeTown, type Town } from './world/index.ts'

let here: Town
let there: Town
const verdicts: Verdict[] = []
const sights = new Map<string, string>()
const raw = new Set<string>()
const mine = openCanaries(1)
const theirs = openCanaries(100_000)

beforeAll(async () => {
  const store = await openTestStore()
  let t = performance.now()
  here = await makeTown(store, { say: mine.say })
  console.log('town', performance.now() - t)
  there = await makeTown(store, { say: theirs.say, small: true })
  console.log('towns', performance.now() - t)
  const site = await openForgetfulSite(store, () => testNow)
  const attempts = listAttempts(routes, here)
  console.log('attempts', attempts.length)
  t = performance.now()
  const spent = new Map<string, number>()
  const prof = new Session()
  prof.connect()
  await prof.post('Profiler.enable')
  await prof.post('Profiler.start')
  await tryAll(
    site,
    { here, there },
    {
      attempts,
      watch: (attempt, outcome) => {
        spent.set(attempt.route.action, (spent.get(attempt.route.action) ?? 0) + outcome.ms)
        const verdict = judge(attempt, outcome)
        if (verdict) verdicts.push(verdict)
        const text =
          outcome.type === 'application/pdf' ? readPdf(outcome.body).text : outcome.body.toString()
        if (outcome.type.startsWith('text/html'))
          for (const u of listUnescaped(text)) raw.add(`${attempt.route.action}: ${u}`)
        if (attempt.route.action === 'accounts.list-sample-people') return
        for (const n of canariesIn(text)) {
          const place = mine.placeOf(n) ?? `FOREIGN ${theirs.placeOf(n)}`
          if (maySee(place, attempt.who)) continue
          const key = `${place} seen by ${attempt.who}`
          if (!sights.has(key))
            sights.set(key, `on ${attempt.route.action} ${attempt.state} ${outcome.kind}`)
        }
      },
    },
  )
  console.log(
    [...spent]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 25)
      .map(([k, v]) => `${Math.round(v)} ${k}`)
      .join('\n'),
  )
  console.log('tried', performance.now() - t)
  const { profile } = await prof.post('Profiler.stop')
  const self = new Map<string, number>()
  const byId = new Map(profile.nodes.map((n: any) => [n.id, n]))
  profile.samples!.forEach((id: number, i: number) => {
    const n: any = byId.get(id)
    const k =
      n.callFrame.functionName +
      ' ' +
      n.callFrame.url.split('/').slice(-2).join('/') +
      ':' +
      n.callFrame.lineNumber
    self.set(k, (self.get(k) ?? 0) + profile.timeDeltas![i]!)
  })
  console.log(
    [...self]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 25)
      .map(([k, v]) => `${Math.round(v / 1000)} ${k}`)
      .join('\n'),
  )
}, 600_000)

const of = (kind: Verdict['kind']) =>
  verdicts
    .filter((v) => v.kind === kind)
    .map((v) => v.text)
    .sort()

test('x', () => {
  fs.writeFileSync('/tmp/acc-allowed.txt', of('allowed').join('\n'))
  fs.writeFileSync('/tmp/acc-refused.txt', of('refused').join('\n'))
  fs.writeFileSync('/tmp/acc-broken.txt', of('broken').join('\n'))
  fs.writeFileSync(
    '/tmp/acc-sights.txt',
    [...sights]
      .map(([k, v]) => `${k} ${v}`)
      .sort()
      .join('\n'),
  )
  fs.writeFileSync('/tmp/acc-raw.txt', [...raw].join('\n'))
  fs.writeFileSync(
    '/tmp/acc-norow.txt',
    mine
      .places()
      .filter((p) => rowFor(p) === undefined)
      .join('\n'),
  )
  expect([
    of('allowed').length,
    of('refused').length,
    of('broken').length,
    sights.size,
    raw.size,
  ]).toEqual([0, 0, 0, 0, 0])
})
