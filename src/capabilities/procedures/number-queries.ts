import type { Scope } from '#data/scope.ts'
import { fiscalYearOf, tokyoDayOf } from '#kernel/calendar.ts'
import { fillNumberPattern } from '#kernel/pattern.ts'

/**
 * The next number of a series in today's fiscal year, filled into the city's pattern. Whoever comes second
 * waits for the first to finish, so the series has no gaps and no doubles.
 */
export const takeNumber = async (
  scope: Scope,
  series: string,
  pattern: string,
): Promise<string> => {
  const fiscalYear = fiscalYearOf(tokyoDayOf(scope.now))
  const row = await scope.db
    .insertInto('number_counters')
    .values({ city_id: scope.city.id, series, fiscal_year: fiscalYear, last: 1 })
    .onConflict((same) =>
      same
        .columns(['city_id', 'series', 'fiscal_year'])
        .doUpdateSet((old) => ({ last: old('number_counters.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return fillNumberPattern(pattern, { n: row.last, fiscalYear })
}
