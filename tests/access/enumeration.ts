import { newId } from '#kernel/ids.ts'
import type { Route } from '#web/route.ts'
import { openBodies } from './bodies.ts'
import { allows, expected } from './expected/index.ts'
import { addressOf, kindOf } from './kinds.ts'
import { cookieOf, forEachAtOnce, knock, type Site } from './knock.ts'
import { type Knocker, knockers, type Subject, type Town } from './world/index.ts'

/** Links from mails answer in words of their own: they are used up, whatever they were. */
const tokens: readonly string[] = ['confirmation', 'reset', 'address', 'invitation']

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
  readonly params: Readonly<Record<string, string>>
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
    const foreign = of(towns.there).map(({ params }) => params)
    return [...guesses(subject.params), ...foreign].map((params) => ({
      route,
      who,
      state: subject.state,
      params,
    }))
  })

/** Tries them all. @returns those that were not answered by 404 */
export const tryGuesses = async (
  site: Site,
  towns: { readonly here: Town; readonly there: Town },
  tries: readonly Try[],
): Promise<readonly string[]> => {
  const found = new Set<string>()
  const bodyFor = openBodies()
  const { here, there } = towns
  await forEachAtOnce(tries, 12, async ({ route, who, state, params }) => {
    const town = here
    const sent =
      route.method === 'POST'
        ? { sent: await bodyFor(route.action, { town, who, state, params }) }
        : {}
    const outcome = await knock(site, {
      method: route.method,
      address: addressOf(route, here.here.key.slug, params),
      cookie: cookieOf(who, here, there),
      ...sent,
    })
    if (outcome.status !== 404)
      found.add(
        `${route.action} as ${who} → ${outcome.status} ${Object.values(params).join().slice(0, 40)}`,
      )
  })
  return [...found].sort()
}
