import { both } from '#kernel/bilingual.ts'
import { startOfFiscalYear } from '#kernel/calendar.ts'
import type { Counter } from '#web/counter.ts'
import { countBegun, countRegisteredOn } from './queries/counters.ts'

/** 登録団体数 and how it changed, for the yearly reports of plans. */
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
  {
    code: 'groups-new',
    label: both('新しく登録した団体の数', 'Newly registered groups'),
    unit: both('団体', 'groups'),
    definition: both(
      '4月1日から数える日までに、新しい登録が始まった団体',
      'Groups whose registration began anew from 1 April to the day',
    ),
    count: (scope, { fiscalYear, asOf }) =>
      countBegun(scope, 'new', { from: startOfFiscalYear(fiscalYear), to: asOf }),
  },
  {
    code: 'groups-renewed',
    label: both('登録を更新した団体の数', 'Groups that renewed'),
    unit: both('団体', 'groups'),
    definition: both(
      '4月1日から数える日までに、更新した登録が始まった団体',
      'Groups whose renewed registration began from 1 April to the day',
    ),
    count: (scope, { fiscalYear, asOf }) =>
      countBegun(scope, 'renewed', { from: startOfFiscalYear(fiscalYear), to: asOf }),
  },
]
