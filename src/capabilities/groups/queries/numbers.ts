import type { Scope } from '#data/scope.ts'
import { fiscalYearOf, tokyoDayOf } from '#kernel/calendar.ts'
import { fillNumberPattern } from '#kernel/pattern.ts'
import { takeNumber } from '../../procedures/index.ts'

const series = 'group-registration'

/** The year under which a series is counted that never begins again. */
const noYear = 0

const takeRunningNumber = async (scope: Scope): Promise<number> => {
  const row = await scope.db
    .insertInto('number_counters')
    .values({ city_id: scope.city.id, series, fiscal_year: noYear, last: 1 })
    .onConflict((same) =>
      same
        .columns(['city_id', 'series', 'fiscal_year'])
        .doUpdateSet((old) => ({ last: old('number_counters.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

/**
 * The next 登録番号. It belongs to the group for ever, so a pattern that names no year (鎌市活-{n}) counts
 * on from year to year; beginning again in April would give the same number twice.
 */
export const takeRegistrationNumber = async (scope: Scope, pattern: string): Promise<string> => {
  if (/\{(fy|year)\}/.test(pattern)) return takeNumber(scope, series, pattern)
  const fiscalYear = fiscalYearOf(tokyoDayOf(scope.now))
  return fillNumberPattern(pattern, { n: await takeRunningNumber(scope), fiscalYear })
}
