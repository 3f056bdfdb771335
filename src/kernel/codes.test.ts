import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  corporateCheckDigit,
  municipalCheckDigit,
  parseCorporateNumber,
  parseMunicipalCode,
  parsePostalCode,
} from './codes.ts'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })

test('国税庁の法人番号の検査数字は 7', () => {
  expect(corporateCheckDigit('000012050002')).toBe('7')
  expect(parseCorporateNumber('7000012050002')).toEqual({ ok: true, value: '7000012050002' })
  expect(parseCorporateNumber('７-0000-1205-0002')).toEqual({ ok: true, value: '7000012050002' })
})

test('法人番号の一桁の打ち間違いは見つかる（0 と 9 の違いを除く）', () => {
  fc.assert(
    fc.property(digits(12), fc.nat(11), fc.nat(9), (body, at, wrong) => {
      const number = corporateCheckDigit(body) + body
      expect(parseCorporateNumber(number).ok).toBe(true)
      const right = Number(body[at])
      const mistaken = number.slice(0, at + 1) + wrong + number.slice(at + 2)
      // Weights 1 and 2 modulo 9 cannot tell these apart.
      if ((right - wrong) % 9 !== 0)
        expect(parseCorporateNumber(mistaken)).toEqual({ ok: false, error: 'check-digit' })
    }),
  )
})

test('法人番号でないものは理由を返す', () => {
  const cases = {
    '': 'empty',
    '700001205000': 'not-13-digits',
    '1.00E+12': 'not-13-digits',
    '1000012050002': 'check-digit',
  }
  for (const [input, error] of Object.entries(cases))
    expect(parseCorporateNumber(input), input).toEqual({ ok: false, error })
})

test('団体コードは五桁に検査数字を足して六桁にする', () => {
  expect(parseMunicipalCode('13101')).toEqual({ ok: true, value: '131016' })
  for (const city of ['142042', '352039', '122246', '142077', '011002'])
    expect(parseMunicipalCode(city)).toEqual({ ok: true, value: city })
  expect(parseMunicipalCode('１４２０４２')).toEqual({ ok: true, value: '142042' })
  expect(municipalCheckDigit('01100')).toBe('2')
})

test('団体コードでないものは理由を返す', () => {
  const cases = {
    '': 'empty',
    '1310': 'not-6-digits',
    '142043': 'check-digit',
    鎌倉市: 'not-6-digits',
  }
  for (const [input, error] of Object.entries(cases))
    expect(parseMunicipalCode(input), input).toEqual({ ok: false, error })
})

test('郵便番号は三桁と四桁に揃う', () => {
  for (const input of ['2480012', '248-0012', '〒248-0012', '２４８ー００１２', '248 0012'])
    expect(parsePostalCode(input), input).toEqual({ ok: true, value: '248-0012' })
  expect(parsePostalCode('〒')).toEqual({ ok: false, error: 'empty' })
  for (const input of ['248-001', '24-80012', '248-00123', 'abc-defg'])
    expect(parsePostalCode(input), input).toEqual({ ok: false, error: 'not-7-digits' })
})
