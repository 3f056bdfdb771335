import { expect, test } from 'vitest'
import { editDistance, findNearby } from './nearby.ts'
import { partWords } from './parting.ts'

test.each([
  ['犬の散歩をする会', ['犬', '散歩']],
  ['避難訓練をしている団体', ['避難', '訓練']],
  ['里山', []],
])('「%s」は %j に分かれる', (word, parts) => {
  const found = partWords(word)
  if (parts.length === 0) expect(found).toEqual([])
  for (const part of parts) expect(found.join(' ')).toContain(part)
  expect(found).not.toContain('会')
  expect(found).not.toContain('団体')
})

test.each([
  ['里山', '里山', 0],
  ['里山', '里川', 1],
  ['保全', '全保', 1],
  ['ぼらんてあ', 'ぼらんてぃあ', 1],
  ['', '海', 1],
])('「%s」と「%s」のちがいは%d字', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance)
})

test('打ちまちがいに近い言葉を、近い順に、題名の中から挙げる', () => {
  const titles = {
    written: ['ボランティア入門', '里山保全の会', '浜の砂を見つめる会'],
    folded: ['年に二回の避難訓練を行います'],
  }
  expect(findNearby('ぼらんてあ', titles)[0]).toBe('ボランティア')
  expect(findNearby('里山保金', titles)[0]).toBe('里山保全')
  expect(findNearby('避難訓連', titles)).toEqual(['避難訓練'])
  expect(findNearby('宇宙開発', titles)).toEqual([])
  expect(findNearby('海', titles)).toEqual([])
})

test('音の遠い別の言葉は挙げない', () => {
  const titles = { written: ['近所の見まわり', '見まわりの地図', '朝の見もまり'], folded: [] }
  expect(findNearby('見まもり', titles)).toEqual(['見もまり'])
  expect(findNearby('見まはり', titles)).toEqual(['見まわり'])
})

test('近さが同じなら、多くの事柄にある言葉を先に挙げる', () => {
  const titles = { written: ['川遊び', '山遊び', '山遊びの日', '山遊びの会'], folded: [] }
  expect(findNearby('水遊び', titles)).toEqual(['山遊び', '川遊び'])
})
