import { expect, test } from 'vitest'
import { addDays } from './calendar.ts'
import {
  abbreviateFiscalYear,
  eras,
  eraYearOf,
  eraYearsOfFiscalYear,
  formatEraYear,
  formatFiscalYear,
} from './era.ts'

const name = (date: Parameters<typeof eraYearOf>[0]) => {
  const year = eraYearOf(date)
  return year && formatEraYear(year, 'ja')
}

test('元号は改まった日から変わる', () => {
  expect(name('2019-04-30')).toBe('平成31年')
  expect(name('2019-05-01')).toBe('令和元年')
  expect(name('1989-01-07')).toBe('昭和64年')
  expect(name('1989-01-08')).toBe('平成元年')
  expect(name('1926-12-24')).toBe('大正15年')
  expect(name('1926-12-25')).toBe('昭和元年')
  expect(name('1912-07-29')).toBe('明治45年')
  expect(name('1912-07-30')).toBe('大正元年')
  expect(name('1873-01-01')).toBe('明治6年')
  expect(name('1872-12-31')).toBeUndefined()
  expect(formatEraYear(eraYearOf('2019-05-01')!, 'en')).toBe('Reiwa 1')
})

test('自前の元号は処理系の和暦と同じ', () => {
  const reference = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    era: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const days = eras.flatMap(({ from }) => [-1, 0, 1, 366].map((step) => addDays(from, step)))
  for (const day of days.filter((date) => date >= '1873-01-01')) {
    const parts = reference.formatToParts(new Date(`${day}T00:00:00Z`))
    const [era, year] = ['era', 'year'].map(
      (type) => parts.find((part) => part.type === type)!.value,
    )
    expect(name(day), day).toBe(`${era}${year === '1' ? '元' : year}年`)
  }
})

test('年度は和暦と西暦を並べ、改元の年度は両方の名を持つ', () => {
  expect(formatFiscalYear(2026, 'ja')).toBe('令和8年度（2026年度）')
  expect(formatFiscalYear(2026, 'en')).toBe('FY2026 (Reiwa 8)')
  expect(formatFiscalYear(2019, 'ja')).toBe('令和元年度（平成31年度・2019年度）')
  expect(formatFiscalYear(2019, 'en')).toBe('FY2019 (Reiwa 1, Heisei 31)')
  expect(formatFiscalYear(2018, 'ja')).toBe('平成30年度（2018年度）')
  expect(formatFiscalYear(1926, 'ja')).toBe('昭和元年度（大正15年度・1926年度）')
})

test('一月に始まった平成は、その前の年度の名にはならない', () => {
  expect(formatFiscalYear(1988, 'ja')).toBe('昭和63年度（1988年度）')
  expect(formatFiscalYear(1989, 'ja')).toBe('平成元年度（1989年度）')
})

test('一つの元号の年は一つの年度だけの名になる', () => {
  const names: string[] = []
  for (let year = 1873; year <= 2100; year += 1)
    names.push(...eraYearsOfFiscalYear(year).map((eraYear) => formatEraYear(eraYear, 'en')))
  expect(new Set(names).size).toBe(names.length)
})

test('年度の略号は頭文字と年', () => {
  expect([2026, 2019, 2018, 1872].map(abbreviateFiscalYear)).toEqual(['R8', 'R1', 'H30', '1872'])
})
