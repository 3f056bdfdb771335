import { expect, test } from 'vitest'
import { capabilities } from '#capabilities/registry.ts'
import { codeTablesOf, columnsOf } from './table.ts'

const datasets = capabilities.flatMap((capability) => capability.datasets ?? [])

test('データセットの名前は重ならず、住所に使える', () => {
  expect(datasets.length).toBeGreaterThan(14)
  const codes = datasets.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

test.each(datasets)(
  '$code の項目は、名前も記号も重ならず、両方の言葉で説明されている',
  (dataset) => {
    const columns = columnsOf(dataset)
    for (const names of [
      columns.map(({ code }) => code),
      columns.map(({ name }) => name.ja),
      columns.map(({ name }) => name.en),
    ])
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    for (const { code, name, definition, type, codes } of columns) {
      expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
      for (const text of [name.ja, name.en, definition.ja, definition.en]) expect(text).not.toBe('')
      expect([code, codes !== undefined]).toEqual([code, type === 'code'])
    }
  },
)

test('同じ名前のコード表は、どのデータセットでも同じもの', () => {
  const titles = new Map<string, string>()
  for (const table of datasets.flatMap(codeTablesOf)) {
    expect(titles.get(table.name) ?? table.title.ja).toBe(table.title.ja)
    titles.set(table.name, table.title.ja)
  }
  expect(titles.size).toBeGreaterThan(8)
})
