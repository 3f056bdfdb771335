import { both } from '#kernel/bilingual.ts'
import { startOfFiscalYear } from '#kernel/calendar.ts'
import { type Counter, momentsOf } from '#web/counter.ts'
import { countConsultations, countSubmitted } from './queries/counters.ts'

/** 提案と事前相談の数, for the yearly reports of plans. */
export const proposalCounters: readonly Counter[] = [
  {
    code: 'proposals-submitted',
    label: both('提案の数', 'Proposals'),
    unit: both('件', ''),
    definition: both(
      '4月1日から数える日までに受け付けた提案。取り下げたものも数えます。',
      'Proposals received from 1 April to the day, those withdrawn later too',
    ),
    count: (scope, year) => countSubmitted(scope, momentsOf(year)),
  },
  {
    code: 'consultations-held',
    label: both('事前相談の数', 'Consultations'),
    unit: both('件', ''),
    definition: both(
      '4月1日から数える日までに行った事前相談',
      'Consultations before a proposal, held from 1 April to the day',
    ),
    count: (scope, { fiscalYear, asOf }) =>
      countConsultations(scope, startOfFiscalYear(fiscalYear), asOf),
  },
]
