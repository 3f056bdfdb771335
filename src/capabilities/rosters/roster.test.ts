import { describe, expect, test } from 'vitest'
import { compareCounts, isOn, keptUntil, officesOn, purgedLeavers } from './roster.ts'

test('入った日と、やめた日は、会員だった日に入る', () => {
  const span = { since: '2024-04-01', until: '2026-03-31' } as const
  const days = ['2024-03-31', '2024-04-01', '2026-03-31', '2026-04-01'] as const
  expect(days.map((day) => isOn(span, day))).toEqual([false, true, true, false])
  expect(isOn({ since: '2024-04-01', until: null }, '2999-01-01')).toBe(true)
})

test('役職は、その日に就いていたものだけ', () => {
  const terms = [
    { id: 'a', office: 'accountant', since: '2020-04-01', until: '2022-03-31' },
    { id: 'b', office: 'vice', since: '2022-04-01', until: null },
  ] as const
  expect(officesOn({ terms }, '2022-03-31')).toEqual(['accountant'])
  expect(officesOn({ terms }, '2022-04-01')).toEqual(['vice'])
})

describe('登録の数と名簿の数', () => {
  const counts = { members: 23, citizens: 20, citizensUnknown: 0, voting: 23, officers: 4 }

  test('「登録では25人、名簿では23人」のように、ちがうものだけを示す', () => {
    expect(compareCounts(counts, { members: 25, citizens: 20, officers: null })).toEqual([
      { what: 'members', registered: 25, counted: 23 },
    ])
  })

  test('市民かどうか分からない人がいるときは、市民の数は比べない', () => {
    const registered = { members: 23, citizens: 21, officers: 4 }
    expect(compareCounts({ ...counts, citizensUnknown: 1 }, registered)).toEqual([])
    expect(compareCounts(counts, registered)).toHaveLength(1)
  })
})

test('やめた人の記録は、やめた年度の後、5年度の終わりまで残す', () => {
  expect(keptUntil('2020-05-10', 5)).toBe('2026-03-31')
  expect(keptUntil('2021-03-31', 5)).toBe('2026-03-31')
  expect(keptUntil('2021-04-01', 5)).toBe('2027-03-31')
  expect(purgedLeavers('2026-03-31', 5)).toBe('2020-03-31')
  expect(purgedLeavers('2026-04-01', 5)).toBe('2021-03-31')
})
