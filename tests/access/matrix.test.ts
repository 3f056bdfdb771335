import * as fs from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../src/site.ts'
import { openTestStore, testNow } from '../world/city.ts'
import { knownBodies } from './bodies.ts'
import { expected, statesIn } from './expected/index.ts'
import { kindOf } from './kinds.ts'
import { openForgetfulSite } from './knock.ts'
import { type Attempt, judge, listAttempts, tryAll, type Verdict } from './matrix.ts'
import { makeTown, type Town } from './world/index.ts'

let here: Town
let there: Town
const verdicts: Verdict[] = []
let tried = 0

beforeAll(async () => {
  const store = await openTestStore()
  let t = performance.now()
  here = await makeTown(store)
  there = await makeTown(store)
  console.log('towns', performance.now() - t)
  const site = await openForgetfulSite(store, () => testNow)
  const attempts = listAttempts(routes, here)
  console.log('attempts', attempts.length)
  t = performance.now()
  const spent = new Map<string, number>()
  await tryAll(
    site,
    { here, there },
    {
      attempts,
      watch: (attempt, outcome) => {
        tried += 1
        spent.set(attempt.route.action, (spent.get(attempt.route.action) ?? 0) + outcome.ms)
        const verdict = judge(attempt, outcome)
        if (verdict) verdicts.push(verdict)
      },
    },
  )
  console.log([...spent].sort((a, b) => b[1] - a[1]).slice(0, 25).map(([k, v]) => `${Math.round(v)} ${k}`).join('\n'))
  console.log('tried', performance.now() - t)
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
  expect([of('allowed').length, of('refused').length, of('broken').length]).toEqual([0, 0, 0])
})
