import { expect, test } from 'vitest'
import type { City } from '#kernel/city.ts'
import { citiesAtOnce, citiesToShow, listPrefectures } from './city-list.ts'

const city = (code: string, prefecture: string): City =>
  ({ code, slug: `c${code}`, prefecture: { ja: prefecture, en: prefecture } }) as City

const few = [city('352039', '山口県'), city('122246', '千葉県'), city('142042', '神奈川県')]
const many = [
  ...few,
  ...Array.from({ length: 60 }, (_, at) => city(`14${String(1000 + at)}`, '神奈川県')),
]

test('市が少ないあいだは、すべてをカードで示す', () => {
  expect(citiesToShow(few, '', 1)).toEqual({ shown: few, total: 3 })
})

test('市が多くなれば都道府県から選び、その中を1枚ずつめくる', () => {
  expect(citiesToShow(many, '', 1).shown).toEqual([])
  const first = citiesToShow(many, '14', 1)
  expect([first.shown.length, first.total]).toEqual([citiesAtOnce, 61])
  expect(citiesToShow(many, '14', 3).shown).toHaveLength(61 - 2 * citiesAtOnce)
  expect(citiesToShow(many, '99', 1)).toEqual({ shown: [], total: 0 })
})

test('都道府県は北から南へ、市の数といっしょに並ぶ', () => {
  expect(listPrefectures(many).map(({ code, count }) => [code, count])).toEqual([
    ['12', 1],
    ['14', 61],
    ['35', 1],
  ])
})
