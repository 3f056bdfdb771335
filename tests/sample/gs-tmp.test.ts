import { beforeAll, describe, expect, test } from 'vitest'
import { system } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { openTestCity, openTestStore, testNow } from '#tests/world/city.ts'
import { readStory, tellStory } from '../../src/sample/index.ts'
import {
  byClass,
  type Judgement,
  judgeSearch,
  meanReciprocalRank,
  readJudged,
} from '../../src/search-quality.ts'

const presets = ['kamakura', 'yamaguchi', 'kamagaya', 'chigasaki']
let judgements: readonly Judgement[] = []

beforeAll(async () => {
  const store = await openTestStore()
  const cities = new Map<string, City>()
  for (const preset of presets) {
    const city = await openTestCity(store, preset)
    const story = await readStory(preset)
    await city.as(system('operator'), (scope) => tellStory(scope, city.city, story), testNow)
    cities.set(preset, city.city)
  }
  judgements = await judgeSearch(store, (slug) => cities.get(slug))
}, 120_000)

test('正しい答えの分かっている質問が100以上あり、どの市も、どの種類の質問もふくむ', async () => {
  const all = await readJudged()
  expect(all.length).toBeGreaterThanOrEqual(100)
  expect(new Set(all.map(({ city }) => city))).toEqual(new Set([...presets, null]))
  expect(new Set(all.map(({ query }) => query)).size).toBeGreaterThan(100)
  expect(judgements).toHaveLength(all.length)
})

test('print', () => { console.log(JSON.stringify(judgements.filter(({rank})=>rank!==1).map(j=>[j.class,j.city,j.query,j.rank,j.first]))); console.log('MRR', meanReciprocalRank(judgements)) })
test('平均逆順位は0.95以上ある', () => {
  expect(meanReciprocalRank(judgements)).toBeGreaterThanOrEqual(0.95)
})

/** What each class has reached, a little below: a change that costs one of them more than one answer is seen. */
const floors: readonly (readonly [string, number])[] = [
  ['name', 0.95],
  ['reading', 0.95],
  ['width', 0.95],
  ['kanji', 0.95],
  ['spelling', 0.95],
  ['number', 0.95],
  ['synonym', 0.9],
  ['short', 0.95],
  ['several', 0.9],
  ['sign', 0.95],
  ['long', 0.85],
  ['english', 0.75],
  ['everywhere', 0.95],
]

describe('質問の種類ごとにも', () => {
  test('どの種類にも下限がある', () => {
    expect([...byClass(judgements).keys()].sort()).toEqual(floors.map(([name]) => name).sort())
  })

  test.each(floors)('%sの平均逆順位は%d以上ある', (name, floor) => {
    const those = byClass(judgements).get(name) ?? []
    const missed = those.filter(({ rank }) => rank !== 1).map(({ query, rank }) => [query, rank])
    expect([meanReciprocalRank(those) >= floor, missed]).toEqual([true, missed])
  })
})
