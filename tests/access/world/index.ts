import { capabilities } from '#capabilities/registry.ts'
import { visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Store } from '../../../src/store.ts'
import { openTestCity, testNow } from '../../world/city.ts'
import { makeAccounts, stopDisabled } from './accounts.ts'
import { type Calls, makeCalls } from './calls.ts'
import { makePeople, personNames } from './cast.ts'
import { addVisitClass, makeGroups } from './groups.ts'
import { makeIndicators } from './indicators.ts'
import { makeIntroductions } from './introductions.ts'
import { makeIssues, makeThemes } from './issues.ts'
import { makePlans } from './plans.ts'
import { makeProgress } from './progress.ts'
import { makeProject, type ProjectReach } from './projects.ts'
import { makeConsultations, makeOpenProposals, makeProposal } from './proposals.ts'
import { makeRegisters } from './registers.ts'
import { decide, makeReview, putReviewed, seatCommittee } from './reviews.ts'
import { makeRevisions } from './revisions.ts'
import { makeRosters } from './rosters.ts'
import { makeSurveys } from './surveys.ts'
import { makeTabulations } from './tabulations.ts'
import { act, idOf, openSession, put, type Town } from './town.ts'
import type { Say } from './typed.ts'

export { codeNow } from './accounts.ts'
export { type Knocker, knockers, type PersonName, personNames } from './cast.ts'
export { idOf, paramsOf, type Subject, type Town } from './town.ts'
export { bodyOf, paper, type Say, type Typed, typeForm } from './typed.ts'

/** Plain words for worlds in which the words do not matter. */
export const plainly: Say = (place) => `${place.split('.').at(-1)}の文`

type Groups = { readonly a: string; readonly b: string }

const makeScoring = async (town: Town, calls: Calls, groups: Groups): Promise<void> => {
  const told = { call: calls.open, day: '2026-11-05', reach: 'ready' } as const
  const own = await makeProposal(town, {
    ...told,
    state: 'new-scoring',
    group: groups.a,
    by: 'rep',
  })
  const other = await makeProposal(town, {
    ...told,
    state: 'new-scoring-of-others',
    group: groups.b,
    by: 'rep2',
  })
  const reviewId = await makeReview(town, {
    state: 'scoring',
    call: calls.open,
    groupA: groups.a,
    opened: '2026-11-06',
    due: '2026-12-20',
  })
  put(town, { kind: 'proposal', state: 'reviewing', params: { id: own } })
  put(town, { kind: 'proposal', state: 'reviewing-of-others', params: { id: other } })
  await putReviewed(town, { state: 'scoring', reviewId, proposalId: own })
  await putReviewed(town, { state: 'scoring-of-others', reviewId, proposalId: other })
}

/** What a smaller world has of the many proposals that a larger one brings before its committees. */
const few = new Set(['running', 'undecided', 'reported', 'published'])

const bringBefore = async (
  town: Town,
  given: {
    readonly call: Calls['last']
    readonly group: string
    readonly names: readonly string[]
  },
): Promise<Map<string, string>> => {
  const ids = new Map<string, string>()
  for (const state of given.names.filter((name) => !town.small || few.has(name)))
    ids.set(
      state,
      await makeProposal(town, {
        state: `${given.call.fiscalYear}-${state}`,
        call: given.call,
        group: given.group,
        by: 'rep',
        day: `${given.call.fiscalYear}-10-05`,
        reach: 'ready',
      }),
    )
  return ids
}

const runningProjects = ['drafting', 'settled', 'half-signed', 'running', 'interim'] as const
const pastProjects = [
  'reported',
  'returned',
  'accepted',
  'self',
  'mutual',
  'third-party',
  'answer',
  'published',
  'completed',
  'terminated',
] as const

/** Last year's call: its review is closed, one proposal waits for its decision, one is in reserve. */
const makeLast = async (town: Town, calls: Calls, groups: Groups): Promise<void> => {
  const names = [...runningProjects, 'undecided', 'reserve', 'not-selected', 'conditional']
  const ids = await bringBefore(town, { call: calls.last, group: groups.a, names })
  const reviewId = await makeReview(town, {
    state: 'closed',
    call: calls.last,
    groupA: groups.a,
    opened: '2026-02-06',
    due: '2026-02-14',
  })
  const outcomes = { reserve: 'reserve', 'not-selected': 'not_selected' } as const
  for (const [state, proposalId] of ids) {
    if (state !== 'undecided') {
      const outcome =
        state === 'conditional'
          ? state
          : (outcomes[state as keyof typeof outcomes] ?? ('selected' as const))
      const day = state === 'reserve' ? '2026-11-19' : '2026-02-20'
      await decide(town, { reviewId, proposalId, day, outcome })
    }
    if (state === 'drafting')
      put(town, { kind: 'proposal', state: 'selected', params: { id: proposalId } })
    if (!(runningProjects as readonly string[]).includes(state)) {
      put(town, { kind: 'proposal', state, params: { id: proposalId } })
      await putReviewed(town, { state, reviewId, proposalId })
    }
  }
  for (const until of runningProjects.filter((name) => ids.has(name)))
    await makeProject(town, { proposalId: ids.get(until) ?? '', until, year: 2026 })
}

