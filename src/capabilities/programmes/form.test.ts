import { expect, test } from 'vitest'
import { tokyoInstant } from '#kernel/calendar.ts'
import { formOf } from '#web/form-data.ts'
import type { Call } from './call.ts'
import { readReason, readSchedule, stepField } from './form.ts'
import { presetProgramme } from './presets.fixture.ts'
import { planCall } from './programme.ts'

const definition = presetProgramme('chigasaki')
const call: Call = {
  id: 'aaaaaaaaaaaa',
  programmeId: definition.code,
  state: 'published',
  closesAt: null,
  ...planCall(definition, 2026),
}
const now = tokyoInstant('2026-11-20', '09:00')
const at = call.calendar.findIndex(({ step }) => step === 'call')

const sent = (changed: Record<string, string> = {}) =>
  formOf({
    ...Object.fromEntries(
      call.calendar.flatMap((step, place) => [
        [stepField('from', place), step.from],
        [stepField('to', place), step.to],
      ]),
    ),
    envelope: '20,000,000',
    closes_at: '',
    reason: '大雨で窓口を閉めたため',
    ...changed,
  })

test('和暦でも全角でも書かれた新しい締切が読める', () => {
  const read = readSchedule(
    sent({ [stepField('to', at)]: '令和８年１２月２５日', closes_at: '１７：００' }),
    call,
    now,
  )
  expect(read.problems).toEqual([])
  expect(read.wanted.calendar[at]?.to).toBe('2026-12-25')
  expect(read.wanted.closesAt).toBe('17:00')
  expect(read.reason).toBe('大雨で窓口を閉めたため')
})

test('読めない日付と時刻と金額は、それぞれの欄の誤りになる', () => {
  const read = readSchedule(
    sent({ [stepField('from', 0)]: 'そのうち', closes_at: '25:00', envelope: '少し' }),
    call,
    now,
  )
  expect(read.problems.map(({ name }) => name)).toEqual(['from_0', 'closes_at', 'envelope'])
})

test('24:00は、時刻を書かないのと同じである', () => {
  expect(readSchedule(sent({ closes_at: '24:00' }), call, now).wanted.closesAt).toBeNull()
})

test('公開した募集を変えるには理由がいり、公開前ならいらない', () => {
  const change = { [stepField('to', at)]: '2026-12-25', reason: '  ' }
  expect(readSchedule(sent(change), call, now).problems.map(({ name }) => name)).toEqual(['reason'])
  const planned: Call = { ...call, state: 'planned' }
  expect(readSchedule(sent(change), planned, now).problems).toEqual([])
})

test('規則に合わない日付は、直す欄を示して断られる', () => {
  const names = (changed: Record<string, string>) =>
    readSchedule(sent(changed), call, now).problems.map(({ name }) => name)
  expect(names({ [stepField('to', at)]: '2026-12-01' })).toEqual([stepField('to', at)])
  expect(names({ [stepField('from', at)]: '2026-10-01' })).toEqual([stepField('from', at)])
  expect(names({})).toEqual([stepField('from', 0)])
})

test('理由は1,000字まで', () => {
  expect(readReason(formOf({ reason: 'あ'.repeat(1_000) })).problems).toEqual([])
  expect(readReason(formOf({ reason: 'あ'.repeat(1_001) })).problems).toHaveLength(1)
})
