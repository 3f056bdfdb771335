import { findIndicator } from '#capabilities/indicators/queries/indicators.ts'
import { signOf } from '#capabilities/indicators/record-form.ts'
import { planTable } from '#capabilities/indicators/table.ts'
import { visitor } from '#kernel/actor.ts'
import { testNow } from '../world/city.ts'
import type { Sent } from './knock.ts'
import type { Town } from './world/index.ts'

type Sending = { readonly town: Town; readonly params: Readonly<Record<string, string>> }

const value = { year: '2025', value: '42.0', source: '見本の調査', note: '' }

/** One row for the indicator that the department of the world is responsible for. */
const rows = [
  ['指標コード', '年度', '値', '出典'],
  ['civic-activity', '2023', '40.0', '見本の調査'],
] as const

const pasted = rows.map((cells) => cells.join('\t')).join('\n')

const find = ({ town }: Sending, code: string) =>
  town.here.as(visitor, async (scope) => {
    const indicator = await findIndicator(scope, code)
    if (!indicator) throw new Error(`the world has no indicator ${code}`)
    return indicator
  })

const takeIn = async (sending: Sending): Promise<Sent> => {
  const indicator = await find(sending, 'civic-activity')
  const table = {
    name: 'pasted',
    rows: rows.map((cells, at) => ({ number: at + 1, cells: [...cells] })),
    width: 4,
    noticed: [],
  }
  const { sign } = planTable(table, [{ indicator, actuals: [] }], testNow)
  return { pasted, sign, reason: '' }
}

const changeRecord = async (sending: Sending): Promise<Sent> => ({
  title: '見本の指標',
  unit: '%',
  direction: 'up',
  decimals: '1',
  rounding: 'half_up',
  measure: 'product',
  sign: signOf(await find(sending, sending.params.code ?? '')),
})

/** What people who keep indicators send. */
export const indicatorBodies = {
  'indicators.enter-value': () => value,
  'indicators.change-value': () => ({ ...value, step: 'correct', reason: '見本の理由です。' }),
  'indicators.fill': () => ({}),
  'indicators.change-record': changeRecord,
  'indicators.preview-table': () => ({ pasted }),
  'indicators.take-in': takeIn,
  'indicators.adopt': () => ({ definition: 'participation', department: '' }),
} as const
