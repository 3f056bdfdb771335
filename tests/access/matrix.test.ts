import { beforeAll, describe, expect, test } from 'vitest'
import { getReview, scoreField } from '#capabilities/reviews/index.ts'
import { audit } from '#data/audit.ts'
import { visitor } from '#kernel/actor.ts'
import { redirect } from '#web/answer.ts'
import type { Route } from '#web/route.ts'
import { routes } from '../../src/site.ts'
import type { Store } from '../../src/store.ts'
import { askHostile, findForms, sendHostile } from '../attacks/hostile-forms.ts'
import { sendValues } from '../attacks/hostile-values.ts'
import { openTestStore, testNow } from '../world/city.ts'
import { knownBodies } from './bodies.ts'
import { canariesIn, openCanaries } from './canaries.ts'
import { gentle, listGuesses, tryGuesses } from './enumeration.ts'
import { expected, statesIn } from './expected/index.ts'
import { mayBeTold, rowFor } from './expected/sights.ts'
import { kindOf } from './kinds.ts'
import { cookieOf, knock, openForgetfulSite, type Site } from './knock.ts'
import { judge, listAttempts, tryAll, type Verdict } from './matrix.ts'
import { openWatch } from './watch.ts'
import { type Knocker, makeTown, paramsOf, personNames, type Town } from './world/index.ts'

const mine = openCanaries(1)
const theirs = openCanaries(100_000)
const watch = openWatch(mine)
const verdicts: Verdict[] = []
const done = new Set<string>()

let store: Store
let site: Site
let here: Town
let there: Town

const isPlanned = (route: Route): boolean =>
  route.action in expected && (route.method === 'GET' || knownBodies.has(route.action))

beforeAll(async () => {
  store = await openTestStore()
  here = await makeTown(store, { say: mine.say })
  there = await makeTown(store, { say: theirs.say, small: true })
  site = await openForgetfulSite(store, () => testNow)
  const attempts = listAttempts(routes.filter(isPlanned), here)
  await tryAll(
    site,
    { here, there },
    {
      attempts,
      watch: (attempt, outcome, sent) => {
        const { route, who } = attempt
        const verdict = judge(attempt, outcome)
        if (verdict) verdicts.push(verdict)
        if (outcome.kind === 'done') done.add(route.action)
        watch.look({ action: route.action, who, sent }, outcome)
      },
    },
  )
}, 600_000)

const listOf = (kind: Verdict['kind']): string[] =>
  verdicts
    .filter((verdict) => verdict.kind === kind)
    .map(({ text }) => text)
    .sort()

describe('手で書いた表', () => {
  test('どの行為にも、だれがしてよいかが書いてある（tests/access/expected/ に書き足す）', () => {
    const missing = routes.filter(({ action }) => !(action in expected))
    expect(missing.map(({ action, path }) => `${action} ${path}`)).toEqual([])
  })

  test('どの送信にも、ふつうの人が送る中身がある（tests/access/bodies.ts に書き足す）', () => {
    const missing = routes.filter(
      ({ method, action }) => method === 'POST' && !knownBodies.has(action),
    )
    expect(missing.map(({ action }) => action)).toEqual([])
  })

  test('表にあるのは、本当にある行為と、本当にある状態だけ', () => {
    const actions = new Map(routes.map((route) => [route.action, route]))
    const stale = Object.entries(expected).flatMap(([action, rule]) => {
      const route = actions.get(action)
      if (!route) return [action]
      const kind = kindOf(route)
      const states = here.subjects.filter((one) => one.kind === kind).map(({ state }) => state)
      return statesIn(rule)
        .filter((state) => !states.includes(state))
        .map((state) => `${action} ${state}`)
    })
    expect(stale).toEqual([])
  })
})

describe('すべての経路 × すべての人 × すべての状態', () => {
  test('してはいけない人は、だれも通れない', () => {
    expect(listOf('allowed')).toEqual([])
  })

  test('してよい人は、みな通れる', () => {
    expect(listOf('refused')).toEqual([])
  })

  test('だれが何を送っても、5xx にはならない', () => {
    expect(listOf('broken')).toEqual([])
  })

  test('送信はどれも、少なくとも一人には本当に効いている（何も起きない検査は何も見ていない）', () => {
    const idle = routes.filter(
      ({ method, action }) => method === 'POST' && !done.has(action) && !(action in unheard),
    )
    expect(idle.map(({ action }) => action)).toEqual([])
  })

  test('開け放した経路は、この検査で見つかる', async () => {
    const opened = routes.filter(({ action }) => action in openHandlers).map(leaveOpen)
    const open = await openForgetfulSite(store, () => testNow, opened)
    const found: Verdict[] = []
    const attempts = listAttempts(opened, here)
    await tryAll(
      open,
      { here, there },
      {
        attempts,
        watch: (attempt, outcome) => {
          const verdict = judge(attempt, outcome)
          if (verdict) found.push(verdict)
        },
      },
    )
    expect(opened).toHaveLength(2)
    for (const who of ['visitor', 'stranger', 'centre', 'foreign', 'smuggled', 'unproved'])
      for (const { action } of opened)
        expect(found.map(({ kind, text }) => `${kind} ${text}`)).toContainEqual(
          expect.stringMatching(new RegExp(`^allowed ${action.replace('.', '\\.')} .*: ${who} `)),
        )
  })
})

