import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { everywhereVersionKey, frontVersionKey } from '#data/versions.ts'
import { visitor } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { publishEntries, publishEntry, withdrawEntriesBelow, withdrawEntry } from './actions.ts'
import { type EntryDraft, type EntryKind, isSampled } from './entry.ts'
import { matchFor } from './match.ts'
import { selectHits } from './queries/hits.ts'
import { isSampledEntry } from './queries/sampled.ts'
import { readQuestion } from './question.ts'
import { searchAllCities } from './search.ts'

let here: TestCity
let there: TestCity

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'chigasaki')
  there = await openTestCity(store, 'chigasaki')
})

/** A word of two signs that stands in no other test: the index alone proves it. */
const newWord = (): string =>
  [1, 2].map(() => String.fromCodePoint(0x3400 + randomInt(0x1900))).join('')

const entry = (id: string, more: Partial<EntryDraft> = {}): EntryDraft => ({
  kind: 'page',
  id,
  title: { ja: '別の題', en: 'Another title' },
  summary: { ja: '', en: '' },
  url: `/x/pages/${id}`,
  happenedOn: '2026-04-01',
  ...more,
})

const find = (query: string, page = 1) =>
  here.store.database.readPublic((db) => searchAllCities(db, { query, page, on: '2026-11-20' }))

const findAll = async (query: string) => {
  const first = await find(query)
  const pages = [first]
  for (let page = 2; (page - 1) * 20 < first.total; page += 1) pages.push(await find(query, page))
  return pages.flatMap(({ entries }) => entries)
}

/** Ids that are sampled, or that are not: whoever finds sampled ones takes the word for a common one. */
const idsIn = (city: TestCity, sampled: boolean, count: number): readonly string[] => {
  const ids: string[] = []
  for (let at = 0; ids.length < count; at += 1)
    if (isSampled(city.key.id, 'page', `d${at}`) === sampled) ids.push(`d${at}`)
  return ids
}

/** The days around every bound of the walk, the newest first. */
const days: readonly PlainDate[] = [
  '2028-12-31',
  '2027-01-01',
  '2026-12-31',
  '2026-12-01',
  '2026-11-30',
  '2026-11-01',
  '2026-10-31',
  '2026-10-01',
  '2026-09-30',
  '2026-08-01',
  '2026-07-31',
  '2026-04-01',
  '2026-03-31',
  '2026-01-01',
  '2025-12-31',
  '2025-12-01',
  '2025-11-30',
  '2025-01-01',
  '2024-12-31',
  '2022-01-01',
  '2021-12-31',
  '1998-06-01',
]

describe.each([
  ['まれな言葉', false],
  ['よくある言葉', true],
])('すべての市から%sをさがすと', (_, common) => {
  test.each(['題の中', '本文'])(
    '月や年のさかいでも、%sにあるものが抜けず、二度出ず、新しい順に並ぶ',
    async (where) => {
      const word = newWord()
      const ids = idsIn(here, common, days.length)
      const drafts = days.map((happenedOn, at) =>
        entry(ids[at]!, {
          happenedOn,
          ...(where === '本文'
            ? { body: `これは${word}の話` }
            : { title: { ja: `これは${word}の話`, en: 'Talk' } }),
        }),
      )
      await here.as(visitor, (scope) => publishEntries(scope, drafts.toReversed()))
      const found = await findAll(word)
      expect(found.map(({ happenedOn }) => happenedOn)).toEqual(days)
      await here.as(visitor, (scope) => withdrawEntriesBelow(scope, 'page', 'd'))
    },
  )

  test('題が先、本文が後になり、本文では打ったとおりの言葉が言いかえより先になる', async () => {
    const word = newWord()
    const [first, second, third, ...others] = idsIn(here, common, 20)
    await here.as(visitor, (scope) =>
      publishEntries(scope, [
        entry(first!, { body: `${word} シニアの集い`, happenedOn: '2026-11-01' }),
        entry(second!, { body: `${word} 高齢者の集い`, happenedOn: '2012-01-01' }),
        entry(third!, {
          title: { ja: `${word} 高齢者の集い`, en: '' },
          happenedOn: '2011-01-01',
        }),
        ...others.map((id) =>
          entry(id, { body: `${word} 高齢者の記録`, happenedOn: '2001-01-01' }),
        ),
      ]),
    )
    const found = (await findAll(`${word} 高齢者`)).map(({ id }) => id)
    expect([found.slice(0, 2), found.at(-1)]).toEqual([[third, second], first])
    expect(found).toHaveLength(3 + others.length)
    await here.as(visitor, (scope) => withdrawEntriesBelow(scope, 'page', 'd'))
  })

  test('100件までを新しい年から数え、それより多いことを伝える', async () => {
    const word = newWord()
    const [mine, theirs] = [idsIn(here, common, 60), idsIn(there, common, 60)]
    const dated = (ids: readonly string[], day: string) =>
      ids.map((id, at) =>
        entry(id, {
          body: `これは${word}の話`,
          happenedOn:
            `${2026 - Math.floor(at / 12)}-${String(12 - (at % 12)).padStart(2, '0')}-${day}` as PlainDate,
        }),
      )
    await here.as(visitor, (scope) => publishEntries(scope, dated(mine, '20')))
    await there.as(visitor, (scope) => publishEntries(scope, dated(theirs, '10')))
    const found = await find(word)
    expect([found.total, found.more]).toEqual([100, true])
    const shown = (await findAll(word)).map(({ happenedOn }) => happenedOn)
    const newest = [...dated(mine, '20'), ...dated(theirs, '10')]
      .map(({ happenedOn }) => happenedOn)
      .toSorted()
      .toReversed()
      .slice(0, 100)
    // Of a common word the last year that is reached is cut off where it stands in the index.
    const sure = common ? newest.filter((day) => day >= '2023') : newest
    expect(sure.length).toBeGreaterThanOrEqual(96)
    expect(shown.slice(0, sure.length)).toEqual(sure)
    expect(shown.slice(sure.length).filter((day) => !day.startsWith('2022'))).toEqual([])
    expect(shown).toHaveLength(100)
    for (const city of [here, there])
      await city.as(visitor, (scope) => withdrawEntriesBelow(scope, 'page', 'd'))
  })
})

