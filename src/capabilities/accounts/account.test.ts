import { expect, test } from 'vitest'
import { emailKey, passwordFault } from './account.ts'

test('パスワードは長さで決まり、記号や大文字は求めない', () => {
  expect(passwordFault('つゆのあとのあじさい', 'a@example.jp')).toBeUndefined()
  expect(passwordFault('123456789', 'a@example.jp')).toBe('short')
  expect(passwordFault('あ'.repeat(5).concat('い'.repeat(196)), '')).toBe('long')
})

test('だれもが最初に試すもの、同じ字の繰り返し、自分のアドレスを含むものは使えない', () => {
  expect(passwordFault('qwertyuiop', '')).toBe('common')
  expect(passwordFault('aaaaaaaaaaaa', '')).toBe('common')
  expect(passwordFault('abababababab', '')).toBe('common')
  expect(passwordFault('Hanako2026!!', 'hanako@example.jp')).toBe('common')
})

test('アドレスがわからないときや短いときは、それを理由に断らない', () => {
  expect(passwordFault('あたらしいあいことば', '')).toBeUndefined()
  expect(passwordFault('すいかわりたのしいa', 'a@example.jp')).toBeUndefined()
})

test('アドレスは、全角・大文字・前後の空白を気にせず比べる', () => {
  expect(emailKey(' Ｈanako@Example.JP ')).toBe('hanako@example.jp')
})