/** The call before that: everything is decided, its projects have run. */
const makeOld = async (town: Town, calls: Calls, groups: Groups): Promise<void> => {
  const ids = await bringBefore(town, { call: calls.old, group: groups.a, names: pastProjects })
  const reviewId = await makeReview(town, {
    state: 'decided',
    call: calls.old,
    groupA: groups.a,
    opened: '2025-02-06',
    due: '2025-02-14',
  })
  for (const [state, proposalId] of ids) {
    await decide(town, { reviewId, proposalId, day: '2025-02-20', outcome: 'selected' })
    if (state === 'reported') await putReviewed(town, { state: 'decided', reviewId, proposalId })
  }
  for (const until of pastProjects.filter((name): name is typeof name & ProjectReach =>
    ids.has(name),
  ))
    await makeProject(town, { proposalId: ids.get(until) ?? '', until, year: 2025 })
}

const talkedAbout: readonly (readonly [kind: string, state: string])[] = [
  ['group', 'draft'],
  ['group', 'approved'],
  ['revision', 'sent'],
  ['issue', 'submitted'],
  ['issue', 'published'],
  ['theme', 'published'],
  ['consultation', 'asked'],
  ['proposal', 'draft'],
  ['proposal', 'submitted'],
  ['proposal', 'negotiating'],
  ['proposal', 'reviewing'],
  ['review', 'scoring'],
  ['project', 'running'],
]

/** Every data set as a file, and of one each form that there is. */
const putOpenData = (town: Town): void => {
  const codes = capabilities.flatMap(({ datasets }) => datasets ?? []).map(({ code }) => code)
  const names = [...codes.map((code) => `${code}.csv`), 'groups', 'groups.json', 'proposals.json']
  for (const name of names) put(town, { kind: 'data-file', state: name, params: { name } })
  put(town, { kind: 'dataset', state: 'groups', params: { name: 'groups' } })
  put(town, { kind: 'code-table', state: 'fields', params: { table: 'fields.csv' } })
  for (const name of ['package_list', 'package_search'])
    put(town, { kind: 'catalogue-action', state: name, params: { name } })
}

/**
 * What the preset brought, the same in every city of that preset; and everything once more as something to write
 * messages about.
 */
const putTheRest = async (town: Town): Promise<void> => {
  const found = await town.here.as(visitor, async (scope) => ({
    item: await scope.db
      .selectFrom('plan_items')
      .select(['plan_id', 'no'])
      .where('city_id', '=', scope.city.id)
      .orderBy('plan_id')
      .orderBy('no')
      .executeTakeFirstOrThrow(),
    table: await scope.db
      .selectFrom('statistic_tables')
      .select('id')
      .where('city_id', '=', scope.city.id)
      .orderBy('id')
      .executeTakeFirstOrThrow(),
  }))
  const { plan_id: id, no } = found.item
  put(town, { kind: 'plan', state: 'published', params: { id } })
  put(town, { kind: 'plan-item', state: 'published', params: { id, no } })
  put(town, { kind: 'statistic', state: 'published', params: { id: found.table.id } })
  putOpenData(town)
  for (const state of ['open', 'last', 'old', 'planned', 'cancelled'])
    put(town, { kind: 'opening', state, params: { call: idOf(town, 'call', state) } })
  for (const [kind, state] of talkedAbout) {
    const params = { kind, id: idOf(town, kind, state) }
    put(town, { kind: 'conversation', state: `${kind}-${state}`, params })
    await writeMessage(town, params, `message.${kind}-${state}`)
  }
}

const writeMessage = (
  town: Town,
  about: { readonly kind: string; readonly id: string },
  place: string,
): Promise<unknown> =>
  act(town, about.kind === 'issue' ? 'resident' : 'rep', '2026-11-18', (scope) =>
    scope.db
      .insertInto('messages')
      .values({
        city_id: scope.city.id,
        id: newId(),
        subject_kind: about.kind,
        subject_id: about.id,
        account_id: town.people[about.kind === 'issue' ? 'resident' : 'rep'].accountId,
        author_name: '',
        author_role: 'group',
        body: town.say(place),
        at: scope.now,
      })
      .execute(),
  )

/** Makes a city with records of every kind in many states, and signs everybody in. */
export const makeTown = async (
  store: Store,
  given: { readonly preset?: string; readonly say?: Say; readonly small?: boolean } = {},
): Promise<Town> => {
  const { preset = 'kamakura', say = plainly, small = false } = given
  const here = await openTestCity(store, preset)
  const [first, second] = here.city.departments
  const departments = [first?.code ?? '', second?.code ?? ''] as const
  const people = await makePeople(here, departments, say)
  const town: Town = {
    here,
    people,
    cast: { departments, tokens: new Map() },
    say,
    small,
    subjects: [],
  }
  await stopDisabled(town)
  const calls = await makeCalls(town)
  await addVisitClass(town)
  const groups = await makeGroups(town)
  await makeRevisions(town, groups.a)
  await makeIntroductions(town, groups)
  await makeRosters(town, groups)
  await seatCommittee(town, calls.open.programmeId)
  await makeIssues(town)
  await makeThemes(town, calls)
  await makeConsultations(town, { call: calls.open, group: groups.a })
  await makeOld(town, calls, groups)
  await makeLast(town, calls, groups)
  await makeScoring(town, calls, groups)
  await makeOpenProposals(town, { call: calls.open, group: groups.a })
  await makeAccounts(town)
  await makeRegisters(town)
  await makePlans(town)
  await makeProgress(town)
  await makeSurveys(town)
  await makeTabulations(town)
  await makeIndicators(town)
  await putTheRest(town)
  for (const name of personNames)
    town.cast.tokens.set(name, await openSession(here, people[name], name !== 'unproved', testNow))
  const now = await Promise.all(
    personNames
      .filter((name) => name !== 'disabled')
      .map(async (name) => [name, await here.reload(people[name])] as const),
  )
  return { ...town, people: { ...people, ...Object.fromEntries(now) } }
}
