import { expect, test } from 'vitest'
import { formatMoment, isOpenAt, windowStateAt } from './window.ts'

const call = { opens: { day: '2026-11-01' }, closes: { day: '2026-11-20' } } as const
const at = (time: string) => new Date(`${time}+09:00`)

test('締切日は東京の 24 時まで受け付ける', () => {
  expect(windowStateAt(call, at('2026-10-31T23:59:59.999'))).toBe('not-yet')
  expect(windowStateAt(call, at('2026-11-01T00:00:00'))).toBe('open')
  expect(windowStateAt(call, at('2026-11-20T23:59:59.999'))).toBe('open')
  expect(windowStateAt(call, at('2026-11-21T00:00:00'))).toBe('closed')
})

test('時刻のある締切はその時刻に閉まる', () => {
  const window = {
    opens: { day: '2026-11-01', time: '09:00' },
    closes: { day: '2026-11-20', time: '17:00' },
  } as const
  expect(isOpenAt(window, at('2026-11-01T08:59:59'))).toBe(false)
  expect(isOpenAt(window, at('2026-11-01T09:00:00'))).toBe(true)
  expect(isOpenAt(window, at('2026-11-20T16:59:59'))).toBe(true)
  expect(isOpenAt(window, at('2026-11-20T17:00:00'))).toBe(false)
})

test('始めや終わりのない窓はその側へ開いたまま', () => {
  expect(isOpenAt({}, at('2026-11-20T00:00:00'))).toBe(true)
  expect(isOpenAt({ opens: call.opens }, at('2099-01-01T00:00:00'))).toBe(true)
  expect(windowStateAt({ closes: call.closes }, at('1999-01-01T00:00:00'))).toBe('open')
})

test('終わりが始めより早い窓は決して開かない', () => {
  const inside = { opens: call.closes, closes: call.opens }
  for (const day of ['2026-10-01', '2026-11-10', '2026-12-01'])
    expect(isOpenAt(inside, at(`${day}T12:00:00`)), day).toBe(false)
})

test('締切は書かれた日のまま表し、24 時を翌日にしない', () => {
  expect(formatMoment(call.closes, 'ja')).toBe('令和8年11月20日（金）')
  expect(formatMoment({ ...call.closes, time: '17:00' }, 'ja')).toBe('令和8年11月20日（金）17:00')
  expect(formatMoment({ ...call.closes, time: '24:00' }, 'en')).toBe('20 November 2026 (Fri) 24:00')
})
