import { generate } from 'otplib'
import { expect, test } from 'vitest'
import {
  drawSquareCode,
  findTotpStep,
  newTotpSecret,
  readCode,
  spellSecret,
  totpAddress,
} from './second-factor.ts'

const now = new Date('2026-11-20T01:00:10Z')
const step = Math.floor(now.getTime() / 30_000)
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000)
const codeAt = (secret: string, at: Date): Promise<string> =>
  generate({ secret, epoch: Math.floor(at.getTime() / 1000) })

test('RFC 6238 の見本の鍵と時刻から、見本の数字が出る', async () => {
  // The key "12345678901234567890" in base32; at 59 seconds its eight digits are 94287082.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  expect(await codeAt(secret, new Date(59_000))).toBe('287082')
  expect(await findTotpStep({ secret, code: '287082', lastStep: null }, new Date(59_000))).toBe(1)
})

test('今の数字は通り、その時の番号がわかる', async () => {
  const secret = newTotpSecret()
  const code = await codeAt(secret, now)
  expect(await findTotpStep({ secret, code, lastStep: null }, now)).toBe(step)
})

test('時計が30秒ずれていても通り、1分半ずれると通らない', async () => {
  const secret = newTotpSecret()
  const code = await codeAt(secret, now)
  expect(await findTotpStep({ secret, code, lastStep: null }, later(30))).toBe(step)
  expect(await findTotpStep({ secret, code, lastStep: null }, later(90))).toBeUndefined()
})

test('一度使った番号と、それより前の番号は、もう通らない', async () => {
  const secret = newTotpSecret()
  const code = await codeAt(secret, now)
  expect(await findTotpStep({ secret, code, lastStep: step }, now)).toBeUndefined()
  const earlier = await codeAt(secret, later(-30))
  expect(await findTotpStep({ secret, code: earlier, lastStep: step }, now)).toBeUndefined()
  const next = await codeAt(secret, later(30))
  expect(await findTotpStep({ secret, code: next, lastStep: step }, later(30))).toBe(step + 1)
})

test('ほかの鍵の数字は通らない', async () => {
  const code = await codeAt(newTotpSecret(), now)
  const other = { secret: newTotpSecret(), code, lastStep: null }
  const found = await findTotpStep(other, now)
  // One in a third of a million keys shows the same digits by chance.
  expect(found === undefined || (await codeAt(other.secret, now)) === code).toBe(true)
})

test('全角でも空白が入っていても6桁の数字は読め、それ以外は読まない', () => {
  expect(readCode(' １２３ 456 ')).toBe('123456')
  expect(['', '12345', '1234567', 'abcdef', '12345６７', '-12345'].map(readCode)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('鍵は4文字ずつに分けて示し、つなげば元にもどる', () => {
  const secret = newTotpSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(spellSecret(secret).split(' ').join('')).toBe(secret)
})

test('四角いコードは、市の名前とアドレスと鍵を持つ', () => {
  const address = totpAddress({ city: '鎌倉市', email: 'a@example.jp', secret: 'ABCDEFGH23456723' })
  const read = new URL(address)
  expect(decodeURIComponent(read.pathname)).toContain('鎌倉市 つなぐ:a@example.jp')
  expect(read.searchParams.get('secret')).toBe('ABCDEFGH23456723')
  const { side, path } = drawSquareCode(address)
  expect(side).toBeGreaterThan(40)
  expect(path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/)
})
