import { expect, test } from 'vitest'
import { listComments, listPeerTotals, withoutHidden } from './peers.ts'
import type { Rubric } from './scoring.ts'

const rubric = {
  criteria: [
    {
      code: 'benefit',
      label: { ja: '公益性', en: 'Public benefit' },
      viewpoint: { ja: '—', en: '—' },
      min: 0,
      max: 10,
      step: 1,
      weight: 2,
    },
  ],
  decimals: 1,
  rounding: 'half_up',
} as unknown as Rubric

test('ほかの委員の点は二人以上そろうまで見せない', () => {
  expect(listPeerTotals(rubric, [])).toBeUndefined()
  expect(listPeerTotals(rubric, [{ benefit: 3 }])).toBeUndefined()
})

test('ほかの委員の総合点は高い順に並び、だれの点かは並びからわからない', () => {
  const one = listPeerTotals(rubric, [{ benefit: 3 }, { benefit: 9 }, { benefit: 5 }])
  const other = listPeerTotals(rubric, [{ benefit: 9 }, { benefit: 5 }, { benefit: 3 }])
  expect(one).toEqual(['18.0', '10.0', '6.0'])
  expect(other).toEqual(one)
})

test('コメントは書かれた順と関係なく並び、空のものはない', () => {
  const one = listComments(['継続の見通しを', ' ', '役割分担が明確', ''])
  expect(listComments(['', '役割分担が明確', '継続の見通しを'])).toEqual(one)
  expect(one).toHaveLength(2)
})

test('同じ文のコメントの一つを隠しても、もう一つは残る', () => {
  expect(withoutHidden(['よい', 'よい', '惜しい'], ['よい'])).toEqual(['よい', '惜しい'])
  expect(withoutHidden(['よい'], ['よい', '惜しい'])).toEqual([])
})
