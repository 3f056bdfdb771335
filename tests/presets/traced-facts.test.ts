import { expect, test } from 'vitest'
import { listFiles, readText } from './preset-files.ts'

/** Facts of the four documents that say how a plan is built (計画) or count something (統計), by their numbers. */
const facts = {
  kamakura: { letter: 'K', plan: '128-132', statistic: '11-16 18-44 46-96' },
  yamaguchi: { letter: 'Y', plan: '7 11-13 87 114-156', statistic: '14-21 98-106' },
  kamagaya: { letter: 'G', plan: '1-2 7 22-24 107 159', statistic: '12-17 19 40-49 51-105' },
  chigasaki: { letter: 'C', plan: '3-8 41-67', statistic: '' },
} as const

/** What is said on other pages, and where: the page of the city's ordinances and bodies. */
const elsewhere: readonly string[] = ['Y087']

/** `128-132 140` as numbers of facts: K128, K129 … */
const numbersIn = (letter: string, ranges: string): string[] =>
  ranges
    .split(' ')
    .filter((range) => range !== '')
    .flatMap((range) => {
      const [from = '', to = from] = range.split('-')
      return Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => Number(from) + at)
    })
    .map((number) => `${letter}${String(number).padStart(3, '0')}`)

/** Files whose facts stand on the public pages of plans, indicators, statistics and surveys. */
const onPages = /^(?:plans\/|indicators|statistics\.json$|printed-surveys\.json$)/

const citedOnPages = (preset: string): ReadonlySet<string> =>
  new Set(
    listFiles(preset)
      .filter((file) => onPages.test(file))
      .flatMap((file) => [...readText(preset, file).matchAll(/"source": "([^"]*)"/g)])
      .flatMap(([, source]) => source!.match(/\b[A-Z]\d{3}\b/g) ?? []),
  )

test('文書の計画と統計の事実は267あり、番号の読み方に漏れがない', () => {
  const all = Object.values(facts).flatMap(({ letter, plan, statistic }) => [
    ...numbersIn(letter, plan),
    ...numbersIn(letter, statistic),
  ])
  expect(new Set(all).size).toBe(all.length)
  expect(all).toHaveLength(267)
})

test.each(Object.entries(facts))(
  '%s の計画と統計の事実は、どれも計画・指標・統計・調査のページの出典にある',
  (preset, { letter, plan, statistic }) => {
    const cited = citedOnPages(preset)
    const missing = [...numbersIn(letter, plan), ...numbersIn(letter, statistic)].filter(
      (fact) => !cited.has(fact) && !elsewhere.includes(fact),
    )
    expect(missing).toEqual([])
    // A fact that is not there would be missed.
    expect(cited.has(`${letter}999`)).toBe(false)
  },
)
