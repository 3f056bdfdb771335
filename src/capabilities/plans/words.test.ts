import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareWords, type Piece } from './words.ts'

const without = (pieces: readonly Piece[], kind: Piece['kind']): string =>
  pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('')

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.constantFrom('市民', '活動', 'を', '支援', 'する', '。', '103', '89.4%', '\n', ' '), {
      maxLength: 30,
    })
    .map((words) => words.join('')),
)

test('加わった語を除けば前の文、取られた語を除けば後の文になる', () => {
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom('ja' as const, 'en' as const),
      (before, after, lang) => {
        const pieces = compareWords(before, after, lang)
        expect(without(pieces, 'added')).toBe(before)
        expect(without(pieces, 'removed')).toBe(after)
        expect(
          pieces.every((piece, at) => piece.text !== '' && piece.kind !== pieces[at + 1]?.kind),
        ).toBe(true)
      },
    ),
  )
})

test('同じ文に、印は付かない', () => {
  expect(compareWords('市民活動', '市民活動', 'ja')).toEqual([{ kind: 'same', text: '市民活動' }])
  expect(compareWords('', '', 'ja')).toEqual([])
})

test('数字は、小数点や桁の区切りまで一つの語である', () => {
  expect(compareWords('実施率は89.4%', '実施率は89.7%', 'ja')).toEqual([
    { kind: 'same', text: '実施率は' },
    { kind: 'removed', text: '89.4' },
    { kind: 'added', text: '89.7' },
    { kind: 'same', text: '%' },
  ])
})

test('変わった語だけに印が付く', () => {
  const pieces = compareWords('市の条例の見直しを行う', '市の条例の検討を行う', 'ja')
  expect(pieces.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: '見直し' },
    { kind: 'added', text: '検討' },
  ])
})

test('とても長い文は、全体が替わったとして示す', () => {
  const [before, after] = ['あ い '.repeat(3_000), 'う え '.repeat(3_000)]
  expect(compareWords(before, after, 'ja')).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ])
})

test('変わった語のあいだが空白や読点だけのとき、一つの変更として読める', () => {
  expect(
    compareWords(
      'the old, small town hall of the city',
      'the new, large town hall of the city',
      'en',
    ),
  ).toEqual([
    { kind: 'same', text: 'the ' },
    { kind: 'removed', text: 'old, small' },
    { kind: 'added', text: 'new, large' },
    { kind: 'same', text: ' town hall of the city' },
  ])
})

test('半分も残っていない文は、語ごとに混ぜず、前の文と後の文を続けて示す', () => {
  const [before, after] = ['市民の意見を聴く会を開く。', '団体が学校で防災を教える。']
  expect(compareWords(before, after, 'ja')).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ])
})
