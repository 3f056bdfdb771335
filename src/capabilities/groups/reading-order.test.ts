import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { wholeDirectory } from './directory.ts'
import { listGroups } from './queries/directory.ts'

let here: TestCity

beforeAll(async () => {
  here = await openTestCity(await openTestStore(), 'chigasaki')
})

const orderOf = (reading: string): Promise<string> =>
  here.as(visitor, async (scope) => {
    const { rows } = await sql<{ key: string }>`SELECT reading_order(${reading}) AS key`.execute(
      scope.db,
    )
    return rows[0]!.key
  })

describe('五十音の並びの鍵', () => {
  test.each([
    ['ガクセイ', 'カクセイ'],
    ['バパハ', 'ハハハ'],
    ['ヴァイオリン', 'ウアイオリン'],
    ['しょっぴんぐ', 'シヨツヒンク'],
    ['ﾊﾟｿｺﾝ ﾋﾛﾊﾞ', 'ハソコンヒロハ'],
    ['コーヒー　サロン・ド', 'コオヒイサロント'],
    ['をゐゑわ', 'ヲイエワ'],
  ])(
    '「%s」は、濁点・小さいかな・のばす音・空白をならして「%s」の所に並ぶ',
    async (reading, key) => {
      expect(await orderOf(reading)).toBe(key)
    },
  )

  test.each([
    ['エヌピーオーホウジン　ハマベボウサイネット', 'ハマヘホウサイネツト'],
    ['トクテイヒエイリカツドウホウジン ジテンシャビヨリ', 'シテンシヤヒヨリ'],
    ['ニンテイトクテイヒエイリカツドウホウジンミドリ', 'ミトリ'],
    ['イッパンシャダンホウジン　コトノアルキカタ', 'コトノアルキカタ'],
    ['コウエキザイダンホウジン ウミ', 'ウミ'],
    ['シャカイフクシホウジン　モリ', 'モリ'],
    ['キョウドウクミアイ　コドモショクドウ', 'コトモシヨクトウ'],
    ['NPO法人　ひだまり', 'ヒタマリ'],
  ])('「%s」は、法人の種類ではなく、団体の名前の「%s」で並ぶ', async (reading, key) => {
    expect(await orderOf(reading)).toBe(key)
  })

  test('名前の途中にある言葉と、法人の種類だけの名前は、そのまま並ぶ', async () => {
    expect(await orderOf('エヌピーオーシエンセンター')).toBe('エヌヒイオオシエンセンタア')
    expect(await orderOf('ミナミシャダンホウジン')).toBe('ミナミシヤタンホウシン')
    expect(await orderOf('シャダンホウジン')).toBe('シヤタンホウシン')
  })
})

test('団体の一覧は、か と が を同じ字として並べ、読みのない団体は名前で並べる', async () => {
  const readings = [
    ['カワニシ', '川西'],
    ['ガクセイダンタイ', '学生団体'],
    ['ハト', 'はと'],
    ['バト', 'ばと'],
    ['エヌピーオーホウジン　カキ', 'NPO法人 柿'],
    ['', 'くらげの会'],
    ['アーチ', 'アーチ'],
    ['アイ', 'あい'],
  ] as const
  await here.as(visitor, async (scope) => {
    for (const [at, [kana, name]] of readings.entries())
      await sql`INSERT INTO groups (city_id, id, state, number, name, name_kana, registered_on, created_at, updated_at)
        VALUES (${scope.city.id}, ${`r${at}`}, 'approved', ${`読み${at}`}, ${name}, ${kana}, '2026-04-01',
          ${scope.now}, ${scope.now})`.execute(scope.db)
  })
  const ask = { filter: wholeDirectory, question: undefined }
  const listed = await here.as(visitor, (scope) => listGroups(scope, ask))
  expect(listed.map(({ name }) => name)).toEqual([
    'アーチ',
    'あい',
    'NPO法人 柿',
    '学生団体',
    '川西',
    'くらげの会',
    'はと',
    'ばと',
  ])
})
