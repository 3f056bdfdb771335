import { describe, expect, test } from 'vitest'
import { tokyoInstant } from '#kernel/calendar.ts'
import { assertWorkflow } from '#kernel/workflow-check.ts'
import {
  type Call,
  callStateAt,
  callWorkflow,
  currentSteps,
  daysLeftOf,
  deadlineOfStep,
  describeChange,
} from './call.ts'
import { listPresetProgrammes, presetProgramme } from './presets.fixture.ts'
import { planCall } from './programme.ts'

const today = tokyoInstant('2026-11-20', '10:00')
const callFrom = (city: string, changed: Partial<Call> = {}): Call => ({
  id: 'aaaaaaaaaaaa',
  programmeId: presetProgramme(city).code,
  state: 'published',
  closesAt: null,
  ...planCall(presetProgramme(city), 2026),
  ...changed,
})

test('募集の段階の表に行き止まりや矛盾がない', () => {
  expect(() => assertWorkflow(callWorkflow)).not.toThrow()
})

describe('令和8年11月20日に、4市の募集はどれも受け付けている', () => {
  const programmes = listPresetProgrammes()
  test('4市分の制度がある', () => {
    expect(programmes.map(({ city }) => city)).toEqual([
      'chigasaki',
      'kamagaya',
      'kamakura',
      'yamaguchi',
    ])
  })
  test.each(programmes)('$city', ({ city, definition }) => {
    const call = callFrom(city)
    expect(callStateAt(call, today)).toBe('open')
    expect(daysLeftOf(call, today)).toBeGreaterThan(0)
    expect(deadlineOfStep(call, 'call')).toBe(call.closesOn)
    expect(currentSteps(call, today).map(({ step }) => step)).toContain('call')
    expect(call.envelope).toBe(definition.envelope)
  })
})

test('締切の日は24時まで受け付け、その瞬間から受け付けない', () => {
  const call = callFrom('kamakura')
  expect(call.closesOn).toBe('2026-12-11')
  const at = (iso: string) => callStateAt(call, new Date(iso))
  expect(at('2026-12-11T23:59:59.999+09:00')).toBe('open')
  expect(at('2026-12-12T00:00:00.000+09:00')).toBe('closed')
})

test('最初の日は0時から受け付け、その直前は受付前である', () => {
  const call = callFrom('kamakura')
  expect(callStateAt(call, new Date('2026-09-14T23:59:59.999+09:00'))).toBe('planned')
  expect(callStateAt(call, new Date('2026-09-15T00:00:00+09:00'))).toBe('open')
})

test('締切の時刻があれば、その時刻に届いたものは遅れている', () => {
  const call = callFrom('kamakura', { closesAt: '17:00' })
  expect(callStateAt(call, new Date('2026-12-11T16:59:59.999+09:00'))).toBe('open')
  expect(callStateAt(call, new Date('2026-12-11T17:00:00+09:00'))).toBe('closed')
})

test('公開前の募集は、期間の中でも受け付けない', () => {
  expect(callStateAt(callFrom('kamakura', { state: 'planned' }), today)).toBe('planned')
  expect(callStateAt(callFrom('kamakura', { state: 'decided' }), today)).toBe('closed')
  expect(callStateAt(callFrom('kamakura', { state: 'ended' }), today)).toBe('closed')
})

test('残りの日数は東京の日で数え、最後の日は0日である', () => {
  const call = callFrom('kamakura')
  expect(daysLeftOf(call, new Date('2026-11-20T00:00:00+09:00'))).toBe(21)
  expect(daysLeftOf(call, new Date('2026-12-11T23:59:00+09:00'))).toBe(0)
  expect(daysLeftOf(call, new Date('2026-12-12T00:00:00+09:00'))).toBe(-1)
})

test('ない段階には期限もない', () => {
  expect(deadlineOfStep(callFrom('kamakura'), 'screening')).toBeUndefined()
})

test('募集の名前は年度を元号と西暦の両方で言う', () => {
  expect(callFrom('kamakura').title).toEqual({
    ja: '令和8年度（2026年度） 相互提案協働事業の募集',
    en: 'Mutual-proposal joint projects: call of FY2026 (Reiwa 8)',
  })
})

test('締切が動いたときだけ、経過は元の締切と新しい締切を言う', () => {
  const call = callFrom('kamakura')
  expect(describeChange(call, { ...call, closesOn: '2026-12-18' })?.ja).toBe(
    '締切を変更（令和8年12月11日（金） → 令和8年12月18日（金））',
  )
  expect(describeChange(call, { ...call, closesAt: '17:00' })?.en).toBe(
    'Deadline changed (11 December 2026 (Fri) → 11 December 2026 (Fri) 17:00)',
  )
  expect(describeChange(call, { ...call })).toBeUndefined()
})
