import { expect, test } from 'vitest'
import { findStep, resolveCalendar, stepStateOn, type YearlyStep } from './calendar.ts'
import { presetProgramme } from './presets.fixture.ts'

const rule = (from: string, to: string, yearOffset = 0): YearlyStep => ({
  step: 'call',
  name: { ja: '募集', en: 'Call' },
  from,
  to,
  yearOffset,
})
const resolved = (one: YearlyStep, fiscalYear: number): string => {
  const [step] = resolveCalendar([one], fiscalYear)
  return `${step?.from} ${step?.to}`
}
/** The window's own days, wherever they fall. */
const daysOf = (from: string, to: string, fiscalYear: number, yearOffset = 0): string =>
  resolved({ ...rule(from, to, yearOffset), roll: 'none' }, fiscalYear)
const rolledOf = (from: string, to: string, fiscalYear: number): string =>
  resolved(rule(from, to), fiscalYear)

test('4月から12月は年度の年、1月から3月はその次の年になる', () => {
  expect(daysOf('04-01', '12-31', 2026)).toBe('2026-04-01 2026-12-31')
  expect(daysOf('12-19', '01-29', 2026)).toBe('2026-12-19 2027-01-29')
  expect(daysOf('02-06', '03-31', 2026)).toBe('2027-02-06 2027-03-31')
})

test('期間の初めの日が閉庁日のときは次の開庁日に、終わりの日は前の開庁日に移る', () => {
  // 2026-11-01 is a Sunday, 2026-12-26 a Saturday.
  expect(rolledOf('11-01', '12-26', 2026)).toBe('2026-11-02 2026-12-25')
  // 2027-05-01 is a Saturday before three holidays; 2027-01-03 lies in 年末年始, 2027-01-02 too.
  expect(rolledOf('05-01', '05-31', 2027)).toBe('2027-05-06 2027-05-31')
  expect(rolledOf('12-01', '01-03', 2026)).toBe('2026-12-01 2026-12-28')
})

test('事業の年度と公開の集まりの日は、閉庁日でも動かない。市が動かさないと決めた期間も動かない', () => {
  const days = (step: YearlyStep['step'], roll?: 'none'): string =>
    resolved({ ...rule('11-01', '12-26'), step, ...(roll ? { roll } : {}) }, 2026)
  for (const step of ['project', 'presentation', 'report_meeting'] as const)
    expect(days(step)).toBe('2026-11-01 2026-12-26')
  expect(days('report', 'none')).toBe('2026-11-01 2026-12-26')
  expect(days('report')).toBe('2026-11-02 2026-12-25')
})

test('開庁日が1日もない期間は、そのままにする', () => {
  expect(rolledOf('12-30', '01-02', 2026)).toBe('2026-12-30 2027-01-02')
})

test('翌年度・翌々年度の日程は、その年度の日になる', () => {
  expect(daysOf('04-01', '03-31', 2026, 1)).toBe('2027-04-01 2028-03-31')
  expect(daysOf('05-15', '05-31', 2026, 2)).toBe('2028-05-15 2028-05-31')
})

test('年度をまたぐ期間は、次の年度の日に終わる', () => {
  expect(daysOf('03-20', '04-10', 2026)).toBe('2027-03-20 2027-04-10')
})

test('2月29日は、うるう年でない年には28日になる', () => {
  expect(daysOf('02-01', '02-29', 2026)).toBe('2027-02-01 2027-02-28')
  expect(daysOf('02-01', '02-29', 2027)).toBe('2028-02-01 2028-02-29')
})

test('期間の最初の日と最後の日は、どちらも期間のうちである', () => {
  const step = findStep(resolveCalendar([rule('09-15', '12-11')], 2026), 'call')!
  expect(stepStateOn(step, '2026-09-14')).toBe('next')
  expect(stepStateOn(step, '2026-09-15')).toBe('now')
  expect(stepStateOn(step, '2026-12-11')).toBe('now')
  expect(stepStateOn(step, '2026-12-12')).toBe('done')
})

test('鎌倉の募集の日程は、テーマの公開から成果の報告会まで3年度にわたる', () => {
  const calendar = resolveCalendar(presetProgramme('kamakura').calendar, 2026)
  expect(calendar[0]).toMatchObject({ step: 'themes', from: '2026-08-03' })
  expect(calendar.at(-1)).toMatchObject({ step: 'report_meeting', to: '2028-06-30' })
})
