import { randomInt } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { countQueries } from '#tests/world/counted-scope.ts'
import { publishEntries, publishEntry, withdrawEntriesBelow, withdrawEntry } from './actions.ts'
import type { EntryDraft } from './entry.ts'
import {
  type Asked,
  listLatestEntries,
  listOpenEntries,
  listOpenEntriesOfAllCities,
  searchAllCities,
  searchEntries,
} from './search.ts'

let here: TestCity
let there: TestCity
/** A word that no other city of this run holds. */
let own = ''

const entry = (id: string, ja: string, more: Partial<EntryDraft> = {}): EntryDraft => ({
  kind: 'page',
  id,
  title: { ja, en: `Page ${id}` },
  summary: { ja: '', en: '' },
  url: `/x/pages/${id}`,
  happenedOn: '2026-04-01',
  ...more,
})

const entries: readonly EntryDraft[] = [
  entry('kitchen', '子ども食堂あけぼの', { summary: { ja: 'ＮＰＯが開く', en: '' } }),
  entry('water', '水辺の自然観察', { body: '川の生きものを調べる' }),
  entry('volunteer', 'ﾎﾞﾗﾝﾃｨｱ入門講座'),
  entry('percent', '参加率50%_達成\\記録', { body: 'it\'s a "test" & more | !' }),
  entry('old', '珍獣研究の集い', { happenedOn: '2010-01-01' }),
  entry('new', '珍獣研究の会', { happenedOn: '2026-06-01' }),
  entry('body', '別の題', { body: '珍獣研究について', happenedOn: '2026-10-01' }),
  entry('future', '珍獣研究の予定', { happenedOn: '2099-01-01' }),
  entry('english', '英語の題', { title: { ja: '英語の題', en: 'Neighbourhood Watch' } }),
]

/** Beyond 2,000 entries a city is searched by walking the index and no longer by reading it through. */
const sizes = [
  ['小さい市', 0],
  ['大きい市', 2_001],
] as const

const prepare = async (others: number): Promise<void> => {
  own = `独自語${randomInt(1e9)}`
  const store = await openTestStore()
  here = await openTestCity(store, 'chigasaki')
  there = await openTestCity(store, 'chigasaki')
  const fillers = Array.from({ length: others }, (_, at) =>
    entry(`filler-${at}`, `詰め物${at}`, {
      kind: 'group',
      title: { ja: `詰め物${at}`, en: `Filler ${at}` },
      happenedOn: '2001-01-01',
    }),
  )
  await here.as(visitor, (scope) =>
    publishEntries(scope, [...entries, entry('own', own), ...fillers]),
  )
  await there.as(visitor, (scope) => publishEntry(scope, entry('elsewhere', own)))
}

const search = (asked: Asked | string) =>
  here.as(visitor, (scope) =>
    searchEntries(scope, typeof asked === 'string' ? { query: asked, kind: 'page' } : asked),
  )
const idsOf = async (query: string): Promise<string[]> =>
  (await search(query)).entries.map(({ id }) => id)

