import type { Route } from '#web/route.ts'
import { openBodies } from './bodies.ts'
import { allows, expected, type Rules } from './expected/index.ts'
import { addressOf, kindOf } from './kinds.ts'
import { cookieOf, forEachAtOnce, knock, type Outcome, type Site } from './knock.ts'
import { type Knocker, knockers, type Town } from './world/index.ts'

/** One attempt: somebody, a route, a thing in a state. */
export type Attempt = {
  readonly route: Route
  readonly who: Knocker
  readonly state: string
  readonly params: Readonly<Record<string, string>>
}

/** Every route × everybody × every thing that its address can name. */
export const listAttempts = (routes: readonly Route[], town: Town): readonly Attempt[] =>
  routes.flatMap((route) => {
    const kind = kindOf(route)
    const subjects = kind
      ? town.subjects.filter((subject) => subject.kind === kind)
      : [{ state: '*', params: {} }]
    if (subjects.length === 0) throw new Error(`the world has no ${kind} for ${route.path}`)
    return subjects.flatMap(({ state, params }) =>
      knockers.map((who) => ({ route, who, state, params })),
    )
  })

/** Tries everything; `watch` is shown every answer. */
export const tryAll = async (
  site: Site,
  towns: { readonly here: Town; readonly there: Town },
  given: {
    readonly attempts: readonly Attempt[]
    readonly watch: (attempt: Attempt, outcome: Outcome) => void
  },
): Promise<void> => {
  const { here, there } = towns
  const bodyFor = openBodies()
  const slug = here.here.key.slug
  await forEachAtOnce(given.attempts, 12, async (attempt) => {
    const { route, who, state, params } = attempt
    const sent =
      route.method === 'POST'
        ? { sent: await bodyFor(route.action, { town: here, who, state, params }) }
        : {}
    const outcome = await knock(site, {
      method: route.method,
      address: addressOf(route, slug, params),
      cookie: cookieOf(who, here, there),
      ...sent,
    })
    given.watch(attempt, outcome)
  })
}

const nameOf = ({ route, who, state }: Attempt): string => `${route.action} ${state}: ${who}`

const isIn = (route: Route, quiet: boolean, outcome: Outcome): boolean => {
  if (outcome.kind === 'seen' || outcome.kind === 'done') return true
  return quiet && (outcome.kind === 'sent-on' || outcome.kind === 'asked') && route.method !== ''
}

/** What is wrong with an answer, if anything. */
export type Verdict = { readonly kind: 'allowed' | 'refused' | 'broken'; readonly text: string }

/**
 * Holds an answer against the rules. Whoever may, must get in; whoever may not, must be refused, or find
 * themselves on a page that they may see.
 */
export const judge = (
  attempt: Attempt,
  outcome: Outcome,
  rules: Rules = expected,
): Verdict | undefined => {
  const { route, who, state } = attempt
  const rule = rules[route.action]
  const text = `${nameOf(attempt)} → ${outcome.kind} ${outcome.status} ${outcome.location}`
  if (!rule) return { kind: 'allowed', text: `${text} (no rule)` }
  if (outcome.kind === 'broken') return { kind: 'broken', text }
  const got = isIn(route, rule.quiet ?? false, outcome)
  if (allows(rule, state, who)) return got ? undefined : { kind: 'refused', text }
  if (outcome.kind === 'refused') return undefined
  const besides = rule.beside ? rules[rule.beside] : undefined
  const looks = besides !== undefined && allows(besides, state, who)
  const shown = outcome.kind === 'asked' || outcome.kind === 'sent-on'
  return shown && looks ? undefined : { kind: 'allowed', text }
}
