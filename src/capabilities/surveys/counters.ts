import { both } from '#kernel/bilingual.ts'
import { startOfFiscalYear } from '#kernel/calendar.ts'
import type { CountedYear, Counter } from '#web/counter.ts'
import { countSurveys } from './queries/counters.ts'

const daysOf = ({ fiscalYear, asOf }: CountedYear) => ({
  from: startOfFiscalYear(fiscalYear),
  to: asOf,
})

/** Surveys and their answers, for the yearly reports of plans. */
export const surveyCounters: readonly Counter[] = [
  {
    code: 'surveys-closed',
    label: both('終わったアンケートの数', 'Surveys that ended'),
    unit: both('件', ''),
    definition: both(
      '最後の日が4月1日から数える日までにあり、締め切られたアンケート',
      'Surveys closed, whose last day lies between 1 April and the day',
    ),
    count: async (scope, year) => (await countSurveys(scope, daysOf(year))).surveys,
  },
  {
    code: 'survey-answers',
    label: both('アンケートの回答の数', 'Answers to surveys'),
    unit: both('件', ''),
    // Answers bear no day, so that nothing leads from them to a person: the survey's last day is counted.
    definition: both(
      'その年度に終わったアンケートの回答。回答には日付がないので、アンケートの最後の日で数えます。',
      'Answers to the surveys that ended in the year. Answers bear no date: the last day of the survey counts.',
    ),
    count: async (scope, year) => (await countSurveys(scope, daysOf(year))).answers,
  },
]
