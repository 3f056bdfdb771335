import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { newId } from '#kernel/ids.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { GivenValue, Indicator, Origin } from '../indicator.ts'
import { endValue, insertValue, listStanding, lockValue, type NewValue } from '../queries/values.ts'
import { publishIndicator } from './publish.ts'

/** Why a value is not taken. */
export type ValueProblem =
  /** Another value stands for the year; it is corrected, or this one is said to be of another source. */
  | 'already'
  /** It was corrected or withdrawn by somebody else meanwhile. */
  | 'moved'

const toNew = (
  given: GivenValue,
  about: { readonly origin: Origin; readonly sample: boolean; readonly replaces?: string },
): NewValue => ({ ...given, ...about, id: newId(), replaces: about.replaces })

const kept = ({ year, value, bound, source, note }: GivenValue) => ({
  year,
  value,
  bound,
  source,
  note,
})

const tell = (scope: Scope, indicator: Indicator, action: string, facts: object): Promise<void> =>
  audit(scope, {
    action: `indicators.${action}`,
    subjectKind: 'indicator',
    subjectId: indicator.code,
    ...facts,
  })

/**
 * Writes a measured value. The indicator is locked by the caller.
 * @param given.beside true when it is known that another value stands for that year, of another source
 */
export const enterValue = async (
  scope: Scope,
  indicator: Indicator,
  given: {
    readonly value: GivenValue
    readonly beside: boolean
    readonly origin: Origin
    readonly sample?: boolean
  },
): Promise<Result<string, ValueProblem>> => {
  const { value, beside, origin, sample = false } = given
  const standing = (await listStanding(scope, [indicator.code])).get(indicator.code) ?? []
  if (!beside && standing.some(({ year }) => year === value.year)) return refuse('already')
  const entered = toNew(value, { origin, sample })
  await insertValue(scope, indicator.code, entered)
  await tell(scope, indicator, 'enter-value', { after: { id: entered.id, ...kept(value) } })
  await publishIndicator(scope, indicator)
  return ok(entered.id)
}

/** Puts another value in the place of one that stands; the earlier one stays to be read, with the reason. */
export const correctValue = async (
  scope: Scope,
  indicator: Indicator,
  given: {
    readonly id: string
    readonly value: GivenValue
    readonly reason: string
    readonly origin: Origin
  },
): Promise<Result<string, ValueProblem>> => {
  const before = await lockValue(scope, indicator.code, given.id)
  if (before?.state !== 'standing') return refuse('moved')
  const { year } = given.value
  const standing = (await listStanding(scope, [indicator.code])).get(indicator.code) ?? []
  if (year !== before.year && standing.some((one) => one.year === year)) return refuse('already')
  if (!(await endValue(scope, given.id, { state: 'replaced', reason: given.reason })))
    return refuse('moved')
  const corrected = toNew(given.value, {
    origin: given.origin,
    sample: before.sample,
    replaces: given.id,
  })
  await insertValue(scope, indicator.code, corrected)
  await tell(scope, indicator, 'correct-value', {
    before: { id: before.id, ...kept(before) },
    after: { id: corrected.id, reason: given.reason, ...kept(given.value) },
  })
  await publishIndicator(scope, indicator)
  return ok(corrected.id)
}

/** Takes a value back; it stays to be read, with the reason. */
export const withdrawValue = async (
  scope: Scope,
  indicator: Indicator,
  given: { readonly id: string; readonly reason: string },
): Promise<Result<'withdrawn', ValueProblem>> => {
  const before = await lockValue(scope, indicator.code, given.id)
  if (before?.state !== 'standing') return refuse('moved')
  if (!(await endValue(scope, given.id, { state: 'withdrawn', reason: given.reason })))
    return refuse('moved')
  await tell(scope, indicator, 'withdraw-value', {
    before: { id: before.id, ...kept(before) },
    after: { reason: given.reason },
  })
  await publishIndicator(scope, indicator)
  return ok('withdrawn')
}
