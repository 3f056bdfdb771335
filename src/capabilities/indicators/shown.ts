import type { PlainDate } from '#kernel/calendar.ts'
import { type Forecast, forecast } from './forecast.ts'
import { type Actual, type Indicator, type YearValue, yearValues } from './indicator.ts'
import { type Judgement, judge } from './judgement.ts'

/** An indicator with everything that is said of it. */
export type Shown = {
  readonly indicator: Indicator
  /** Those that stand. */
  readonly actuals: readonly Actual[]
  readonly values: readonly YearValue[]
  readonly judgement: Judgement
  readonly ahead: readonly Forecast[]
  /** True where something of it is a sample. */
  readonly isSample: boolean
}

/** What everyone is shown of an indicator, from its record and the values that stand. */
export const showIndicator = (
  indicator: Indicator,
  actuals: readonly Actual[],
  today: PlainDate,
): Shown => {
  const standing = actuals.filter(({ state }) => state === 'standing')
  const values = yearValues(indicator, standing)
  return {
    indicator,
    actuals: standing,
    values,
    judgement: judge(indicator, values, today),
    ahead: forecast(indicator, values),
    isSample: indicator.sample || standing.some(({ sample }) => sample),
  }
}