describe.each(sizes)('%s', (_, others) => {
  beforeAll(() => prepare(others))

  describe('日本語でさがすと', () => {
    test.each([
      ['水', ['water']],
      ['川', ['water']],
      ['川の', ['water']],
      ['食堂', ['kitchen']],
      ['子供', ['kitchen']],
      ['こども', ['kitchen']],
      ['コドモ', ['kitchen']],
      ['子ども食堂', ['kitchen']],
      ['ボランティア', ['volunteer']],
      ['ぼらんてぃあ', ['volunteer']],
      ['npo', ['kitchen']],
      ['ｎｐｏ', ['kitchen']],
      ['食堂 あけぼの', ['kitchen']],
      ['食堂 水辺', []],
      ['「水辺の自然」', ['water']],
      ['水辺自然', []],
      ['neighbourhood WATCH', ['english']],
      ['"hood watch"', ['english']],
      ['自然 -水辺', []],
      ['入門 -水辺', ['volunteer']],
    ])('「%s」は %j を見つける', async (query, ids) => {
      expect(await idsOf(query)).toEqual(ids)
    })

    test('2字の組が合っても、言葉が続いていなければ見つからない', async () => {
      await here.as(visitor, (scope) =>
        publishEntry(scope, entry('apart', '甲乙丙', { body: '丙丁 乙丙 甲乙' })),
      )
      expect(await idsOf('甲乙丙')).toEqual(['apart'])
      expect(await idsOf('甲乙丙丁')).toEqual([])
    })

    test.each([
      ['第三', 'third'],
      ['第3', 'third'],
      ['霞ヶ浦', 'place'],
      ['霞が浦', 'place'],
      ['霞ケ浦', 'place'],
      ['まちひとしごと', 'dots'],
      ['まち・ひと・しごと', 'dots'],
      ['學舍', 'former'],
      ['コミュニティー', 'third'],
      ['シニア', 'elder'],
      ['お年寄り', 'elder'],
      ['あやめのよみ', 'read'],
      ['ゆめ OR うつつ', 'dream'],
    ])('書き方がちがう「%s」でも見つかる', async (query, id) => {
      await here.as(visitor, (scope) =>
        publishEntries(scope, [
          entry('third', '第3次コミュニティ計画'),
          entry('place', '霞ケ浦の舟'),
          entry('dots', 'まち・ひと・しごと の集い'),
          entry('former', '学舎の記録'),
          entry('elder', '高齢者の碁会'),
          entry('read', '菖蒲の詠', { reading: 'アヤメノヨミ' }),
          entry('dream', 'うつつの会'),
        ]),
      )
      expect((await idsOf(query))[0]).toBe(id)
    })

    test('名前、読み、要約、本文の順に並ぶ。名前の中では、そのもの、はじめ、途中の順', async () => {
      await here.as(visitor, (scope) =>
        publishEntries(scope, [
          entry('rank-body', '別の題の一', { body: '螺鈿を語る', happenedOn: '2026-11-01' }),
          entry('rank-summary', '別の題の二', {
            summary: { ja: '螺鈿の話', en: '' },
            happenedOn: '2026-10-01',
          }),
          entry('rank-reading', '別の題の三', { reading: '螺鈿', happenedOn: '2026-09-01' }),
          entry('rank-inside', '新しい螺鈿', { happenedOn: '2026-08-02' }),
          entry('rank-older', '古びた螺鈿', { happenedOn: '2026-08-01' }),
          entry('rank-begins', '螺鈿の館', { happenedOn: '2026-02-01' }),
          entry('rank-whole', '螺鈿', { happenedOn: '2011-01-01' }),
        ]),
      )
      expect(await idsOf('螺鈿')).toEqual([
        'rank-whole',
        'rank-begins',
        'rank-inside',
        'rank-older',
        'rank-reading',
        'rank-summary',
        'rank-body',
      ])
    })

    test('言いかえで合うものは、打ったとおりに合うものの後になる', async () => {
      await here.as(visitor, (scope) =>
        publishEntries(scope, [
          entry('typed', '会報で読む寄附の話', { happenedOn: '2012-01-01' }),
          entry('meant', '会報で読む募金の話', { happenedOn: '2026-11-01' }),
        ]),
      )
      expect(await idsOf('会報で読む 寄附')).toEqual(['typed', 'meant'])
    })

    test('続けて打った長い言葉は、そのままではないとき分けてさがし、分けたと伝える', async () => {
      await here.as(visitor, (scope) =>
        publishEntry(scope, entry('kite', '凧あげの集い', { body: '河原で凧をあげます' })),
      )
      const found = await search('河原で凧をあげる会')
      expect(found.entries.map(({ id }) => id)).toEqual(['kite'])
      expect(found.parted).toContain('河原')
    })

    test('見つからないときは、どの言葉がないか、1つずつなら何件か、近い言葉を伝える', async () => {
      await here.as(visitor, (scope) =>
        publishEntry(scope, entry('lantern', '灯籠流しの夕べ', { body: '夏の行事' })),
      )
      const found = await search('灯籠流し 存在しない語')
      expect(found.help.alone).toEqual([
        { word: '灯籠流し', count: 1 },
        { word: '存在しない語', count: 0 },
      ])
      const slip = await search('灯籠流れ')
      expect(slip.help.nearby).toContainEqual({ word: '灯籠流れ', instead: '灯籠流し' })
    })

    test('題名に合うものが先で、その中では新しいものが先', async () => {
      expect(await idsOf('珍獣研究')).toEqual(['future', 'new', 'old', 'body'])
    })
  })

  describe('どんな入力でも', () => {
    const hostile = [
      "'",
      '"',
      "' OR 1=1 --",
      '\\',
      '%',
      '_',
      '\\%',
      '50%',
      '率50%_達成\\記録',
      "it's",
      '!',
      '& | !',
      '(',
      ':*',
      '<->',
      "'@1:x' & 'y'",
      '#page',
      '~2026',
      '^食堂',
      '\u0000水',
      '\u202e水',
      '\ud800',
      '😀',
      'あ'.repeat(10_000),
      Array.from({ length: 3_000 }, (_, at) => `語${at}`).join(' '),
      '-水 -川 -海',
      '"'.repeat(500),
      '１'.repeat(200),
    ]

    test.each(hostile.map((query) => [query.slice(0, 30), query] as const))(
      '%j は答えを返す',
      async (_, query) => {
        await expect(search({ query })).resolves.toMatchObject({ more: expect.any(Boolean) })
        await expect(search(query)).resolves.toMatchObject({ more: expect.any(Boolean) })
      },
    )

    test('%・_・\\は、そのままの文字をさがす', async () => {
      expect(await idsOf('率50%_達成\\記録')).toEqual(['percent'])
      expect(await idsOf('"率50__達成"')).toEqual([])
      expect(await idsOf('"水%観察"')).toEqual([])
    })

    test('公開する側の文字も、さがす側の文字も、索引の書き方とまちがわれない', async () => {
      const odd = "' & 'x' | !'y' \\ :* <-> @1:水 #page"
      await here.as(visitor, (scope) => publishEntry(scope, entry('odd', odd, { body: odd })))
      expect(await idsOf('"x\' | !\'y"')).toEqual(['odd'])
    })
  })

  describe('数と種類は', () => {
    test('種類ごとに数え、種類でしぼれる', async () => {
      const every = await search({ query: '市民活動' })
      expect(every.counts.get('plan-item')).toBeGreaterThan(1)
      const items = await search({ query: '市民活動', kind: 'plan-item' })
      expect(items.total).toBe(every.counts.get('plan-item'))
      expect(items.entries.every(({ kind }) => kind === 'plan-item')).toBe(true)
      expect(items.counts).toEqual(every.counts)
    })

    test('1,000件までしか数えず、それより多いことを伝える', async () => {
      const many = Array.from({ length: 1_050 }, (_, at) =>
        entry(`many-${String(at).padStart(4, '0')}`, `多数例${at}番`, {
          happenedOn: `${2010 + (at % 17)}-05-01` as EntryDraft['happenedOn'],
        }),
      )
      await here.as(visitor, (scope) => publishEntries(scope, many))
      const found = await search('多数例')
      expect([found.total, found.more]).toEqual([1_000, true])
      expect(found.entries.every(({ happenedOn }) => happenedOn.startsWith('2026'))).toBe(true)
      await here.as(visitor, (scope) => withdrawEntriesBelow(scope, 'page', 'many-'))
      expect((await search('多数例')).total).toBe(0)
    })

    test('ページを分けても、同じものは二度出ず、抜けもしない', async () => {
      const first = await search({ query: '', kind: 'plan-item' })
      const ids: string[] = []
      for (let page = 1; ids.length < first.total; page += 1) {
        const { entries: shown } = await search({ query: '', kind: 'plan-item', page })
        expect(shown.length).toBeGreaterThan(0)
        ids.push(...shown.map(({ id }) => id))
      }
      expect(new Set(ids).size).toBe(first.total)
    })

    test('何も見つからないときでも、問い合わせは5つまで', async () => {
      const asked = await here.as(visitor, async (scope) => {
        const counted = countQueries(scope)
        await searchEntries(counted.scope, { query: '存在しない長い言葉をさがす', kind: 'page' })
        return counted.count()
      })
      expect(asked).toBeLessThanOrEqual(5)
    })

    test('問い合わせは3つまで、言葉がなければ0', async () => {
      const asked = (query: string, kind?: 'page') =>
        here.as(visitor, async (scope) => {
          const counted = countQueries(scope)
          await searchEntries(counted.scope, { query, kind })
          return counted.count()
        })
      expect([await asked('水'), await asked('水', 'page'), await asked('%')]).toEqual([2, 3, 0])
    })
  })

  describe('市のあいだでは', () => {
    test('市の検索はその市だけ、全市の検索はどの市も見つける', async () => {
      expect((await search({ query: own })).entries.map(({ id }) => id)).toEqual(['own'])
      const all = await here.store.database.readPublic((db) =>
        searchAllCities(db, { query: own, on: '2026-11-20' }),
      )
      expect(all.entries.map(({ cityId, id }) => [cityId, id]).sort()).toEqual(
        [
          [here.key.id, 'own'],
          [there.key.id, 'elsewhere'],
        ].sort(),
      )
    })

    test('取り下げたものは、その市でだけ見つからなくなる', async () => {
      await here.as(visitor, (scope) => withdrawEntry(scope, 'page', 'own'))
      expect((await search({ query: own })).total).toBe(0)
      const still = await there.as(visitor, (scope) => searchEntries(scope, { query: own }))
      expect(still.total).toBe(1)
    })

    test('もう一度公開すると、前の言葉では見つからない', async () => {
      await here.as(visitor, (scope) => publishEntry(scope, entry('kitchen', '名前を変えた会')))
      expect(await idsOf('子ども食堂')).toEqual([])
      expect(await idsOf('名前を変えた')).toEqual(['kitchen'])
    })
  })

  describe('一覧は', () => {
    test('受付中のものを、締切の近い順に並べる', async () => {
      const call = (id: string, opensOn: EntryDraft['opensOn'], closesOn: EntryDraft['closesOn']) =>
        entry(id, id, { kind: 'theme', opensOn, closesOn })
      await here.as(visitor, (scope) =>
        publishEntries(scope, [
          call('later', '2026-11-01', '2026-12-20'),
          call('today', undefined, '2026-11-20'),
          call('closed', '2026-10-01', '2026-11-19'),
          call('coming', '2026-11-21', '2026-12-01'),
        ]),
      )
      const open = await here.as(visitor, (scope) => listOpenEntries(scope, { kinds: ['theme'] }))
      expect(open.map(({ id }) => id)).toEqual(['today', 'later'])
      const everywhere = await here.store.database.readPublic((db) =>
        listOpenEntriesOfAllCities(db, { now: testNow, kinds: ['theme'], most: 100 }),
      )
      expect(everywhere.filter(({ cityId }) => cityId === here.key.id).map(({ id }) => id)).toEqual(
        ['today', 'later'],
      )
    })

    test('締切の日に時刻があるときは、その時刻まで受付中として並べる', async () => {
      await here.as(visitor, (scope) =>
        publishEntry(
          scope,
          entry('hour', '時刻まで', { kind: 'call', closesOn: '2026-11-20', closesAt: '17:00' }),
        ),
      )
      const openAt = (now: string) =>
        here.as(visitor, (scope) => listOpenEntries(scope, { kinds: ['call'] }), new Date(now))
      const hours = async (now: string) =>
        (await openAt(now)).filter(({ id }) => id === 'hour').map(({ closesAt }) => closesAt)
      expect(await hours('2026-11-20T16:59:59+09:00')).toEqual(['17:00'])
      expect(await hours('2026-11-20T17:00:00+09:00')).toEqual([])
    })

    test('新しいものから、頼まれた種類だけを並べる', async () => {
      const latest = await here.as(visitor, (scope) =>
        listLatestEntries(scope, { kinds: ['page'], most: 2 }),
      )
      expect(latest[0]?.id).toBe('future')
      expect(latest.map(({ kind }) => kind)).toEqual(['page', 'page'])
      expect(latest[0]!.happenedOn >= latest[1]!.happenedOn).toBe(true)
    })
  })
})
