import { audit } from '#data/audit.ts'
import type { Outside, Scope } from '#data/scope.ts'
import { fiscalYearOf, startOfFiscalYear, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import type { Store } from '../store.ts'
import { calendarMoments } from './chapters/calendars.ts'
import { evaluationMoments } from './chapters/evaluations.ts'
import { indicatorMoments } from './chapters/indicators.ts'
import { issueMoments } from './chapters/issues.ts'
import { messageMoments } from './chapters/messages.ts'
import { offerTalkMoments } from './chapters/offer-talks.ts'
import { pageMoments } from './chapters/pages.ts'
import { insertPeople } from './chapters/people.ts'
import { planMoments } from './chapters/plans.ts'
import { progressMoments } from './chapters/progress.ts'
import { projectMoments } from './chapters/projects.ts'
import { allProposalMoments } from './chapters/proposals.ts'
import { registerMoments } from './chapters/registers.ts'
import { registrationMoments } from './chapters/registrations.ts'
import { reviewMoments, seatCommittee } from './chapters/reviews.ts'
import { revisionMoments } from './chapters/revisions.ts'
import { rosterMoments } from './chapters/rosters.ts'
import { surveyMoments } from './chapters/surveys.ts'
import { tabulationMoments } from './chapters/tabulations.ts'
import { themeMoments } from './chapters/themes.ts'
import { onOfficeDay } from './days.ts'
import {
  findLastSampleAction,
  hasSamples,
  markSamples,
  sampleSubject,
  settleSampleMails,
} from './mark-queries.ts'
import { inOrder, type Moment } from './moment.ts'
import { makeCalls } from './stage.ts'
import { readStory, type Story } from './story.ts'
import { actorOf, firstWith, live, type World } from './world.ts'

/** The story's mails are of the past: they stand in the records, but nothing is sent. */
const withoutSending = (outside: Outside): Outside => ({
  ...outside,
  jobs: { send: async () => undefined },
})

const momentsOf = async (scope: Scope, world: World): Promise<readonly Moment[]> => [
  ...calendarMoments(world),
  ...(await registrationMoments(scope, world)),
  ...revisionMoments(world),
  ...rosterMoments(world),
  ...issueMoments(world),
  ...themeMoments(world),
  ...allProposalMoments(world),
  ...reviewMoments(world),
  ...projectMoments(world),
  ...evaluationMoments(world),
  ...progressMoments(world),
  ...indicatorMoments(world),
  ...messageMoments(world),
  ...registerMoments(world),
  ...(await pageMoments(world)),
  ...(await offerTalkMoments(world)),
  ...(await surveyMoments(world)),
  ...(await tabulationMoments(world)),
  ...planMoments(world),
]

/** People of the city hall worked on days on which it was open. */
const inOfficeHours = (moment: Moment, { story, now }: World): Moment => {
  const works = story.people.some(
    ({ key, roles }) =>
      key === moment.by && roles.some((role) => role === 'office' || typeof role !== 'string'),
  )
  if (!works) return moment
  const next = onOfficeDay(moment.at)
  return { ...moment, at: next <= now ? next : onOfficeDay(moment.at, 'prev_business') }
}

/** Years before today's in which the people of the story came, before anything of it happened. */
const yearsBefore = 3

const setTheStage = async (scope: Scope, city: City, story: Story): Promise<World> => {
  const year = fiscalYearOf(tokyoDayOf(scope.now)) - yearsBefore
  const began = tokyoInstant(startOfFiscalYear(year), '08:30')
  const people = await insertPeople({ ...scope, now: began }, story)
  const ids = new Map([...people].map(([key, id]) => [`person:${key}`, id]))
  const office = firstWith(story, 'office')
  const actor = await actorOf(scope, { city, ids }, office)
  const calls = await makeCalls({ ...scope, actor }, city)
  const world: World = { city, story, now: scope.now, calls, ids }
  await live(scope, world, {
    at: new Date(began.getTime() + 86_400_000),
    by: office,
    deed: seatCommittee,
  })
  return world
}

/**
 * Tells the story in the transaction of the scope, whose moment is today: every step is taken by the
 * capabilities' own actions, by the person who would take it, at the time at which they would have.
 * @throws Error naming the step that was refused; nothing is kept then
 */
export const tellStory = async (scope: Scope, city: City, story: Story): Promise<void> => {
  const quiet: Scope = { ...scope, outside: withoutSending(scope.outside) }
  const world = await setTheStage(quiet, city, story)
  const moments = (await momentsOf(quiet, world)).map((one) => inOfficeHours(one, world))
  for (const moment of inOrder(moments, world.now)) await live(quiet, world, moment)
  await markSamples(quiet)
  await settleSampleMails(quiet)
}

/** When the sample world is loaded: always when there is none, or only where it never was before. */
export type Occasion = 'asked-for' | 'first-start'

const isWanted = async (scope: Scope, occasion: Occasion): Promise<boolean> => {
  if (await hasSamples(scope)) return false
  return occasion === 'asked-for' || (await findLastSampleAction(scope)) === undefined
}

/** A story about to be told in a city, and why. */
export type Telling = { readonly story: Story; readonly occasion: Occasion }

/**
 * Tells a story in a city, in one transaction.
 * @returns false when the city has samples already, or they were removed and nobody asks for them
 */
export const loadStory = (
  store: Pick<Store, 'database' | 'opening'>,
  city: City,
  { story, occasion }: Telling,
): Promise<boolean> =>
  store.database.write(
    store.opening(city),
    async (scope) => {
      if (!(await isWanted(scope, occasion))) return false
      await tellStory(scope, city, story)
      await audit(scope, { action: 'sample.load', ...sampleSubject })
      return true
    },
    (loaded) => loaded,
  )

/** Loads the sample world of a city from its own story. @returns false when there is nothing to do */
export const loadSamples = async (
  store: Pick<Store, 'database' | 'opening'>,
  city: City,
  occasion: Occasion,
): Promise<boolean> => loadStory(store, city, { story: await readStory(city.slug), occasion })