describe('新しいものから読んでさがすと', () => {
  const common = { sampled: 128, share: 1 }
  const none = { sampled: 0, share: 0 }
  const readByDays = (word: string, kind?: EntryKind) =>
    here.store.database.readPublic((db) => {
      const range = { kind, year: 2026, month: 11 }
      const everyday = { begins: none, inTitle: common, typed: common, all: common }
      const match = matchFor(readQuestion(word, []), range, { common: everyday, byDays: true })
      expect(match.steps.at(-1)!.manner).toBe('by-days')
      return selectHits(db, null, match, 1)
    })

  test('どの月のものも抜けず、二度出ず、ほかの種類は入らない', async () => {
    const word = newWord()
    const drafts = days.slice(0, 20).map((happenedOn, at) =>
      entry(`d${String(at).padStart(2, '0')}`, {
        happenedOn,
        title: { ja: `これは${word}の話`, en: 'Talk' },
      }),
    )
    const other = entry('d99', { kind: 'news', title: { ja: `また${word}の話`, en: 'Talk' } })
    await here.as(visitor, (scope) => publishEntries(scope, [...drafts.toReversed(), other]))
    const found = await readByDays(word, 'page')
    expect(found.entries.map(({ happenedOn }) => happenedOn)).toEqual(days.slice(0, 20))
    expect(found.counts).toEqual([['page', 20]])
    expect((await readByDays(word)).counts.toSorted()).toEqual([
      ['news', 1],
      ['page', 20],
    ])
    await here.as(visitor, (scope) => withdrawEntriesBelow(scope, 'page', 'd'))
    await here.as(visitor, (scope) => withdrawEntry(scope, 'news', 'd99'))
  })
})

test('本文の言葉を新しいものから読んでさがしても、その言葉のないものは入らない', async () => {
  const word = newWord()
  const common = { sampled: 128, share: 1 }
  const none = { sampled: 0, share: 0 }
  await here.as(visitor, (scope) =>
    publishEntries(scope, [
      entry('d1', { body: `これは${word}の話`, happenedOn: '2026-11-01' }),
      entry('d2', { body: 'これは別の話', happenedOn: '2026-11-02' }),
    ]),
  )
  const hits = await here.store.database.readPublic((db) => {
    const tactics = {
      common: { begins: none, inTitle: none, typed: common, all: common },
      byDays: true,
    }
    const match = matchFor(readQuestion(word, []), { year: 2026, month: 11 }, tactics)
    expect(match.steps.at(-1)!.manner).toBe('by-days')
    return selectHits(db, null, match, 1)
  })
  expect(hits.entries.map(({ id }) => id)).toEqual(['d1'])
  await here.as(visitor, (scope) => withdrawEntriesBelow(scope, 'page', 'd'))
})

test('抜き出して数えるのは、索引と同じものである', async () => {
  const keys = Array.from({ length: 2_000 }, (_, at) => `名${at}`)
  const { rows } = await here.store.database.readPublic((db) =>
    sql<{
      id: string
    }>`SELECT e.id FROM (SELECT ${here.key.id}::integer AS city_id, 'page' AS kind, id
      FROM unnest(${keys}::text[]) AS id) e WHERE ${isSampledEntry}`.execute(db),
  )
  const sampled = keys.filter((id) => isSampled(here.key.id, 'page', id))
  expect(rows.map(({ id }) => id).toSorted()).toEqual(sampled.toSorted())
  expect(sampled.length).toBeGreaterThan(0)
})

test('抜き出して数える印は、どの市でも、数百件に1つほどにつく', () => {
  for (const city of [here, there]) {
    const marked = Array.from({ length: 51_200 }, (_, at) =>
      isSampled(city.key.id, 'group', `${at}`),
    ).filter(Boolean).length
    expect(marked).toBeGreaterThan(140)
    expect(marked).toBeLessThan(260)
  }
})

describe('入口の画面は', () => {
  const touchedBy = async (kind: EntryKind, takesBack: boolean): Promise<readonly number[]> => {
    const touched: number[] = []
    await here.as(visitor, async (scope) => {
      const watched = { ...scope, touch: (key: number) => void touched.push(key) }
      if (takesBack) await withdrawEntry(watched, kind, 'touch')
      else await publishEntry(watched, entry('touch', { kind }))
    })
    return touched
  }

  test.each([false, true])(
    '出ている種類が変わったときだけ作りなおす（取り下げ：%s）',
    async (back) => {
      for (const kind of ['call', 'survey', 'news'] as const)
        expect(await touchedBy(kind, back)).toEqual([everywhereVersionKey, frontVersionKey])
      for (const kind of ['group', 'facility', 'statistic'] as const)
        expect(await touchedBy(kind, back)).toEqual([everywhereVersionKey])
    },
  )
})
