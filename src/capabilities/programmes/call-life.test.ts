import { beforeAll, describe, expect, test } from 'vitest'
import { type Person, system, visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { listEvents, listTasksOf } from '../procedures/index.ts'
import { listOpenEntries } from '../publishing/index.ts'
import { cancelCall, loadProgramme, openNextCall, publishCall, rescheduleCall } from './actions.ts'
import type { Call } from './call.ts'
import { presetProgramme } from './presets.fixture.ts'
import {
  findCallOfYear,
  findOpenCalls,
  getCall,
  listCalls,
  listCallsAhead,
} from './queries/calls.ts'
import { getProgramme, listProgrammes } from './queries/programmes.ts'

const definition = presetProgramme('kamagaya')
let here: TestCity
let office: Person

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'kamagaya')
  office = await here.person('見本 協子', ['office'])
})

const current = (): Promise<Call> =>
  here.as(visitor, async (scope) => (await findCallOfYear(scope, definition.code, 2026))!)
const load = (facts = definition, now = testNow): Promise<void> =>
  here.as(system('operator'), (scope) => loadProgramme(scope, facts), now)

describe('プリセットから', () => {
  test('制度と、今年度の公開された募集ができる', async () => {
    const programmes = await here.as(visitor, listProgrammes)
    expect(programmes.map(({ id, state }) => [id, state])).toEqual([['citizen-model', 'running']])
    expect(await current()).toMatchObject({
      fiscalYear: 2026,
      state: 'published',
      opensOn: '2026-11-02',
      closesOn: '2026-12-25',
      closesAt: null,
      envelope: 1_500_000,
      definition,
    })
  })

  test('今申し込めるものとして、いつまでかといっしょに見つかる', async () => {
    const open = await here.as(visitor, findOpenCalls)
    expect(open.map(({ closesOn }) => closesOn)).toEqual(['2026-12-25'])
    const entries = await here.as(visitor, (scope) => listOpenEntries(scope, { kinds: ['call'] }))
    expect(entries.map(({ id, closesOn }) => [id, closesOn])).toEqual([[open[0]?.id, '2026-12-25']])
  })

  test('受け付けている募集は、その期間の外では見つからない', async () => {
    const at = (iso: string) => here.as(visitor, findOpenCalls, new Date(iso))
    expect(await at('2026-11-01T23:59:59+09:00')).toHaveLength(0)
    expect(await at('2026-11-02T00:00:00+09:00')).toHaveLength(1)
    expect(await at('2026-12-25T23:59:59+09:00')).toHaveLength(1)
    expect(await at('2026-12-26T00:00:00+09:00')).toHaveLength(0)
  })

  test('もう一度読み込むと制度は変わるが、始まった募集の決まりは変わらない', async () => {
    const before = await current()
    await load({ ...definition, maxYears: 3 })
    expect(await current()).toEqual(before)
    const programme = await here.as(visitor, (scope) => getProgramme(scope, definition.code))
    expect(programme.definition.maxYears).toBe(3)
    await load()
  })

  test('まだ始まらない募集は、読み込み直した制度に合わせて変わる', async () => {
    const spring = new Date('2027-04-05T10:00:00+09:00')
    await load(definition, spring)
    const changed = {
      ...definition,
      calendar: definition.calendar.map((step) =>
        step.step === 'call' ? { ...step, to: '12-10' } : step,
      ),
    }
    await load(changed, spring)
    const call = await here.as(visitor, (scope) => findCallOfYear(scope, definition.code, 2027))
    expect(call?.closesOn).toBe('2027-12-10')
    await load(definition, spring)
  })
})

