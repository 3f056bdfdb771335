import { expect, test } from 'vitest'
import { dayInFiscalYear, holdsOff, lastLateDay, reminderDue, usualDays } from './campaign.ts'

test('年度の中の月日は、4月から12月は始まる年、1月から3月は次の年', () => {
  expect(dayInFiscalYear('04-01', 2026)).toBe('2026-04-01')
  expect(dayInFiscalYear('12-28', 2026)).toBe('2026-12-28')
  expect(dayInFiscalYear('02-01', 2026)).toBe('2027-02-01')
  expect(usualDays({ opens: '02-01', closes: '03-31' }, 2026)).toEqual({
    opensOn: '2027-02-01',
    closesOn: '2027-03-31',
  })
})

test('うるう年でない年の2月29日は、28日になる', () => {
  expect(dayInFiscalYear('02-29', 2026)).toBe('2027-02-28')
  expect(dayInFiscalYear('02-29', 2027)).toBe('2028-02-29')
})

const campaign = { opensOn: '2027-02-01', closesOn: '2027-03-31' } as const

test.each([
  ['2027-02-28', undefined],
  ['2027-03-01', '2027-03-01'],
  ['2027-03-16', '2027-03-01'],
  ['2027-03-17', '2027-03-17'],
  ['2027-03-28', '2027-03-28'],
  ['2027-03-31', '2027-03-28'],
  ['2027-04-01', undefined],
] as const)('30日前・14日前・3日前の催促は、%s には %s のもの', (today, due) => {
  expect(reminderDue(campaign, [30, 14, 3], today)).toBe(due)
})

test('初めの日より前か、その日に当たる催促は送らない', () => {
  expect(
    reminderDue({ opensOn: '2027-03-20', closesOn: '2027-03-31' }, [30, 14], '2027-03-25'),
  ).toBe(undefined)
})

const returnedOn = (day: string) => ({
  state: 'returned' as const,
  decidedAt: new Date(`${day}T03:00:00Z`),
})

test('確認待ちの更新は失効を止め、補正待ちは直す期限まで止め、書きかけは止めない', () => {
  expect(holdsOff({ state: 'sent', decidedAt: null }, '2027-05-01')).toBe(true)
  expect(holdsOff(returnedOn('2027-03-30'), '2027-04-13')).toBe(true)
  expect(holdsOff(returnedOn('2027-03-30'), '2027-04-14')).toBe(false)
  expect(holdsOff({ state: 'draft', decidedAt: null }, '2027-04-01')).toBe(false)
  expect(holdsOff(undefined, '2027-04-01')).toBe(false)
})

test('遅れた更新は、有効期限から数えて90日目まで', () => {
  expect(lastLateDay('2027-03-31', 90)).toBe('2027-06-29')
  expect(lastLateDay('2027-03-31', 0)).toBe('2027-03-31')
})
