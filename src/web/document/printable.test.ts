import { expect, test } from 'vitest'
import { makePrintable } from './printable.ts'

const print = (text: string) => {
  const missing = new Set<number>()
  return { text: makePrintable(text, missing), missing: [...missing] }
}

test('人名の異体字は変えない', () => {
  const names = '𠮷野 髙橋 山﨑 塚\ufa10 葛\u{e0100}城 辻\u{e0101} 神\ufa19'
  expect(print(names)).toEqual({ text: names, missing: [] })
})

test('書体にない字は〓になり、その字が伝えられる', () => {
  expect(print('花火🎆と\ue000')).toEqual({ text: '花火〓と〓', missing: [0x1f386, 0xe000] })
})

test('書体にないラテン文字は近い字になる', () => {
  expect(print('\u1e00')).toEqual({ text: 'A', missing: [0x1e00] })
  expect(print('Nguyễn Thị Hồng')).toEqual({ text: 'Nguyễn Thị Hồng', missing: [] })
})

test('分かれた濁点とアクセントは一つの字にまとまる', () => {
  expect(print('か\u3099 は\u309a e\u0301').text).toBe('が ぱ é')
})

test('見えない字と並びを変える字は消える', () => {
  expect(print('a\u202eb\u200bc\ufeffd\u0000e\u00adf\u2066g')).toEqual({
    text: 'abcdefg',
    missing: [],
  })
})

test('改行はそろい、3つ以上続く空行は1つになり、行末の空白は消える', () => {
  expect(print(' \r\na \r\nb\rc\u2028d\n\n\n\ne　\n').text).toBe('a\nb\nc\nd\n\ne')
})

test('対にならないサロゲートも〓として伝えられる', () => {
  const { text, missing } = print('a\ud800b')
  expect(text).toMatch(/^a[〓\ufffd]b$/)
  expect(missing.length === 1).toBe(text.includes('〓'))
})
