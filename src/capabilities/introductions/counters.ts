import { both } from '#kernel/bilingual.ts'
import { type Counter, momentsOf } from '#web/counter.ts'
import { countNews } from './queries/counters.ts'

/** What groups told everyone, for the yearly reports of plans. */
export const introductionCounters: readonly Counter[] = [
  {
    code: 'group-news',
    label: both('団体のお知らせの数', 'News of groups'),
    unit: both('件', ''),
    definition: both(
      '4月1日から数える日までに団体が公開したお知らせ。隠したものは数えません。',
      'News that groups published from 1 April to the day, but for those hidden',
    ),
    count: (scope, year) => countNews(scope, momentsOf(year)),
  },
]
