import type { Scope } from '#data/scope.ts'
import { isPlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { publishEntries, withdrawEntriesBelow } from '../../publishing/index.ts'
import { listTables, type StatisticTable } from '../../statistics/index.ts'
import { paths } from '../paths.ts'
import type { PrintedSurvey, PrintedSurveysPreset } from '../preset.ts'
import { findPrintedProblems } from '../printed.ts'
import { replacePrinted } from '../queries/printed.ts'
import { sentences } from '../sentences.ts'

/** Before the ids of printed surveys, so that a new file replaces them all in the search. */
const entryMark = 'printed-'

const latestBase = (survey: PrintedSurvey, tables: readonly StatisticTable[]) =>
  survey.questions
    .flatMap(({ table }) => tables.find(({ id }) => id === table)?.columns ?? [])
    .flatMap(({ asOf }) => (asOf !== undefined && isPlainDate(asOf) ? [asOf] : []))
    .sort()
    .at(-1)

const entryOf = (scope: Scope, survey: PrintedSurvey, tables: readonly StatisticTable[]) => ({
  kind: 'survey' as const,
  id: `${entryMark}${survey.code}`,
  title: {
    ja: sentences.ja.resultsOf(survey.title.ja),
    en: sentences.en.resultsOf(survey.title.en),
  },
  summary: survey.lead,
  body: survey.questions
    .flatMap(({ table }) => tables.find(({ id }) => id === table) ?? [])
    .flatMap(({ title, rows }) => [title, ...rows.map(({ label }) => label)])
    .map(({ ja, en }) => `${ja}\n${en}`)
    .join('\n'),
  url: paths.results(scope.city.slug, survey.code),
  happenedOn: latestBase(survey, tables) ?? tokyoDayOf(scope.now),
})

/**
 * Takes over which printed tables are the results of which survey, in place of what was told before.
 * @throws Error with one line for each table or row that is not there
 */
export const importPrinted = async (
  scope: Scope,
  { surveys }: PrintedSurveysPreset,
): Promise<void> => {
  const tables = await listTables(scope)
  const problems = findPrintedProblems(surveys, tables)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  await replacePrinted(scope, surveys)
  await withdrawEntriesBelow(scope, 'survey', entryMark)
  await publishEntries(
    scope,
    surveys.map((survey) => entryOf(scope, survey, tables)),
  )
}
