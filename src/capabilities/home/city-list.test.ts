import { expect, test } from 'vitest'
import type { City } from '#kernel/city.ts'
import { citiesAtOnce, citiesToShow, findCities, knowCities } from './city-list.ts'

const city = (code: string, prefecture: string, name = `市${code}`): City =>
  ({
    id: Number(code),
    code,
    slug: `c${code}`,
    name: { ja: name, en: `City ${code}`, kana: `し${code}` },
    prefecture: { ja: prefecture, en: prefecture },
  }) as City

const few = [city('352039', '山口県'), city('122246', '千葉県'), city('142042', '神奈川県')]
const many = [
  ...few,
  ...Array.from({ length: 60 }, (_, at) => city(`14${String(1000 + at)}`, '神奈川県')),
]

test('市が少ないあいだは、すべてをカードで示す', () => {
  expect(citiesToShow(knowCities(few), '', 1)).toEqual({ shown: few, total: 3 })
})

test('市が多くなれば都道府県から選び、その中を1枚ずつめくる', () => {
  const known = knowCities(many)
  expect(citiesToShow(known, '', 1).shown).toEqual([])
  const first = citiesToShow(known, '14', 1)
  expect([first.shown.length, first.total]).toEqual([citiesAtOnce, 61])
  expect(citiesToShow(known, '14', 3).shown).toHaveLength(61 - 2 * citiesAtOnce)
  expect(citiesToShow(known, '99', 1)).toEqual({ shown: [], total: 0 })
})

test('都道府県は北から南へ、市の数といっしょに並ぶ', () => {
  expect(knowCities(many).prefectures.map(({ code, count }) => [code, count])).toEqual([
    ['12', 1],
    ['14', 61],
    ['35', 1],
  ])
})

test('市は名前のどこでも、かな・英語・都道府県からでも見つかり、20までにとどまる', () => {
  const known = knowCities([
    ...many,
    city('132063', '東京都', '府中市'),
    city('342084', '広島県', '府中市'),
  ])
  const codes = (asked: string) => findCities(known, asked).map(({ code }) => code)
  expect(codes('府中')).toEqual(['132063', '342084'])
  expect(codes('広島県府中')).toEqual(['342084'])
  expect(codes('ｃｉｔｙ　１３２０６３')).toEqual(['132063'])
  expect(codes('し132063')).toEqual(['132063'])
  expect(codes('中府')).toEqual([])
  expect(codes('  ')).toEqual([])
  expect(codes('市')).toHaveLength(20)
})

test('市の一覧が同じあいだは、さがすための表を作りなおさない', () => {
  expect(knowCities(many)).toBe(knowCities(many))
  expect(knowCities([...many])).not.toBe(knowCities(many))
})
