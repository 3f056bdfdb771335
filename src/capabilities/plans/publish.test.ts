import { expect, test } from 'vitest'
import { planOf } from './presets.fixture.ts'
import { entriesOfPlan } from './publish.ts'

const now = new Date('2026-11-20T01:00:00Z')
const plan = planOf('yamaguchi', 'plan')
const entries = entriesOfPlan(plan, plan.items, { citySlug: 'yamaguchi', now })

test('計画と、再掲をのぞく68の項目が公開される', () => {
  expect(entries.filter(({ kind }) => kind === 'plan')).toHaveLength(1)
  expect(entries.filter(({ kind }) => kind === 'plan-item')).toHaveLength(73 - 5)
})

test('番号の記号は、アドレスでは符号にする', () => {
  const entry = entries.find(({ id }) => id === 'plan/Ⅰ-(1)-①')!
  expect(entry.url).toBe('/yamaguchi/plans/plan/items/%E2%85%A0-(1)-%E2%91%A0')
  expect(entry.title.ja).toBe('Ⅰ-(1)-① 地域交流センターの設置')
  expect(entry.body).toContain('公民館')
  expect(entry.happenedOn).toBe('2009-03-01')
})
