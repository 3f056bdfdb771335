import { expect, test } from 'vitest'
import { formatDay, formatLastingDay, formatSecond } from './dates.ts'

test('文書の日付は和暦で、元年は「元」と書く', () => {
  expect(formatDay('2026-11-20', 'ja')).toBe('令和8年11月20日')
  expect(formatDay('2019-05-01', 'ja')).toBe('令和元年5月1日')
  expect(formatDay('2019-04-30', 'ja')).toBe('平成31年4月30日')
  expect(formatDay('2026-11-20', 'en')).toBe('20 November 2026')
})

test('長く残る日付は和暦と西暦を併記する', () => {
  expect(formatLastingDay('2029-03-31', 'ja')).toBe('令和11年（2029年）3月31日')
  expect(formatLastingDay('2029-03-31', 'en')).toBe('31 March 2029')
})

test('署名の時刻はどこで動かしても日本時間で秒まで書く', () => {
  expect(formatSecond('2027-03-25T15:03:09Z', 'ja')).toBe('令和9年3月26日 0時3分9秒')
  expect(formatSecond('2027-03-26T00:03:09+09:00', 'en')).toBe(
    '26 March 2027, 00:03:09 (Japan Standard Time)',
  )
})

test('ない日付と、時差のない時刻は受け取らない', () => {
  expect(() => formatDay('2026-02-29', 'ja')).toThrow(RangeError)
  expect(() => formatSecond('2027-03-25T15:03:09', 'ja')).toThrow(RangeError)
  expect(() => formatSecond('Tomorrow Z', 'ja')).toThrow(RangeError)
})
