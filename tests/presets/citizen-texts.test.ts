import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '#data/root.ts'

const cities = ['kamakura', 'yamaguchi', 'kamagaya', 'chigasaki'] as const

/** Fields that no page shows as a sentence of the city's: where a fact comes from, and what the importer noticed. */
const notForCitizens: ReadonlySet<string> = new Set(['source', 'warnings', 'code', 'key'])

/** Notes of whoever prepared the data, which tell a citizen nothing. */
const authorsNote =
  /製品|資料00\d|施策例[①-⑨]|印刷のとおり|印刷されていない|復元|set by the product|this product|not reconstructed|document 00\d/

const textsOf = (value: unknown, path = ''): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, part]) =>
    notForCitizens.has(name) ? [] : textsOf(part, `${path}/${name}`),
  )
}

const read = (city: string, path: string): unknown =>
  JSON.parse(readFileSync(join(projectRoot(), 'presets', city, path), 'utf8'))

const programmesOf = (city: string): readonly string[] =>
  readdirSync(join(projectRoot(), 'presets', city, 'programmes')).map(
    (name) => `programmes/${name}`,
  )

describe.each(cities)('%s', (city) => {
  test('制度と統計の、市民が読む文に、データを作った人の覚え書きがない', () => {
    for (const path of [...programmesOf(city), 'statistics.json']) {
      const texts = textsOf(read(city, path))
      expect(texts.length).toBeGreaterThan(20)
      expect(texts.filter(([, text]) => authorsNote.test(text))).toEqual([])
    }
  })

  test('協定書の条文は、すべて「である」調で書かれている', () => {
    for (const path of programmesOf(city)) {
      const { agreement } = read(city, path) as { agreement: { text: { ja: string } }[] }
      expect(agreement.length).toBeGreaterThan(5)
      expect(
        agreement.map(({ text }) => text.ja).filter((text) => /(です|ます)。/.test(text)),
      ).toEqual([])
    }
  })
})

test('覚え書きは、書かれていれば見つかる', () => {
  const found = textsOf({ funding: { ja: '1事業30万円まで（製品の設定）' }, source: '製品の設定' })
  expect(found.filter(([, text]) => authorsNote.test(text))).toHaveLength(1)
})
