import {
  adoptDefinition,
  enterValue,
  findDefinition,
  lockIndicator,
} from '#capabilities/indicators/index.ts'
import { act, must, put, type Town } from './town.ts'

const day = '2026-11-10'

const adopt = (town: Town, code: string, department: string): Promise<string> =>
  act(town, 'office', day, async (scope) =>
    must(await adoptDefinition(scope, { definition: findDefinition(code)!, department })),
  )

const enter = (town: Town, code: string): Promise<string> =>
  act(town, 'office', day, async (scope) => {
    const said = (place: string): string => town.say(`indicators.${code}.${place}`)
    return must(
      await enterValue(scope, (await lockIndicator(scope, code))!, {
        value: {
          year: 2024,
          value: '41.0',
          bound: undefined,
          numerator: undefined,
          denominator: undefined,
          measuredOn: undefined,
          source: { ja: said('source'), en: said('source') },
          note: said('note'),
          breakNote: said('break'),
        },
        beside: true,
        origin: 'entered',
      }),
    )
  })

/** Two indicators with a value each: one that a department is responsible for, one that is the office's. */
export const makeIndicators = async (town: Town): Promise<void> => {
  const [department] = town.cast.departments
  for (const [state, code, by] of [
    ['led', 'civic-activity', department],
    ['unled', 'neighbourhood-activity', ''],
  ] as const) {
    await adopt(town, code, by)
    const value = await enter(town, code)
    put(town, { kind: 'indicator', state, params: { code } })
    put(town, { kind: 'indicator-value', state, params: { code, value } })
  }
}
