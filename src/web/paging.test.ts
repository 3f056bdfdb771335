import { expect, test } from 'vitest'
import { pageAsked } from './paging.ts'

const asked = (page: string | undefined, most?: number): number =>
  pageAsked(new URLSearchParams(page === undefined ? {} : { page }), most)

test('一覧の番号は1から。読めない番号ははじめの画面に、大きすぎる番号は終わりの画面になる', () => {
  expect([asked('1'), asked('2'), asked('10000')]).toEqual([1, 2, 10_000])
  expect([asked('50', 50), asked('51', 50), asked('999999999')]).toEqual([50, 50, 10_000])
  for (const odd of [undefined, '', '0', '-1', '1.5', '1e3', ' 2', '９', 'x', '9'.repeat(40)])
    expect(asked(odd)).toBe(1)
})