/** Forms that change nothing in this world, each with its reason. */
const unheard: Readonly<Record<string, string>> = {
  'rosters.preview-intake': 'it only shows what would be done',
  'progress.preview-table': 'it only shows what would be done',
  'indicators.preview-table': 'it only shows what would be done',
  'indicators.fill': 'what there is to count was counted when the indicator was added',
  'programmes.open-call': 'the call after this one is prepared already',
  'projects.remind': 'nobody is late on the day of the tests',
  'reviews.finish': 'every closed review still waits for a decision',
  'reviews.open': 'no call has proposals that wait for a review of their own',
  'reviews.order-ties': 'no two proposals are equal',
  'surveys.enter': 'it only leads on to the page where one answers',
}

/** What the control's routes do instead of asking any policy. */
const openHandlers: Readonly<Record<string, Route['handle']>> = {
  'reviews.see-progress': async () => ({ kind: 'page', status: 200, html: '<h1>open</h1>' }),
  'programmes.publish-call': async ({ scope, city }) => {
    await audit(scope, { action: 'open', subjectKind: 'call', subjectId: 'x' })
    return redirect(`/${city.slug}`)
  },
}

const leaveOpen = (route: Route): Route => ({
  ...route,
  audience: ['everyone'],
  handle: openHandlers[route.action] ?? route.handle,
})

describe('番号を当ててみる', () => {
  test('ない番号、よその市の番号、番号でないものには、どの経路も「ありません」と答える', async () => {
    const guesses = listGuesses(routes, { here, there })
    expect(guesses.length).toBeGreaterThan(1_000)
    const guessed = await tryGuesses(site, { here, there }, guesses)
    expect(guessed.found).toEqual([])
    expect([...guessed.gentle].sort()).toEqual(Object.keys(gentle).sort())
  }, 600_000)

  test('本当にある番号には「ありません」と答えない（何でも断る検査ではない）', async () => {
    const [guess] = listGuesses(routes, { here, there })
    const real = here.subjects.find(({ kind }) => kind === kindOf(guess!.route))!
    const { found } = await tryGuesses(site, { here, there }, [{ ...guess!, ...real }])
    expect(found).toHaveLength(1)
  })

  test('番号を確かめない経路は、この検査で見つかる', async () => {
    const careless = routes.filter(({ action }) => action in carelessHandlers)
    const open = await openForgetfulSite(
      store,
      () => testNow,
      careless.map((route) => ({ ...route, handle: carelessHandlers[route.action]! })),
    )
    const guesses = listGuesses(careless, { here, there })
    const { found } = await tryGuesses(open, { here, there }, guesses)
    for (const action of Object.keys(carelessHandlers)) {
      expect(found.join('\n')).toContain(`${action} as`)
      const foreign = there.subjects.find(({ kind }) => kind === action.split('.')[0]?.slice(0, -1))
      expect(found.join('\n')).toContain(`${action} as resident → 200 ${foreign?.params.id}`)
    }
  })
})

const anyPage: Route['handle'] = async () => ({ kind: 'page', status: 200, html: '<h1>x</h1>' })

/** Routes that look at nothing, for the control. */
const carelessHandlers: Readonly<Record<string, Route['handle']>> = {
  'issues.show': anyPage,
  'issues.withdraw': anyPage,
}

const isIssueForm = ({ action }: Route): boolean => action === 'issues.open-form'

/** Answers that no form may give, each with what the attack must say of it. */
const badAnswers: readonly (readonly [fault: string, handle: Route['handle']])[] = [
  ['breaks', () => Promise.reject(new Error('control'))],
  ['says nothing', async () => ({ kind: 'page', status: 422, html: '<h1>x</h1>' })],
  [
    'says nothing',
    async () => ({ kind: 'page', status: 422, html: '<div data-kind="warning">x</div>' }),
  ],
  ['shows a page as if nothing had been sent', anyPage],
  [
    'shows what was written as code',
    async ({ form }) => ({ kind: 'page', status: 422, html: `<p>${form.text('body')}</p>` }),
  ],
]

