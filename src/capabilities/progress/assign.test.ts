import { expect, test } from 'vitest'
import { assign } from './assign.ts'

const entry = (code: string, ja: string) => ({ code, name: { ja, en: code } })
const departments = [
  entry('koho', '広報広聴課'),
  entry('kyodo', '協働推進課'),
  entry('shokuin', '総務部 職員課'),
]
const given = { departments, fallback: 'kyodo' }

test('先に印刷された課が主担当になる', () => {
  const item = { departments: ['koho', 'kyodo'], departmentsAsPrinted: '協働推進課・広報広聴課' }
  expect(assign(item, given)).toEqual({ lead: 'kyodo', others: ['koho'], related: false })
})

test('部の名前が印刷されていなくても、課の名前で見分ける', () => {
  const item = { departments: ['kyodo', 'shokuin'], departmentsAsPrinted: '職員課・協働推進課' }
  expect(assign(item, given).lead).toBe('shokuin')
})

test('「関係課」はどの課か分からないので、印だけが付く', () => {
  const item = { departments: ['koho'], departmentsAsPrinted: '広報広聴課・関係課' }
  expect(assign(item, given)).toEqual({ lead: 'koho', others: [], related: true })
})

test('「全所属」は、市のすべての課が報告する', () => {
  const item = { departments: ['kyodo'], departmentsAsPrinted: '協働推進課・全所属' }
  expect(assign(item, given)).toEqual({
    lead: 'kyodo',
    others: ['koho', 'shokuin'],
    related: false,
  })
})

test('担当課の印刷がない項目は、決めた課が報告する', () => {
  expect(assign({ departments: [] }, given).lead).toBe('kyodo')
})
