import { describe, expect, test } from 'vitest'
import type { LiveTable } from '#web/live-table.ts'
import { chartOf } from './chart.ts'
import { registered } from './live.fixture.ts'
import { compose, placeOfLive } from './live.ts'
import { statisticsOf, tableOf } from './presets.fixture.ts'

const counting = (live: LiveTable) => ({
  live,
  count: () => live.count(undefined as never, undefined as never),
})

describe('公表された数に続く、いまの数', () => {
  test('鎌倉市の146・384・390団体に、いまの数が続く', async () => {
    const printed = tableOf('kamakura', 'registered-groups')
    const shown = await compose('registered-groups', printed, counting(registered))
    expect(shown?.table.rows[0]?.cells.map(({ value }) => value)).toEqual([146, 384, 390, 412])
    expect(shown?.table.columns.at(-1)).toMatchObject({ key: 'now', asOf: '2026-11-20' })
  })

  test('山口市の180と269は別の数え方なので、切れ目がある', async () => {
    const printed = tableOf('yamaguchi', 'registered-groups')
    const shown = await compose('registered-groups', printed, counting(registered))
    expect(shown?.table.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
      [180, null, null],
      [null, 269, 412],
    ])
    const chart = chartOf(shown!.table, 'ja')
    expect(chart).toMatchObject({ kind: 'lines', breaks: [1, 2] })
  })

  test('単位のちがう表には続けず、別の表として互いを示す', async () => {
    const printed = tableOf('kamagaya', 'group-members')
    const live: LiveTable = { ...registered, code: 'group-members', kind: 'single' }
    const own = await compose('group-members', printed, counting(live))
    expect(own).toEqual({
      table: printed,
      other: { id: 'group-members-now', title: registered.title },
    })
    const now = await compose('group-members-now', printed, counting(live))
    expect(now?.table.columns.map(({ key }) => key)).toEqual(['now'])
    expect(now?.other?.id).toBe('group-members')
    expect(placeOfLive(live, statisticsOf('kamagaya').tables)).toBe('group-members-now')
    expect(placeOfLive(live, statisticsOf('kamakura').tables)).toBe('group-members')
  })

  test('公表された表のない市では、いまの数だけの表になる', async () => {
    const shown = await compose('registered-groups', undefined, counting(registered))
    expect(shown?.table.rows[0]?.cells).toEqual([{ value: 412 }])
    expect(shown?.table.breaks).toEqual([])
  })

  test('ない表は、ない', async () => {
    expect(await compose('none', undefined, undefined)).toBeUndefined()
    expect(await compose('none-now', undefined, undefined)).toBeUndefined()
    expect(await compose('registered-groups-now', undefined, counting(registered))).toBeUndefined()
  })
})
