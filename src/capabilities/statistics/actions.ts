import type { Scope } from '#data/scope.ts'
import { isPlainDate, type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { type EntryDraft, publishEntries, withdrawEntriesBelow } from '../publishing/index.ts'
import { paths } from './paths.ts'
import type { StatisticsPreset, StatisticTable } from './preset.ts'
import { findStatisticProblems } from './problems.ts'
import { replaceTables } from './queries.ts'

const latestBase = ({ columns }: StatisticTable): PlainDate | undefined =>
  columns
    .flatMap(({ asOf }) => (asOf !== undefined && isPlainDate(asOf) ? [asOf] : []))
    .sort()
    .at(-1)

/** What the search is told of a table: its words, not its figures. */
export const entryOfTable = (scope: Scope, table: StatisticTable): EntryDraft => {
  const words = [...table.columns, ...table.rows].map(({ label }) => label)
  const first = (language: 'ja' | 'en'): string =>
    table.rows
      .slice(0, 5)
      .map(({ label }) => label[language])
      .join(language === 'ja' ? '、' : ', ')
  return {
    kind: 'statistic',
    id: table.id,
    title: table.title,
    summary: { ja: first('ja'), en: first('en') },
    body: [...words, ...table.notes].map(({ ja, en }) => `${ja}\n${en}`).join('\n'),
    url: paths.table(scope.city.slug, table.id),
    happenedOn: latestBase(table) ?? tokyoDayOf(scope.now),
  }
}

/**
 * Takes over the tables of a file in place of all earlier ones, and lets everyone find them.
 * @throws Error with one line for each table that cannot be read
 */
export const importStatistics = async (scope: Scope, preset: StatisticsPreset): Promise<void> => {
  const problems = findStatisticProblems(preset)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  await replaceTables(scope, preset.tables)
  await withdrawEntriesBelow(scope, 'statistic', '')
  await publishEntries(
    scope,
    preset.tables.map((table) => entryOfTable(scope, table)),
  )
}
