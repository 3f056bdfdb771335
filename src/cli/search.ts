import { listCities } from '#capabilities/cities/index.ts'
import { byClass, type Judgement, judgeSearch, meanReciprocalRank } from '../search-quality.ts'
import { type Command, CommandError } from './command.ts'

const score = (judgements: readonly Judgement[]): string =>
  `${meanReciprocalRank(judgements).toFixed(3)}  (${judgements.length})`

const missed = ({ city, query, rank, expect, first }: Judgement): string => {
  const where = rank === 0 ? 'not on the first page' : `at ${rank}`
  return `  ${city ?? 'all cities'}  「${query}」  ${expect.join(' / ')}: ${where}; first is 「${first}」`
}

/** Measures the search by questions whose right answers are known. */
export const searchQualityCommand: Command = {
  name: 'search quality',
  usage: 'search quality',
  about:
    'Asks the questions of sample/search/queries.json of the cities with a sample world, and prints the mean reciprocal rank and what was missed.',
  run: async (context) => {
    const store = await context.store()
    const cities = await store.database.readPublic(listCities)
    const judgements = await judgeSearch(store, (slug) => cities.find((one) => one.slug === slug))
    if (judgements.length === 0)
      throw new CommandError(
        'There is no city to ask. Load the presets and the sample world first.',
      )
    context.say(`mean reciprocal rank  ${score(judgements)}`)
    for (const [name, those] of byClass(judgements))
      context.say(`  ${name.padEnd(12)}${score(those)}`)
    const misses = judgements.filter(({ rank }) => rank !== 1)
    context.say(misses.length === 0 ? 'Every right answer came first.' : 'Not first:')
    for (const one of misses) context.say(missed(one))
  },
}
