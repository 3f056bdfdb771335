import { expect, test } from 'vitest'
import { settingsOf } from '../groups/presets.fixture.ts'
import { howOften } from './views/how-often.ts'

test('更新が何年に一度かは、その市の登録の期間から言う', () => {
  const said = (slug: string) => howOften([settingsOf(slug)], 'ja')
  expect(said('kamagaya')).toBe('年に一度、')
  expect(said('chigasaki')).toBe('2年に一度、')
  expect(said('yamaguchi')).toBe('3年に一度、')
  expect(said('kamakura')).toBe('年に一度、')
  const { renewal } = settingsOf('kamagaya')
  const years = (one: number) => ({
    renewal,
    validity: { kind: 'fiscal_years' as const, years: one },
  })
  expect(howOften([years(1), years(2)], 'ja')).toBe('登録の期限に合わせて、')
})
