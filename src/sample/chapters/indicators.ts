import {
  adoptDefinition,
  correctValue,
  enterValue,
  findDefinition,
  type GivenValue,
  listStanding,
  lockIndicator,
} from '#capabilities/indicators/index.ts'
import type { Scope } from '#data/scope.ts'
import { addDays, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import type { Deed, Moment } from '../moment.ts'
import type { StoryIndicators } from '../story-indicators.ts'
import { firstWith, must, type World } from '../world.ts'

type Told = StoryIndicators['values'][number]

const adopt =
  ({ definition, department }: StoryIndicators['adopt'][number]): Deed =>
  async (scope) => {
    const found = findDefinition(definition)
    if (!found) throw new Error(`There is no shared definition ${definition}.`)
    const given = { definition: found, department, sample: true }
    must(await adoptDefinition(scope, given), `adopt ${definition}`)
  }

const hold = async (scope: Scope, code: string) => {
  const indicator = await lockIndicator(scope, code)
  if (!indicator) throw new Error(`The city has no indicator ${code}.`)
  return indicator
}

const givenOf = (told: Told, value: string): GivenValue => ({
  year: told.year,
  value,
  bound: undefined,
  numerator: undefined,
  denominator: undefined,
  measuredOn: undefined,
  source: { ja: told.source, en: `${told.sourceEn} (sample)` },
  note: told.note,
  breakNote: '',
})

const enter =
  (told: Told): Deed =>
  async (scope) => {
    const indicator = await hold(scope, told.indicator)
    const [value] = told.first ?? [told.value]
    const given = { value: givenOf(told, value), beside: told.beside, sample: true }
    must(await enterValue(scope, indicator, { ...given, origin: 'entered' }), 'enter a value')
  }

const correct =
  (told: Told): Deed =>
  async (scope) => {
    const [first, reason] = told.first ?? ['', '']
    const indicator = await hold(scope, told.indicator)
    const standing = (await listStanding(scope, [told.indicator])).get(told.indicator) ?? []
    const wrong = standing.find(({ year, value }) => year === told.year && value === first)
    if (!wrong) throw new Error(`There is no ${first} of ${told.year} to correct.`)
    const given = { id: wrong.id, value: givenOf(told, told.value), reason }
    must(await correctValue(scope, indicator, { ...given, origin: 'entered' }), 'correct a value')
  }

/** So many days before today, at that time in Tokyo. */
const ago = ({ now }: World, days: number, time: string): Date =>
  tokyoInstant(addDays(tokyoDayOf(now), -days), time)

/** What the office measures: shared definitions taken up, years of values, and one that was corrected. */
export const indicatorMoments = (world: World): Moment[] => {
  const told = world.story.indicators
  if (!told) return []
  const by = firstWith(world.story, 'office')
  return [
    ...told.adopt.map((one) => ({ at: ago(world, 12, '10:00'), by, deed: adopt(one) })),
    // A minute apart, so that what was entered first stands first.
    ...told.values.map((one, at) => ({
      at: new Date(ago(world, 11, '14:00').getTime() + at * 60_000),
      by,
      deed: enter(one),
    })),
    ...told.values
      .filter(({ first }) => first !== undefined)
      .map((one) => ({ at: ago(world, 6, '11:00'), by, deed: correct(one) })),
  ]
}
