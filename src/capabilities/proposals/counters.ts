import { both } from '#kernel/bilingual.ts'
import { endOfTokyoDay, startOfFiscalYear, tokyoInstant } from '#kernel/calendar.ts'
import type { Counter } from '#web/counter.ts'
import { countSubmitted } from './queries/counters.ts'

/** 提案の数, for the yearly reports of plans. */
export const proposalCounters: readonly Counter[] = [
  {
    code: 'proposals-submitted',
    label: both('提案の数', 'Proposals'),
    unit: both('件', ''),
    definition: both(
      '4月1日から数える日までに受け付けた提案。取り下げたものも数えます。',
      'Proposals received from 1 April to the day, those withdrawn later too',
    ),
    count: (scope, { fiscalYear, asOf }) =>
      countSubmitted(
        scope,
        tokyoInstant(startOfFiscalYear(fiscalYear), '00:00'),
        endOfTokyoDay(asOf),
      ),
  },
]
