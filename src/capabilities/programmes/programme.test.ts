import { expect, test } from 'vitest'
import { tokyoInstant } from '#kernel/calendar.ts'
import type { Call } from './call.ts'
import { programmePreset } from './preset.ts'
import { presetProgramme } from './presets.fixture.ts'
import { findType, isReplaceable, nextCallYear, planCall, themedTypes } from './programme.ts'

const definition = presetProgramme('kamagaya')
const call: Call = {
  id: 'aaaaaaaaaaaa',
  programmeId: definition.code,
  state: 'published',
  closesAt: null,
  ...planCall(definition, 2026),
}
const before = tokyoInstant('2026-10-01', '09:00')
const open = tokyoInstant('2026-11-20', '09:00')

test('まだ始まらず、手も加えられていない募集だけが、読み込み直しで置きかわる', () => {
  expect(isReplaceable(call, definition, before)).toBe(true)
  expect(isReplaceable(call, definition, open)).toBe(false)
})

test('担当課が日程・時刻・予算を変えた募集は、読み込み直しても変わらない', () => {
  const calendar = call.calendar.map((step) => ({ ...step, to: '2027-03-30' as const }))
  expect(isReplaceable({ ...call, calendar }, definition, before)).toBe(false)
  expect(isReplaceable({ ...call, closesAt: '17:00' }, definition, before)).toBe(false)
  expect(isReplaceable({ ...call, envelope: 1 }, definition, before)).toBe(false)
})

test('制度が変わる前の決まりで作られた募集かどうかは、項目の並び順によらない', () => {
  const stored = { ...call, definition: { ...call.definition } }
  const entries = Object.entries(definition).toReversed()
  expect(
    isReplaceable(
      { ...stored, definition: Object.fromEntries(entries) as typeof definition },
      definition,
      before,
    ),
  ).toBe(true)
})

test('次の募集は、いちばん新しい募集の次の年度で、今の年度の次まで', () => {
  const of = (...years: number[]) =>
    nextCallYear(
      years.map((fiscalYear) => ({ fiscalYear })),
      open,
    )
  expect(of(2026)).toBe(2027)
  expect(of(2027, 2026)).toBeUndefined()
  expect(of(2024)).toBe(2026)
  expect(of()).toBe(2026)
})

test('市のテーマに応える種類を見分ける', () => {
  expect(themedTypes(definition).map(({ code }) => code)).toEqual(['department'])
  expect(findType(definition, 'citizen')?.cap).toBe(300_000)
  expect(findType(definition, 'nothing')).toBeUndefined()
})

test('募集の段階がない、または二つある日程は読み込めない', () => {
  const steps = (kept: (step: string) => boolean) => ({
    ...definition,
    calendar: definition.calendar.filter(({ step }) => kept(step)),
  })
  expect(programmePreset.safeParse(steps((step) => step !== 'call')).success).toBe(false)
  const doubled = { ...definition, calendar: [...definition.calendar, ...definition.calendar] }
  expect(programmePreset.safeParse(doubled).success).toBe(false)
  expect(programmePreset.safeParse(definition).success).toBe(true)
})

test('どの年にもない日は読み込めない', () => {
  const calendar = definition.calendar.map((step) => ({ ...step, to: '02-30' }))
  expect(programmePreset.safeParse({ ...definition, calendar }).success).toBe(false)
})
