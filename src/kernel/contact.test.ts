import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseEmail, parsePhone } from './contact.ts'

const phone = (input: string) => {
  const result = parsePhone(input)
  return result.ok ? result.value.printed : result.error
}

test('電話番号は半角になり、打たれたハイフンの位置を保つ', () => {
  const cases = {
    '0467-23-3000': '0467-23-3000',
    '０４６７ー２３ー３０００': '0467-23-3000',
    '0467(23)3000': '0467-23-3000',
    '(0467)23-3000': '0467-23-3000',
    '03 1234 5678': '0312345678',
    '0467233000': '0467233000',
    '+81 467-23-3000': '0467-23-3000',
    '+81-(0)467-23-3000': '0467-23-3000',
    '09012345678': '090-1234-5678',
    '050-1234-5678': '050-1234-5678',
    '0120123456': '0120-123-456',
    '0570-012-345': '0570-012-345',
    '08001234567': '0800-123-4567',
    '0467-23-3000 内線2345': '0467-23-3000 内線2345',
    '0467-23-3000（内線：2345）': '0467-23-3000 内線2345',
    '0467-23-3000 ext. 12': '0467-23-3000 内線12',
  }
  for (const [input, printed] of Object.entries(cases)) expect(phone(input), input).toBe(printed)
})

test('電話番号でないものは理由を返す', () => {
  const cases = {
    '': 'empty',
    なし: 'not-a-phone-number',
    'a@example.jp': 'not-a-phone-number',
    '23-3000': 'no-area-code',
    '0467-23-300': 'wrong-length',
    '0467-23-30000': 'wrong-length',
    '090-1234-567': 'wrong-length',
    '1467-23-3000': 'wrong-length',
    '00-1234-5678': 'wrong-length',
    内線12: 'not-a-phone-number',
  }
  for (const [input, reason] of Object.entries(cases)) expect(phone(input), input).toBe(reason)
})

test('比べるための番号は数字だけで、内線を含まない', () => {
  expect(parsePhone('0467-23-3000 内線2345')).toEqual({
    ok: true,
    value: { digits: '0467233000', printed: '0467-23-3000 内線2345', extension: '2345' },
  })
})

test('印刷した電話番号は同じ番号に読める', () => {
  const digit = fc.constantFrom(...'0123456789')
  const typed = fc
    .tuple(
      fc.string({ unit: digit, minLength: 8, maxLength: 10 }),
      fc.constantFrom('', '-', '(', ')', ' '),
      fc.integer({ min: 2, max: 6 }),
      fc.constantFrom('', '内線12', ' ext.3'),
    )
    .map(
      ([rest, mark, at, extension]) => `0${rest.slice(0, at)}${mark}${rest.slice(at)}${extension}`,
    )
  fc.assert(
    fc.property(typed, (input) => {
      const first = parsePhone(input)
      fc.pre(first.ok)
      expect(parsePhone(first.ok ? first.value.printed : '')).toEqual(first)
    }),
  )
})

const email = (input: string) => {
  const result = parseEmail(input)
  return result.ok ? result.value : result.error
}

test('メールアドレスは全角も読み、@ より後だけ小文字にする', () => {
  expect(email(' Taro@Example.JP ')).toBe('Taro@example.jp')
  expect(email('ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ')).toBe('taro@example.jp')
  for (const address of [
    'a..b.@docomo.ne.jp',
    "o'neil+x@sub.city.kamakura.kanagawa.jp",
    'a@xn--eckwd4c7c.xn--zckzah',
  ])
    expect(email(address)).toBe(address)
})

test('メールアドレスでないものは理由を返す', () => {
  const cases = {
    '': 'empty',
    'taro.example.jp': 'no-at-mark',
    '太郎@example.jp': 'not-ascii',
    'taro@example': 'wrong-shape',
    'taro@example..jp': 'wrong-shape',
    'taro@-example.jp': 'wrong-shape',
    'taro@192.168.0.1': 'wrong-shape',
    '@example.jp': 'wrong-shape',
    'a b@example.jp': 'wrong-shape',
    'a@b@example.jp': 'wrong-shape',
    'Taro <taro@example.jp>': 'wrong-shape',
    'taro@example.jp\r\nBcc: x@example.jp': 'wrong-shape',
    'a@example.jp,b@example.jp': 'wrong-shape',
    [`${'a'.repeat(65)}@example.jp`]: 'wrong-shape',
    [`a@${'a.'.repeat(130)}jp`]: 'too-long',
  }
  for (const [input, reason] of Object.entries(cases)) expect(email(input), input).toBe(reason)
})
