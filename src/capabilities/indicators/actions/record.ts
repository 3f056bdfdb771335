import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { both } from '#kernel/bilingual.ts'
import type { Indicator } from '../indicator.ts'
import { insertIndicator, nextPosition, saveIndicator } from '../queries/indicators.ts'
import { publishIndicator } from './publish.ts'

/** Changes a definition record. The indicator is locked by the caller. */
export const changeRecord = async (
  scope: Scope,
  before: Indicator,
  after: Indicator,
): Promise<void> => {
  await saveIndicator(scope, after, { edited: true })
  await audit(scope, {
    action: 'indicators.change-record',
    subjectKind: 'indicator',
    subjectId: before.code,
    before,
    after,
  })
  await publishIndicator(scope, after)
}

const ownRecord = (
  code: string,
  given: { readonly title: string; readonly department: string },
): Indicator => ({
  code,
  title: both(given.title, given.title),
  items: [],
  unit: both('%', '%'),
  direction: 'up',
  calendar: 'fiscal',
  rounding: { decimals: 1, rounding: 'half_up' },
  ...(given.department === '' ? {} : { department: given.department }),
  targets: [],
  notes: [],
  source: '製品の設定',
  sample: false,
})

/**
 * Begins an indicator of the city's own under the first code that is free, also of those who begin one at the same
 * moment; everything but its name is written on the page of its record.
 */
export const beginIndicator = async (
  scope: Scope,
  given: { readonly title: string; readonly department: string },
): Promise<string> => {
  const place = { position: await nextPosition(scope), edited: true } as const
  let indicator = ownRecord('own-1', given)
  for (let at = 2; !(await insertIndicator(scope, indicator, place)); at += 1)
    indicator = ownRecord(`own-${at}`, given)
  await audit(scope, {
    action: 'indicators.begin',
    subjectKind: 'indicator',
    subjectId: indicator.code,
    after: given,
  })
  await publishIndicator(scope, indicator)
  return indicator.code
}
