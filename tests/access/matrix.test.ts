import { beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../src/site.ts'
import { openTestStore, testNow } from '../world/city.ts'
import { openForgetfulSite } from './knock.ts'
import { judge, listAttempts, tryAll, type Verdict } from './matrix.ts'
import { makeTown, type Town } from './world/index.ts'

/**
 * Answers that send a person on without doing anything, or ask for a form that would be refused later.
 * Each is looked at by a test of its own capability; here they are no way in.
 */
const sendsOnOnly = new Set([
  'proposals.read-negotiation',
  'proposals.write-negotiation',
  'proposals.confirm-negotiation',
  'reviews.open',
  'accounts.take-role',
])

let here: Town
let attempted = 0
const verdicts: Verdict[] = []

beforeAll(async () => {
  const store = await openTestStore()
  here = await makeTown(store)
  const there = await makeTown(store, { small: true })
  const site = await openForgetfulSite(store, () => testNow)
  const attempts = listAttempts(routes, here)
  attempted = attempts.length
  const watch: Parameters<typeof tryAll>[2]['watch'] = (attempt, outcome) => {
    const verdict = judge(attempt, outcome)
    if (verdict) verdicts.push(verdict)
  }
  await tryAll(site, { here, there }, { attempts, watch })
}, 600_000)

const textsOf = (kind: Verdict['kind']): string[] =>
  verdicts
    .filter((verdict) => verdict.kind === kind)
    .map((verdict) => verdict.text)
    .sort()

describe('すべての経路 × すべての立場 × すべての関係', () => {
  test('試すものがある', () => {
    expect(attempted).toBeGreaterThan(5_000)
  })

  test('許していないことは、だれにもできない', () => {
    const allowed = textsOf('allowed').filter((text) => !sendsOnOnly.has(text.split(' ')[0] ?? ''))
    expect(allowed).toEqual([])
  })

  test('何を試しても、壊れた答えは返らない', () => {
    expect(textsOf('broken')).toEqual([])
  })
})