describe('担当課は', () => {
  let store: TestCity

  beforeAll(async () => {
    store = await openTestCity(here.store, 'chigasaki')
    office = await store.person('見本 協子', ['office'])
  })

  const callOfYear = (year: number): Promise<Call> =>
    store.as(visitor, async (scope) => (await findCallOfYear(scope, 'kyodo-suishin', year))!)

  test('締切を延ばせ、元の締切と理由がだれにでも見える', async () => {
    const call = await callOfYear(2026)
    const calendar = call.calendar.map((step) =>
      step.step === 'call' ? { ...step, to: '2026-12-25' as const } : step,
    )
    const result = await store.as(office, (scope) =>
      rescheduleCall(scope, {
        call,
        wanted: { calendar, closesAt: '17:00', envelope: call.envelope },
        reason: '大雨で窓口を閉めたため',
      }),
    )
    expect(result.ok).toBe(true)
    expect(await callOfYear(2026)).toMatchObject({ closesOn: '2026-12-25', closesAt: '17:00' })
    const events = await store.as(visitor, (scope) =>
      listEvents(scope, [{ kind: 'call', id: call.id }], { publicOnly: true }),
    )
    expect(events.at(-1)).toMatchObject({
      title: {
        ja: '締切を変更（令和8年12月18日（金） → 令和8年12月25日（金）17:00）',
      },
      reason: '大雨で窓口を閉めたため',
    })
    const entries = await store.as(visitor, (scope) => listOpenEntries(scope, { kinds: ['call'] }))
    expect(entries[0]?.closesOn).toBe('2026-12-25')
  })

  test('理由なしには、公開した募集を変えられない', async () => {
    const call = await callOfYear(2026)
    const result = await store.as(office, (scope) =>
      rescheduleCall(scope, {
        call,
        wanted: { calendar: call.calendar, closesAt: null, envelope: 1 },
        reason: ' ',
      }),
    )
    expect(result).toEqual({ ok: false, error: 'reason-required' })
  })

  test('次の年度の募集を一度だけ用意し、公開するまで市民には見えない', async () => {
    const programme = await store.as(visitor, (scope) => getProgramme(scope, 'kyodo-suishin'))
    const opened = await store.as(office, (scope) => openNextCall(scope, programme))
    expect(opened.ok).toBe(true)
    const again = await store.as(office, (scope) => openNextCall(scope, programme))
    expect(again).toEqual({ ok: false, error: 'no-next-year' })
    const call = await callOfYear(2027)
    expect(call).toMatchObject({ state: 'planned', opensOn: '2027-10-15' })
    const tasks = await store.as(office, (scope) =>
      listTasksOf(scope, { kind: 'call', id: call.id }),
    )
    expect(tasks).toMatchObject([{ role: 'office', step: 'publish', dueOn: '2027-10-15' }])
    const ahead = await store.as(office, listCallsAhead)
    expect(ahead.map(({ fiscalYear }) => fiscalYear)).toEqual([2026, 2027])
  })

  test('公開すると、待っていた仕事は終わり、だれでも見つけられる', async () => {
    const call = await callOfYear(2027)
    const done = await store.as(office, (scope) => publishCall(scope, call))
    expect(done).toEqual({ ok: true, value: 'published' })
    const stale = await store.as(office, (scope) => publishCall(scope, call))
    expect(stale).toEqual({ ok: false, error: 'not-from-here' })
    const tasks = await store.as(office, (scope) =>
      listTasksOf(scope, { kind: 'call', id: call.id }),
    )
    expect(tasks).toEqual([])
  })

  test('始まる前の募集だけを中止できる', async () => {
    const open = await callOfYear(2026)
    const refused = await store.as(office, (scope) =>
      cancelCall(scope, { call: open, reason: 'x' }),
    )
    expect(refused).toEqual({ ok: false, error: 'already-open' })
    const next = await callOfYear(2027)
    const done = await store.as(office, (scope) =>
      cancelCall(scope, { call: next, reason: '制度を見直すため' }),
    )
    expect(done).toEqual({ ok: true, value: 'cancelled' })
    expect((await store.as(visitor, (scope) => getCall(scope, next.id))).state).toBe('cancelled')
  })

  test('よその市の募集は、その番号を知っていても見つからない', async () => {
    const call = await callOfYear(2026)
    await expect(here.as(visitor, (scope) => getCall(scope, call.id))).rejects.toThrow('not found')
    expect((await here.as(visitor, listCalls)).map(({ id }) => id)).not.toContain(call.id)
  })
})
