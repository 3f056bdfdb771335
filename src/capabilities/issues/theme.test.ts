import { expect, test } from 'vitest'
import { assertWorkflow } from '#kernel/workflow-check.ts'
import type { ProgrammePreset } from '../programmes/index.ts'
import {
  capLimit,
  checkCap,
  headOfAnswers,
  type Theme,
  themeStateAt,
  themeWorkflow,
  untitled,
} from './theme.ts'

const definition = (...types: readonly { themed: boolean; cap: number | null }[]) =>
  ({ types }) as unknown as ProgrammePreset

test('テーマの段階の表に行き止まりや矛盾がない', () => {
  expect(() => assertWorkflow(themeWorkflow)).not.toThrow()
})

test('一覧に出る題名・あらまし・上限額は、様式の答えから取る', () => {
  expect(
    headOfAnswers({
      title: '公園の花壇づくり',
      purpose: '\n\n住む人の手で育てる\nその2',
      cap: 300_000,
    }),
  ).toEqual({ title: '公園の花壇づくり', summary: '住む人の手で育てる', cap: 300_000 })
  expect(headOfAnswers({})).toEqual({ title: untitled, summary: '', cap: null })
  expect([...headOfAnswers({ purpose: 'あ'.repeat(300) }).summary]).toHaveLength(120)
})

test('上限額として読めなかった答えは、上限額にならない', () => {
  expect(headOfAnswers({ title: 'x', cap: '30万くらい' }).cap).toBeNull()
})

test('テーマの上限額は、市のテーマに応える種類の上限まで', () => {
  const limited = definition({ themed: true, cap: 500_000 }, { themed: false, cap: 900_000 })
  expect(capLimit(limited)).toBe(500_000)
  expect(checkCap({ cap: 500_000 }, limited)).toEqual([])
  expect(checkCap({ cap: 500_001 }, limited).map(({ name }) => name)).toEqual(['cap'])
  expect(checkCap({}, limited)).toEqual([])
})

test('上限のない種類があれば、テーマにも上限はない', () => {
  const free = definition({ themed: true, cap: 500_000 }, { themed: true, cap: null })
  expect(capLimit(free)).toBeNull()
  expect(checkCap({ cap: 10_000_000 }, free)).toEqual([])
})

const theme = (changed: Partial<Theme> = {}): Pick<Theme, 'state' | 'call'> => ({
  state: 'published',
  call: {
    id: 'aaaaaaaaaaaa',
    title: { ja: '募集', en: 'Call' },
    state: 'published',
    opensOn: '2026-09-15',
    closesOn: '2026-12-11',
    closesAt: null,
    calendar: [],
    consultation: 'none',
  },
  ...changed,
})

test('テーマに応えられるのは、募集が受け付けている間だけ', () => {
  const at = (iso: string, changed: Partial<Theme> = {}) =>
    themeStateAt(theme(changed), new Date(iso))
  expect(at('2026-09-14T23:59:59+09:00')).toBe('planned')
  expect(at('2026-12-11T23:59:59+09:00')).toBe('open')
  expect(at('2026-12-12T00:00:00+09:00')).toBe('closed')
  expect(at('2026-11-20T10:00:00+09:00', { state: 'closed' })).toBe('closed')
  expect(at('2026-11-20T10:00:00+09:00', { state: 'draft' })).toBe('draft')
  expect(at('2026-11-20T10:00:00+09:00', { call: null })).toBe('closed')
})
