import type { Scope } from '#data/scope.ts'
import { fiscalYearOf, tokyoDayOf } from '#kernel/calendar.ts'
import { fillNumberPattern } from '#kernel/pattern.ts'

/** The year under which a series is counted that never begins again. */
const noYear = 0

const namesYear = (pattern: string): boolean => /\{(fy|year)\}/.test(pattern)

/**
 * Which numbers count together: all that are printed alike, whatever they are given to. `{nn}` prints
 * what `{n}` does from 10 on, so both are one series.
 */
const seriesOf = (pattern: string): string => pattern.replace(/\{n+\}/g, '{n}')

/**
 * The city's next number of a pattern: no two things of a city bear the same printed number. A pattern
 * that carries the fiscal year (団登{fy}-{nnnn}) begins again at 1 every April; one that does not
 * (鎌地つ第{n}号) counts on from year to year. Whoever comes second waits for the first to finish, so the
 * series has no gaps and no doubles.
 */
export const takeNumber = async (scope: Scope, pattern: string): Promise<string> =>
  (await takeNumbers(scope, pattern, 1))[0]!

/** So many numbers of a pattern, one after the other. 1 query. */
export const takeNumbers = async (
  scope: Scope,
  pattern: string,
  count: number,
): Promise<readonly string[]> => {
  if (count === 0) return []
  const fiscalYear = fiscalYearOf(tokyoDayOf(scope.now))
  const row = await scope.db
    .insertInto('number_counters')
    .values({
      city_id: scope.city.id,
      series: seriesOf(pattern),
      fiscal_year: namesYear(pattern) ? fiscalYear : noYear,
      last: count,
    })
    .onConflict((same) =>
      same
        .columns(['city_id', 'series', 'fiscal_year'])
        .doUpdateSet((old) => ({ last: old('number_counters.last', '+', count) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  const first = row.last - count + 1
  return Array.from({ length: count }, (_, at) =>
    fillNumberPattern(pattern, { n: first + at, fiscalYear }),
  )
}
