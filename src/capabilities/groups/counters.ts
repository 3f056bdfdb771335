import { both } from '#kernel/bilingual.ts'
import type { Counter } from '#web/counter.ts'
import { countRegisteredOn } from './queries/counters.ts'

/** 登録団体数, for the yearly reports of plans. */
export const groupCounters: readonly Counter[] = [
  {
    code: 'groups-registered',
    label: both('登録団体数', 'Registered groups'),
    unit: both('団体', 'groups'),
    definition: both(
      'その日に登録が続いている団体。区分が二つあっても1団体と数えます。',
      'Groups whose registration holds on the day, each counted once',
    ),
    count: (scope, { asOf }) => countRegisteredOn(scope, asOf),
  },
]
