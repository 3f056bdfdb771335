import pg from 'pg'
import { getSurvey, type Slot, slotsOf } from '#capabilities/surveys/index.ts'
import {
  crossPair,
  defaultSettings,
  getTabulation,
  makeTabulation,
  publishTabulation,
  saveSettings,
} from '#capabilities/tabulations/index.ts'
import type { Scope } from '#data/scope.ts'
import { system } from '#kernel/actor.ts'
import { figure, say } from '../figures.ts'
import type { Ground } from './ground.ts'
import { target } from './make.ts'

/** A cross table may cost so many times the bare aggregate over the same rows. */
const bar = 3
const times = 3

const middleOf = (taken: readonly number[]): number =>
  taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)]!

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const within = <T>({ store }: Ground, work: (scope: Scope) => Promise<T>): Promise<T> =>
  store.database.write(store.opening(target, system('bench')), work)

type Pair = { readonly slot: Slot; readonly axis: Slot }

/** Pairs of every kind of question, each with an axis. */
const pairsOf = (slots: readonly Slot[]): readonly Pair[] => {
  const find = (id: string): Slot => slots.find(({ question }) => question.id === id)!
  const [age, place] = [find('age'), find('place')]
  return [
    { slot: find('work'), axis: age },
    { slot: find('scale0'), axis: place },
    { slot: find('troubles'), axis: age },
    { slot: find('wishes'), axis: place },
    { slot: find('matters'), axis: place },
  ]
}

const measurePair = async (ground: Ground, surveyId: string, pair: Pair): Promise<void> => {
  const client = new pg.Client({ connectionString: ground.product.databaseUrl() })
  await client.connect()
  await client.query(`SET app.city_id TO '${target.id}'`)
  const bare = async (): Promise<unknown> =>
    client.query(
      `SELECT codes[${pair.slot.slot}], codes[${pair.axis.slot}], count(*) FROM survey_answers
       WHERE city_id = ${target.id} AND survey_id = '${surveyId}' GROUP BY 1, 2`,
    )
  const [ours, floor]: [number[], number[]] = [[], []]
  // In turns: what else the machine does falls on both.
  for (let turn = -1; turn < times; turn += 1) {
    const one = await timed(() =>
      within(ground, (scope) => crossPair(scope, surveyId, { ...pair, threshold: 5 })),
    )
    const other = await timed(bare)
    if (turn < 0) continue
    ours.push(one)
    floor.push(other)
  }
  await client.end()
  const ratio = middleOf(ours) / middleOf(floor)
  const name = `${pair.slot.question.id} × ${pair.axis.question.id}`
  say(
    `cross table ${name.padEnd(18)} ${figure(middleOf(ours), 7)} ms  ÷ bare SQL aggregate ${figure(ratio, 5)} ${ratio <= bar ? '≤' : '>'} ${bar}`,
  )
}

const count = async (ground: Ground, surveyId: string): Promise<number> => {
  await within(ground, async (scope) => {
    const survey = await getSurvey(scope, surveyId)
    const axes = slotsOf(survey.questionnaire)
      .filter(({ question }) => ['age', 'place', 'work'].includes(question.id))
      .map(({ slot }) => slot)
    await saveSettings(scope, surveyId, { ...defaultSettings(survey.ways), axes })
  })
  let number = 0
  const taken = await timed(() =>
    within(ground, async (scope) => {
      // The product counts what has ended by itself, too: a reason is asked for where it was faster.
      const made = await makeTabulation(scope, surveyId, 'bench')
      if (!made.ok) throw new Error(made.error)
      number = made.value
    }),
  )
  await within(ground, async (scope) => {
    const head = await getTabulation(scope, surveyId, number)
    const survey = await getSurvey(scope, surveyId)
    const done = await publishTabulation(scope, survey, { head, keepsOriginals: true })
    if (!done.ok) throw new Error(done.error)
  })
  return taken
}

/** Counts both surveys whole, and single cross tables against the plainest SQL that counts the same. */
export const measureCounting = async (
  ground: Ground,
  { large, small }: { readonly large: string; readonly small: string },
): Promise<void> => {
  const taken = await count(ground, large)
  say(`counted whole, every question and each with three axes: ${(taken / 1000).toFixed(1)} s`)
  await count(ground, small)
  const survey = await within(ground, (scope) => getSurvey(scope, large))
  for (const pair of pairsOf(slotsOf(survey.questionnaire))) await measurePair(ground, large, pair)
}
