import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Indicator } from '../indicator.ts'
import { insertIndicator, nextPosition } from '../queries/indicators.ts'
import type { DefinitionCode, SharedDefinition } from '../shared-definitions.ts'
import { fillIndicator } from './fill.ts'
import { publishIndicator } from './publish.ts'

/** What an adopted definition says of itself in this city. */
const recordOf = (
  definition: SharedDefinition,
  given: { readonly department: string; readonly sample: boolean },
): Indicator => ({
  code: definition.code,
  title: definition.title,
  items: [],
  shared: definition.code as DefinitionCode,
  numerator: definition.numerator,
  ...(definition.denominator ? { denominator: definition.denominator } : {}),
  unit: definition.unit,
  direction: definition.direction,
  frequency: definition.frequency,
  calendar: 'fiscal',
  rounding: { ...definition.rounding },
  ...(given.department === '' ? {} : { department: given.department }),
  targets: [],
  ...(definition.counter ? { fills: { kind: 'counter' as const, code: definition.counter } } : {}),
  notes: [],
  source: '製品の設定',
  sample: given.sample,
})

/** Begins to measure by a shared definition; what the product counts by itself is filled in at once. */
export const adoptDefinition = async (
  scope: Scope,
  given: {
    readonly definition: SharedDefinition
    readonly department: string
    readonly sample?: boolean
  },
): Promise<Result<string, 'already'>> => {
  const { definition, department, sample = false } = given
  const indicator = recordOf(definition, { department, sample })
  const place = { position: await nextPosition(scope) }
  if (!(await insertIndicator(scope, indicator, place))) return refuse('already')
  await audit(scope, {
    action: 'indicators.adopt',
    subjectKind: 'indicator',
    subjectId: indicator.code,
    after: { shared: definition.code, department },
  })
  await fillIndicator(scope, indicator)
  await publishIndicator(scope, indicator)
  return ok(indicator.code)
}
