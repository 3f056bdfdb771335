import type { Scope } from '#data/scope.ts'
import { endOfFiscalYear, tokyoDayOf } from '#kernel/calendar.ts'
import { earliestOf } from '#kernel/deadline.ts'
import type { CountedYear, Counter } from '#web/counter.ts'
import type { Counted, Task } from './report.ts'

/** The day as of which a stock is taken: the end of the year, or today while it has not come. */
export const countedYear = (fiscalYear: number, now: Date): CountedYear => {
  const asOf = earliestOf(endOfFiscalYear(fiscalYear), tokyoDayOf(now))
  return { fiscalYear, asOf }
}

/** What the counters propose for the figures of these items. One query for each counter that is named. */
export const countFor = async (
  scope: Scope,
  counters: readonly Counter[],
  given: { readonly tasks: readonly Task[]; readonly fiscalYear: number },
): Promise<ReadonlyMap<string, Counted>> => {
  const named = new Set(
    given.tasks.flatMap(({ item }) => item.figures.map(({ counter }) => counter)),
  )
  const year = countedYear(given.fiscalYear, scope.now)
  const found = new Map<string, Counted>()
  for (const counter of counters.filter(({ code }) => named.has(code)))
    found.set(counter.code, { value: await counter.count(scope, year), asOf: year.asOf })
  return found
}
