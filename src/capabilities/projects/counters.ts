import { both } from '#kernel/bilingual.ts'
import type { Counter } from '#web/counter.ts'
import { countProjectsOf } from './queries/counters.ts'

/** 協働事業の数, for the yearly reports of plans. */
export const projectCounters: readonly Counter[] = [
  {
    code: 'projects',
    label: both('協働事業の数', 'Joint projects'),
    unit: both('件', ''),
    definition: both(
      'その年度に行われた協働事業。途中で終わったものも数えます。',
      'Joint projects that ran in the year, those ended early too',
    ),
    count: (scope, { fiscalYear }) => countProjectsOf(scope, fiscalYear),
  },
]
