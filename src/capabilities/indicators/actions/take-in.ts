import type { Scope } from '#data/scope.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { PlannedRow } from '../table.ts'
import { correctValue, enterValue, type ValueProblem } from './values.ts'

/** Writes what a table was shown to do. The indicators are locked by the caller. */
export const takeIn = async (
  scope: Scope,
  rows: readonly PlannedRow[],
  reason: string,
): Promise<Result<'taken-in', ValueProblem>> => {
  for (const row of rows) {
    if (!row.indicator || (row.what !== 'add' && row.what !== 'correct')) continue
    const { value } = row
    const done =
      row.what === 'add'
        ? await enterValue(scope, row.indicator, { value, beside: false, origin: 'table' })
        : await correctValue(scope, row.indicator, {
            id: row.before.id,
            value,
            reason,
            origin: 'table',
          })
    if (!done.ok) return done
  }
  return ok('taken-in')
}
