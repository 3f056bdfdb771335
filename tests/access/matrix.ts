import type { Person } from '#kernel/actor.ts'
import { admits } from '#web/guard/audience.ts'
import type { Route } from '#web/route.ts'
import { openBodies } from './bodies.ts'
import { allows, expected, type Rules } from './expected/index.ts'
import { addressOf, kindOf } from './kinds.ts'
import { cookieOf, forEachAtOnce, knock, type Outcome, type Sent, type Site } from './knock.ts'
import { type Knocker, knockers, type Town } from './world/index.ts'

/** One attempt: somebody, a route, a thing in a state. */
export type Attempt = {
  readonly route: Route
  readonly who: Knocker
  readonly state: string
  readonly params: Readonly<Record<string, string>>
}

/** The person as the city knows them when the door is opened; nobody for those without a session here. */
const personBehind = (town: Town, who: Knocker): Person | undefined => {
  if (who === 'visitor' || who === 'foreign' || who === 'smuggled' || who === 'disabled')
    return undefined
  const person = town.people[who]
  return who === 'unproved' ? { ...person, memberships: [], trusted: false } : person
}

/**
 * Every route × everybody × every thing that its address can name. The door of a route knows the person and not the
 * thing, so whoever does not get past it tries one thing only, a different one on every route.
 */
export const listAttempts = (routes: readonly Route[], town: Town): readonly Attempt[] =>
  routes.flatMap((route, at) => {
    const kind = kindOf(route)
    const subjects = kind
      ? town.subjects.filter((subject) => subject.kind === kind)
      : [{ state: '*', params: {} }]
    if (subjects.length === 0) throw new Error(`the world has no ${kind} for ${route.path}`)
    return knockers.flatMap((who) => {
      const turnedAway = admits(route.audience, personBehind(town, who)) !== 'ok'
      const alone = subjects[at % subjects.length]
      const tried = turnedAway && alone ? [alone] : subjects
      return tried.map(({ state, params }) => ({ route, who, state, params }))
    })
  })

/** Tries everything; `watch` is shown every answer. */
export const tryAll = async (
  site: Site,
  towns: { readonly here: Town; readonly there: Town },
  given: {
    readonly attempts: readonly Attempt[]
    readonly watch: (attempt: Attempt, outcome: Outcome, sent: Sent) => void
  },
): Promise<void> => {
  const { here, there } = towns
  const bodyFor = openBodies()
  const slug = here.here.key.slug
  await forEachAtOnce(given.attempts, 12, async (attempt) => {
    const { route, who, state, params } = attempt
    const sent =
      route.method === 'POST' ? await bodyFor(route.action, { town: here, who, state, params }) : {}
    const outcome = await knock(site, {
      method: route.method,
      address: addressOf(route, slug, params),
      cookie: cookieOf(who, here, there),
      sent,
    })
    given.watch(attempt, outcome, sent)
  })
}

const nameOf = ({ route, who, state }: Attempt): string => `${route.action} ${state}: ${who}`

const isIn = (quiet: boolean, { kind }: Outcome): boolean =>
  kind === 'seen' || kind === 'done' || (quiet && (kind === 'sent-on' || kind === 'asked'))

/** Whether the rules let this person see the page beside the one that was asked for. */
const looksBeside = (rules: Rules, beside: string | undefined, attempt: Attempt): boolean => {
  const [action = '', state = attempt.state] = beside?.split('@') ?? []
  const rule = rules[action]
  return rule !== undefined && allows(rule, state, attempt.who)
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
  const got = isIn(rule.quiet ?? false, outcome)
  if (allows(rule, state, who)) return got ? undefined : { kind: 'refused', text }
  if (outcome.kind === 'refused') return undefined
  const looks = looksBeside(rules, rule.beside, attempt)
  const shown = outcome.kind === 'asked' || outcome.kind === 'sent-on'
  return shown && looks ? undefined : { kind: 'allowed', text }
}