describe('意地の悪い入力', () => {
  test('どの様式のどの欄に何を書いても、壊れず、黙らない', async () => {
    const forms = await findForms(site, { here, there }, routes)
    expect(forms.length).toBeGreaterThan(60)
    const { sent, faults } = await sendHostile(site, { here, there }, forms)
    expect(sent).toBeGreaterThan(2_000)
    expect(faults).toEqual([])
  }, 600_000)

  test.each(badAnswers)('様式の悪い答え（%s）は、この検査で見つかる', async (fault, handle) => {
    const action = 'issues.raise'
    const bad = routes.map((route) => (route.action === action ? { ...route, handle } : route))
    const open = await openForgetfulSite(store, () => testNow, bad)
    const forms = await findForms(open, { here, there }, routes.filter(isIssueForm))
    const { faults } = await sendHostile(open, { here, there }, forms)
    expect(faults.join('\n')).toContain(` ${fault} (round`)
  })

  test('住所の後ろに何を付けても、壊れず、よそへ送らない', async () => {
    const { asked, faults } = await askHostile(site, { here, there }, routes)
    expect(asked).toBeGreaterThan(1_000)
    expect(faults).toEqual([])
  }, 600_000)

  test('金額、点、人数、日付は、まともなものだけを受け取る', async () => {
    const id = paramsOf(here, 'review', 'scoring').id ?? ''
    const review = await here.here.as(visitor, (scope) => getReview(scope, id))
    const field = scoreField(review.rubric.criteria[0]?.code ?? '')
    expect(await sendValues(site, { here, there }, field)).toEqual([])
  })
})

const look = async (who: Knocker, address: string): Promise<void> => {
  const cookie = cookieOf(who, here, there)
  const outcome = await knock(site, { method: 'GET', address, cookie })
  expect([address, outcome.status]).toEqual([address, 200])
  watch.look({ action: address, who }, outcome)
}

/** Searches and lists with everything that a reader can ask of them. */
const questions = [
  '/search?q=canary',
  '/search?q=script&kind=proposal',
  '/groups?q=canary',
  '/groups?recruiting=yes',
  '/issues?q=canary',
  '/projects?q=canary',
  '/projects?state=running',
  '/proposals?state=submitted',
  '/proposals?state=reviewing',
  '/?lang=en',
  '/open-data?lang=en',
]

describe('人の書いたもの', () => {
  test('どの欄に書いたものにも、だれに届いてよいかが書いてある（expected/sights.ts）', () => {
    const places = mine.places()
    expect(places.length).toBeGreaterThan(500)
    expect(places.filter((place) => rowFor(place) === undefined)).toEqual([])
  })

  test('探しても並べ替えても、見えてよいものだけが見える', async () => {
    for (const who of ['visitor', 'stranger', 'rep2', 'centre', 'dept2', 'unseated'] as const)
      for (const question of questions)
        await look(who, `/${here.here.key.slug}${question}`.replace('/?', '?'))
  })

  test('だれの画面にも書類にも、その人が見てはならないものは出ない', () => {
    expect(watch.leaks()).toEqual([])
    expect(watch.seen()).toBeGreaterThan(400)
  })

  test('書かれたものが、命令や属性の終わりになることはない', () => {
    expect(watch.unescaped()).toEqual([])
  })

  test('届くメールにも、その人が見てはならないものはなく、件名は一行である', async () => {
    const mails = await here.here.as(visitor, (scope) =>
      scope.db.selectFrom('mails').selectAll().where('city_id', '=', scope.city.id).execute(),
    )
    const people = await here.here.as(visitor, (scope) =>
      scope.db
        .selectFrom('accounts')
        .select(['id', 'email'])
        .where('city_id', '=', scope.city.id)
        .execute(),
    )
    const nameOf = new Map(
      people.map(({ id, email }) => [
        email,
        personNames.find((name) => here.people[name].accountId === id),
      ]),
    )
    expect(mails.length).toBeGreaterThan(200)
    const leaks = mails.flatMap(({ to_address, subject, body }) => {
      const who = nameOf.get(to_address)
      if (!who) return []
      return canariesIn(`${subject}\n${body}`)
        .map((number) => mine.placeOf(number) ?? 'another city')
        .filter((place) => !mayBeTold(place, who))
        .map((place) => `${place} mailed to ${who}: ${subject.slice(0, 60)}`)
    })
    expect([...new Set(leaks)].sort()).toEqual([])
    const sentTo = (who: Knocker) => mails.filter((mail) => nameOf.get(mail.to_address) === who)
    // Of the account that was stopped only that it was; the department's other person hears the rest.
    expect(sentTo('disabled')).toHaveLength(1)
    expect(sentTo('dept').length).toBeGreaterThan(10)
    expect(mails.filter(({ subject }) => /[\r\n]/.test(subject))).toEqual([])
  })

  test('記録（ログ）には、人の書いたものが一つも残らない', () => {
    expect(site.lines.length).toBeGreaterThan(1_000)
    expect(site.lines.filter((line) => canariesIn(line).length > 0)).toEqual([])
  })

  test('見てはならない人に見せた画面は、この検査で見つかる', async () => {
    const control = openWatch(mine)
    const address = `/${here.here.key.slug}/reviews`
    const cookie = cookieOf('reviewer', here, there)
    const page = await knock(site, { method: 'GET', address, cookie })
    control.look({ action: 'control', who: 'visitor' }, page)
    expect(control.leaks()).toContain('name.reviewer seen by visitor on control')
    const body = Buffer.from(theirs.say('group.approved.name'))
    control.look({ action: 'control', who: 'rep' }, { ...page, body })
    expect(control.leaks().join()).toContain('another city: 1000')
    expect(control.unescaped().length).toBeGreaterThan(0)
  })
})
