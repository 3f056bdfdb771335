import { expect, test } from 'vitest'
import { tokyoInstant } from '#kernel/calendar.ts'
import { listConditions, type SendingCase, unmetConditions } from './conditions.ts'

const usual: SendingCase = {
  state: 'draft',
  window: 'open',
  correctionDue: null,
  now: tokyoInstant('2026-12-01', '10:00'),
  consultation: { rule: 'recommended', stage: 'none' },
  registration: { rule: 'before', stage: 'registered' },
  missing: [],
  anotherSent: false,
}
const unmet = (given: Partial<SendingCase>) =>
  unmetConditions(listConditions({ ...usual, ...given })).map(({ name }) => name)

test('登録団体は、募集の期間中に提案を送れる', () => {
  expect(unmet({})).toEqual([])
})

test('募集の前と後は送れない', () => {
  expect(unmet({ window: 'planned' })).toEqual(['condition-window'])
  expect(unmet({ window: 'closed' })).toEqual(['condition-window'])
})

test('必須の事前相談は、申し込むまで送れない', () => {
  const required = (stage: 'none' | 'asked' | 'held') =>
    unmet({ consultation: { rule: 'required', stage } })
  expect(required('none')).toEqual(['condition-consultation'])
  expect(required('asked')).toEqual([])
  expect(required('held')).toEqual([])
})

test('勧めるだけの事前相談は、なくても注意で済む', () => {
  const found = listConditions(usual).find(({ code }) => code === 'consultation')
  expect(found?.level).toBe('caution')
})

test('相談を求めない制度では、相談の話をしない', () => {
  const codes = listConditions({ ...usual, consultation: { rule: 'none', stage: 'none' } })
  expect(codes.map(({ code }) => code)).toEqual(['window', 'registration'])
})

test('提案までの登録が要る制度では、登録の申請中や未登録の団体は送れない', () => {
  expect(unmet({ registration: { rule: 'before', stage: 'applied' } })).toEqual([
    'condition-registration',
  ])
  expect(unmet({ registration: { rule: 'before', stage: 'none' } })).toHaveLength(1)
  expect(unmet({ registration: { rule: 'none', stage: 'none' } })).toEqual([])
})

test('提案と同時に登録できる制度では、登録を申し込んでいれば、確認を待たずに送れる', () => {
  expect(unmet({ registration: { rule: 'with', stage: 'applied' } })).toEqual([])
  expect(unmet({ registration: { rule: 'with', stage: 'none' } })).toHaveLength(1)
  const told = (stage: 'applied' | 'none') =>
    listConditions({ ...usual, registration: { rule: 'with', stage } }).find(
      ({ code }) => code === 'registration',
    )
  expect(told('applied')).toMatchObject({ level: 'caution', way: 'registration' })
  expect(told('applied')?.text.ja).toContain('今から送れます')
  for (const stage of ['applied', 'none'] as const)
    expect(told(stage)?.text.ja).not.toContain('登録してから送ってください')
})

test('中止になった募集には送れず、締切を過ぎたとは言わない', () => {
  expect(unmet({ window: 'cancelled' })).toEqual(['condition-window'])
  const [told] = listConditions({ ...usual, window: 'cancelled' })
  expect(told?.text.ja).toContain('中止')
  expect(told?.text.ja).not.toContain('締切を過ぎた')
})

test('制度が求める会則が登録にない団体は、加えるまで送れない', () => {
  const missing = [{ ja: '会則・規約', en: 'Rules' }]
  expect(unmet({ missing })).toEqual(['condition-papers'])
  const [found] = listConditions({ ...usual, missing }).filter(({ code }) => code === 'papers')
  expect(found?.text.ja).toContain('「会則・規約」')
  expect(found?.way).toBe('registration')
})

test('一団体一提案の募集では、二つ目を送れない', () => {
  expect(unmet({ anotherSent: true })).toEqual(['condition-one-proposal'])
})

test('補正は募集の締切の後でも、その期限の日の終わりまで送れる', () => {
  const returned = { state: 'returned', window: 'closed', correctionDue: '2026-12-25' } as const
  const at = (day: '2026-12-25' | '2026-12-26', time: string) =>
    unmet({ ...returned, now: tokyoInstant(day, time) })
  expect(at('2026-12-25', '23:59')).toEqual([])
  expect(at('2026-12-26', '00:00')).toEqual(['condition-correction'])
})

test('満たしていない条件は、いちどに全部伝える', () => {
  expect(
    unmet({
      window: 'closed',
      registration: { rule: 'before', stage: 'none' },
      consultation: { rule: 'required', stage: 'none' },
      anotherSent: true,
    }),
  ).toHaveLength(4)
})
