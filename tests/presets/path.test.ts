import { expect, test } from 'vitest'
import { readPath } from './path.ts'

const facts = {
  from: 2009,
  title: { ja: '計画' },
  items: [
    { no: 'Ⅰ-1', level: 'item', tags: ['a', 'b'], marks: { '2009': '検討', '2010': '→' }, n: 2 },
    { no: 'Ⅰ-2', level: 'item', tags: ['b'], marks: { '2009': '→' }, n: 3, aliasOf: 'Ⅰ-1' },
    { no: 'Ⅱ', level: 'policy', tags: [], marks: {}, n: null },
  ],
}

test.each<[string, unknown]>([
  ['from', 2009],
  ['title.ja', '計画'],
  ['items.length', 3],
  ['items[level=item].length', 2],
  ['items[!level=item].length', 1],
  ['items[level=item][no^=Ⅰ].length', 2],
  ['items[no$=2].level', 'item'],
  ['items[no*=-].length', 2],
  ['items[aliasOf].length', 1],
  ['items[!aliasOf].length', 2],
  ['items[n=null].length', 1],
  ['items[level=none].length', 0],
  ['items.tags.length', 3],
  ['items.tags.distinct.length', 2],
  ['items.marks.values[=→].length', 2],
  ['items[level=item].n.sum', 5],
])('%s は %j', (path, value) => {
  expect(readPath(facts, path)).toEqual(value)
})

test.each(['items.no', 'items[level=none].no', 'nothing', 'items.n.sum', 'items[?]'])(
  '%s は、黙って何かを返さない',
  (path) => {
    expect(() => readPath(facts, path)).toThrow()
  },
)
