import { both } from '#kernel/bilingual.ts'
import { type Counter, momentsOf } from '#web/counter.ts'
import { countFinished, countProjectsOf } from './queries/counters.ts'

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
  {
    code: 'projects-reported',
    label: both('実績報告を終えた協働事業の数', 'Joint projects with an accepted report'),
    unit: both('件', ''),
    definition: both(
      '4月1日から数える日までに、実績報告が確かめられた協働事業',
      'Joint projects whose yearly report was accepted from 1 April to the day',
    ),
    count: (scope, year) => countFinished(scope, momentsOf(year)),
  },
]
