import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQuestion } from './question.ts'

const wordsOf = (typed: string): readonly string[] => readQuestion(typed).words

test.each([
  ['市民 活動', ['市民', '活動']],
  ['市民　活動', ['市民', '活動']],
  ['ＮＰＯ', ['npo']],
  ['ﾎﾞﾗﾝﾃｨｱ', ['ぼらんてぃあ']],
  ['環境・福祉', ['環境', '福祉']],
  ['「市民活動」センター', ['市民活動', 'せんたー']],
  ['"community building"', ['community building']],
  ['“夏 祭り”', ['夏 まつり']],
  ['市民 市民', ['市民']],
  ['水', ['水']],
  ['Ⅰ-(1)-①', ['i-(1)-1']],
  ['子供', ['こども']],
])('「%s」は %j をさがす', (typed, words) => {
  expect(wordsOf(typed)).toEqual(words)
})

test.each([
  ['環境 -海岸', ['環境'], ['海岸']],
  ['環境 －海岸', ['環境'], ['海岸']],
  ['環境 -"夏 祭り"', ['環境'], ['夏 まつり']],
  ['コ-ヒ-', ['こーひー'], []],
  ['6-1', ['6-1'], []],
  ['-海岸', [], ['海岸']],
])('「%s」は %j をさがし %j をのぞく', (typed, words, without) => {
  expect(readQuestion(typed)).toMatchObject({ words, without })
})

test.each([
  '',
  '   ',
  '　',
  '"',
  "'",
  '""',
  '「',
  '-',
  '--',
  '%',
  '_',
  '\\',
  '★',
  '・・・',
  '\u0000',
])('%j には言葉がない', (typed) => {
  expect(readQuestion(typed)).toMatchObject({ words: [], without: [] })
})

test('長すぎる言葉は200字で切り、切ったと伝える', () => {
  const long = readQuestion('あ'.repeat(10_000))
  expect(long.words).toEqual(['あ'.repeat(200)])
  expect([...long.typed]).toHaveLength(200)
  expect(long.shortened).toBe(true)
  expect(readQuestion('市民 活動').shortened).toBe(false)
})

test('言葉は8つまで、のぞく言葉は4つまで', () => {
  const many = readQuestion('一 二 三 四 五 六 七 八 九 十 -a -b -c -d -e')
  expect(many.words).toHaveLength(8)
  expect(many.without).toHaveLength(4)
  expect(many.shortened).toBe(true)
})

test('制御文字と向きを変える文字は、見せる言葉にも残らない', () => {
  expect(readQuestion('市民\u0000\u202e活動\u0007').typed).toBe('市民 活動')
})

test('何を入れても読め、どの言葉にも文字か数字がある', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
      const { words, without } = readQuestion(typed)
      for (const word of [...words, ...without]) expect(word).toMatch(/[\p{L}\p{N}]/u)
    }),
  )
})
