import { openBodies } from '../access/bodies.ts'
import { cookieOf, knock, type Site } from '../access/knock.ts'
import { type Knocker, paramsOf, type Town } from '../access/world/index.ts'
import { hostileNumbers } from './hostile.ts'

/** A field that takes a figure or a day: who fills it in, about what, and what it may be. */
type Case = {
  readonly action: string
  readonly path: string
  readonly kind: string
  readonly state: string
  readonly who: Knocker
  readonly field: string
  readonly good: readonly string[]
  readonly bad: readonly string[]
  readonly more?: Readonly<Record<string, string>>
}

const points = (field: string): Case => ({
  action: 'reviews.score',
  path: '/reviews/:id/proposals/:proposal',
  kind: 'reviewed',
  state: 'scoring',
  who: 'reviewer2',
  field,
  good: ['3', '５'],
  bad: [...hostileNumbers, '6', '2.5', ''],
})

const noDays = ['', '2026-02-30', '令和0年1月1日', '昭和65年1月1日', '9999-99-99', '明日', '-1']

const cases: readonly Case[] = [
  {
    action: 'reviews.decide',
    path: '/reviews/:id/decisions/:proposal',
    kind: 'reviewed',
    state: 'undecided',
    who: 'office',
    field: 'amount',
    good: ['76,543', '７６，５４３円'],
    // More than was asked for, and nothing that is no amount.
    bad: [...hostileNumbers, '87,655', '500,001'],
  },
  {
    action: 'programmes.change-dates',
    path: '/calls/:id/settings',
    kind: 'call',
    state: 'planned',
    who: 'office',
    field: 'envelope',
    good: ['2,000,000', '200万円'],
    bad: hostileNumbers,
  },
  {
    action: 'groups.save',
    path: '/groups/:id/registration/edit',
    kind: 'group',
    state: 'returned',
    who: 'rep',
    field: 'members',
    good: ['12', '１２'],
    bad: [...hostileNumbers, '0', '100001'],
    more: { intent: 'send' },
  },
  {
    action: 'projects.save-report',
    path: '/projects/:id/report',
    kind: 'project',
    state: 'returned',
    who: 'rep',
    field: 'expense.0.amount',
    good: ['100,000', '１０万円'],
    bad: [...hostileNumbers, '100,001'],
    more: { intent: 'send' },
  },
  {
    action: 'proposals.record-consultation',
    path: '/consultations/:id/record',
    kind: 'consultation',
    state: 'asked',
    who: 'centre',
    field: 'held_on',
    good: ['2026-11-20', '令和8年11月1日', 'Ｒ８．１１．１'],
    bad: [...noDays, '2026-11-21', '2999-01-01'],
  },
  {
    action: 'projects.return-report',
    path: '/projects/:id/report/correction',
    kind: 'project',
    state: 'reported',
    who: 'office',
    field: 'correction_due',
    good: ['2026-12-24', '令和8年12月24日'],
    bad: [...noDays, '2026-11-20', '1926-12-24'],
  },
]

/** Sends one value in that field and everything else as it should be. */
const sendValue = async (
  site: Site,
  towns: { readonly here: Town; readonly there: Town },
  given: { readonly one: Case; readonly value: string; readonly field: string },
) => {
  const { one, value, field } = given
  const { here, there } = towns
  const params = paramsOf(here, one.kind, one.state)
  const body = await openBodies()(one.action, {
    town: here,
    who: one.who,
    state: one.state,
    params,
  })
  const path = one.path.replace(/:([a-z]+)/g, (_, name: string) => params[name] ?? '')
  return knock(site, {
    method: 'POST',
    address: `/${here.here.key.slug}${path}`,
    cookie: cookieOf(one.who, here, there),
    sent: { ...body, ...one.more, [field]: value },
  })
}

/** Sends every figure and day there is. @returns those that were taken though they are none, or the other way round */
export const sendValues = async (
  site: Site,
  towns: { readonly here: Town; readonly there: Town },
  scoreField: string,
): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const one of [...cases, points(scoreField)])
    for (const [values, expected] of [
      [one.good, 303],
      [one.bad, 422],
    ] as const)
      for (const value of values) {
        const { status } = await sendValue(site, towns, { one, value, field: one.field })
        if (status !== expected) faults.push(`${one.action} ${one.field} "${value}" → ${status}`)
      }
  return faults
}
