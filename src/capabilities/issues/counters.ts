import { both } from '#kernel/bilingual.ts'
import { type Counter, momentsOf } from '#web/counter.ts'
import { countPublishedIssues } from './queries/counters.ts'

/** 地域課題の数, for the yearly reports of plans. */
export const issueCounters: readonly Counter[] = [
  {
    code: 'issues-published',
    label: both('公開した地域課題の数', 'Local issues made public'),
    unit: both('件', ''),
    definition: both(
      '4月1日から数える日までに公開した地域課題。その後に終わったものも数えます。',
      'Local issues made public from 1 April to the day, those closed since too',
    ),
    count: (scope, year) => countPublishedIssues(scope, momentsOf(year)),
  },
]
