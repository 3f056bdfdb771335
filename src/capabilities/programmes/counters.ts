import { both } from '#kernel/bilingual.ts'
import type { Counter } from '#web/counter.ts'
import { countCalls } from './queries/counters.ts'

/** 募集の数, for the yearly reports of plans. */
export const programmeCounters: readonly Counter[] = [
  {
    code: 'calls',
    label: both('募集の数', 'Calls'),
    unit: both('件', ''),
    definition: both('その年度の募集のうち、公開したもの', 'Calls of the year that became public'),
    count: (scope, { fiscalYear }) => countCalls(scope, fiscalYear),
  },
]
