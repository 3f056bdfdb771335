import { newId } from '#kernel/ids.ts'
import type { Route } from '#web/route.ts'
import { openBodies } from './bodies.ts'
import { allows, expected } from './expected/index.ts'
import { addressOf, kindOf } from './kinds.ts'
import { cookieOf, forEachAtOnce, knock, type Site } from './knock.ts'
import { type Knocker, knockers, type Subject, type Town } from './world/index.ts'

/** Links from mails answer in words of their own: they are used up, whatever they were. */
const tokens: readonly string[] = ['confirmation', 'reset', 'address', 'invitation', 'mail-stop']

/**
 * Forms that do not say `not found` of an id that looks like one, each with what they say and why. They say the
 * same of every such id, so that nothing is learnt from it.
 */
export const gentle: Readonly<Record<string, { readonly status: number; readonly why: string }>> = {
  'accounts.leave-group': { status: 422, why: 'the page says that one has left already' },
  'accounts.change-place': { status: 422, why: 'the person may have left meanwhile' },
  'accounts.remove-member': { status: 422, why: 'the person may have left meanwhile' },
  'accounts.withdraw-member-invitation': {
    status: 422,
    why: 'it may have been accepted meanwhile',
  },
  'accounts.withdraw-staff-invitation': { status: 422, why: 'it may have been accepted meanwhile' },
  'open-data.ask': { status: 400, why: 'CKAN answers so an action that it does not know' },
  'projects.save-entry': { status: 303, why: 'a new entry brings the id that it will have' },
}

/** Ids that nobody was given: such as might be guessed, and such as are no ids at all. */
const guesses = (params: Readonly<Record<string, string>>): readonly Record<string, string>[] => {
  const all = (value: string): Record<string, string> =>
    Object.fromEntries(Object.keys(params).map((name) => [name, value]))
  const lastOnly = (value: string): Record<string, string> => {
    const last = Object.keys(params).at(-1) ?? ''
    return { ...params, [last]: value }
  }
  return [
    all(newId()),
    lastOnly(newId()),
    all('000000000000'),
    lastOnly("1'--"),
    lastOnly('%2e%2e%2fetc'),
    lastOnly('x'.repeat(3_000)),
  ]
}

/** Somebody who gets in with one of these things, and the thing. */
const findKey = (
  route: Route,
  subjects: readonly Subject[],
): { readonly who: Knocker; readonly subject: Subject } | undefined => {
  const rule = expected[route.action]
  if (!rule) return undefined
  for (const subject of subjects)
    for (const who of knockers) if (allows(rule, subject.state, who)) return { who, subject }
  return undefined
}

type Try = {
  readonly route: Route
  readonly who: Knocker
  readonly state: string
  /** What the address names. */
  readonly params: Readonly<Record<string, string>>
  /** The thing that this person may reach, and about which a form speaks. */
  readonly real: Readonly<Record<string, string>>
}

/** Every route that names something × ids of nothing, and of things of the other city. */
export const listGuesses = (
  routes: readonly Route[],
  towns: { readonly here: Town; readonly there: Town },
): readonly Try[] =>
  routes.flatMap((route) => {
    const kind = kindOf(route)
    if (!kind || tokens.includes(kind)) return []
    const of = (town: Town): readonly Subject[] =>
      town.subjects.filter((subject) => subject.kind === kind)
    const key = findKey(route, of(towns.here))
    if (!key) return []
    const { who, subject } = key
    const own = of(towns.here).map(({ params }) => JSON.stringify(params))
    // What both presets call by the same word is no guess.
    const foreign = of(towns.there)
      .map(({ params }) => params)
      .filter((params) => !own.includes(JSON.stringify(params)))
    return [...guesses(subject.params), ...foreign].map((params) => ({
      route,
      who,
      state: subject.state,
      params,
      real: subject.params,
    }))
  })

/** What came of the guesses. */
export type Guessed = {
  /** Those that were not answered as they must be. */
  readonly found: readonly string[]
  /** The forms that said something gentler than `not found`. */
  readonly gentle: ReadonlySet<string>
}

/** Tries them all. */
export const tryGuesses = async (
  site: Site,
  towns: { readonly here: Town; readonly there: Town },
  tries: readonly Try[],
): Promise<Guessed> => {
  const found = new Set<string>()
  const gently = new Set<string>()
  const bodyFor = openBodies()
  const { here, there } = towns
  await forEachAtOnce(tries, 12, async ({ route, who, state, params, real }) => {
    const { method, action } = route
    const sent =
      method === 'POST'
        ? { sent: await bodyFor(action, { town: here, who, state, params: real }) }
        : {}
    const { status } = await knock(site, {
      method,
      address: addressOf(route, here.here.key.slug, params),
      cookie: cookieOf(who, here, there),
      ...sent,
    })
    if (status === gentle[action]?.status) gently.add(action)
    else if (status !== 404)
      found.add(`${action} as ${who} → ${status} ${Object.values(params).join().slice(0, 40)}`)
  })
  return { found: [...found].sort(), gentle: gently }
}
