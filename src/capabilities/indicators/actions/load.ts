import type { Scope } from '#data/scope.ts'
import { both } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { newId } from '#kernel/ids.ts'
import { findPlan, listItems } from '../../plans/index.ts'
import type { Indicator } from '../indicator.ts'
import type { IndicatorRecord, IndicatorsPreset } from '../preset.ts'
import { isEdited, saveIndicator } from '../queries/indicators.ts'
import { insertValue, listHistory } from '../queries/values.ts'
import { fillIndicator } from './fill.ts'
import { publishIndicator } from './publish.ts'

/** References of a record that lead nowhere, one line each. */
const problemsOf = async (
  scope: Scope,
  city: City,
  { code, plan, items, department }: IndicatorRecord,
): Promise<readonly string[]> => {
  const lost: string[] = []
  if (department && !city.departments.some((one) => one.code === department))
    lost.push(`${code}: department ${department} is missing`)
  const found = plan === undefined ? undefined : await findPlan(scope, plan)
  if (plan !== undefined && !found) lost.push(`${code}: plan ${plan} is missing`)
  const known = found && items.length > 0 ? await listItems(scope, found.id) : []
  return [
    ...lost,
    ...items
      .filter((no) => !known.some((item) => item.no === no))
      .map((no) => `${code}: item ${no} is missing`),
  ]
}

/** Values that documents print are written once; what officers corrected since stays corrected. */
const loadPrinted = async (
  scope: Scope,
  code: string,
  values: IndicatorRecord['values'],
): Promise<void> => {
  const known = await listHistory(scope, code)
  for (const one of values) {
    const isKnown = known.some(
      ({ origin, year, value }) =>
        origin === 'document' && year === one.year && value === one.value,
    )
    if (isKnown) continue
    await insertValue(scope, code, {
      id: newId(),
      year: one.year,
      value: one.value,
      bound: one.bound,
      numerator: undefined,
      denominator: undefined,
      measuredOn: one.measuredOn,
      source: both(one.source, one.source),
      note: one.note,
      breakNote: '',
      origin: 'document',
      replaces: undefined,
      sample: false,
    })
  }
}

/**
 * Takes over the indicators of a preset. A record replaces the one with the same code, unless the office has changed it on
 * the page; what was measured stays, and so do indicators that the file does not name.
 * @throws Error with one line for each reference that leads nowhere
 */
export const loadIndicators = async (
  scope: Scope,
  { indicators }: IndicatorsPreset,
  city: City,
): Promise<void> => {
  const problems: string[] = []
  for (const record of indicators) problems.push(...(await problemsOf(scope, city, record)))
  if (problems.length > 0) throw new Error(problems.join('\n'))
  for (const [position, { values, ...record }] of indicators.entries()) {
    const indicator: Indicator = { ...record, sample: false }
    if (!(await isEdited(scope, indicator.code)))
      await saveIndicator(scope, indicator, { position })
    await loadPrinted(scope, indicator.code, values)
    if (indicator.fills?.kind === 'results') await fillIndicator(scope, indicator)
    await publishIndicator(scope, indicator)
  }
}
