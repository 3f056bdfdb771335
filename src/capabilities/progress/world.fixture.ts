import type { Scope } from '#data/scope.ts'
import type { Person } from '#kernel/actor.ts'
import type { Result } from '#kernel/result.ts'
import { openTestCity, type TestCity } from '#tests/world/city.ts'
import type { Store } from '../../store.ts'
import { findPlan, listItems } from '../plans/index.ts'
import { type Opening, openRound } from './actions/open.ts'
import { finishCheck, type Held, saveDrafts, saveVerdicts, sendPart } from './actions/part.ts'
import { lockPart } from './queries/parts.ts'
import { listTasks } from './queries/reports.ts'
import { findRound, lockRound } from './queries/rounds.ts'
import { findSettings } from './queries/settings.ts'
import { type Draft, emptyDraft, type Task, type Typed } from './report.ts'
import type { Round } from './round.ts'

/** Yamaguchi's plan and its year 2010, the middle of its year marks. */
export type ProgressWorld = {
  readonly town: TestCity
  readonly office: Person
  /** Of 広報広聴課, which leads items and takes part in others. */
  readonly officer: Person
  readonly colleague: Person
  readonly stranger: Person
  readonly member: Person
}

export const department = 'koho-kocho'
export const year = 2010

/** What went well. @throws Error with the reason when it did not */
export const must = <T>(result: Result<T, unknown>): T => {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.error))
}

export const openProgressWorld = async (store: Store): Promise<ProgressWorld> => {
  const town = await openTestCity(store, 'yamaguchi')
  return {
    town,
    office: await town.person('見本 事務局', ['office']),
    officer: await town.person('見本 広報', [{ department }]),
    colleague: await town.person('見本 同僚', [{ department }]),
    stranger: await town.person('見本 他課', [{ department: 'shokuin' }]),
    member: await town.person('見本 委員', ['reviewer']),
  }
}

export const openingOf = async (
  scope: Scope,
  { town }: ProgressWorld,
  change: Partial<Opening> = {},
): Promise<Opening> => {
  const plan = (await findPlan(scope, 'plan'))!
  return {
    plan,
    items: await listItems(scope, plan.id),
    settings: await findSettings(scope, plan, town.city),
    fiscalYear: year,
    dueOn: '2026-12-10',
    ...change,
  }
}

export const openFor = (world: ProgressWorld, change: Partial<Opening> = {}): Promise<Round> =>
  world.town.as(world.office, async (scope) =>
    must(await openRound(scope, world.town.city, await openingOf(scope, world, change))),
  )

export const withPart = <T>(
  world: ProgressWorld,
  by: { readonly actor: Person; readonly code?: string; readonly now?: Date; readonly of?: number },
  work: (scope: Scope, held: Held & { readonly tasks: readonly Task[] }) => Promise<T>,
): Promise<T> =>
  world.town.as(
    by.actor,
    async (scope) => {
      const round = (await findRound(scope, 'plan', by.of ?? year))!
      const part = (await lockPart(scope, round.id, by.code ?? department))!
      return work(scope, { round, part, tasks: await listTasks(scope, part.id) })
    },
    by.now,
  )

/** Everything an item can ask for. */
export const draftFor = ({ item, report }: Task, words = '行いました。'): Draft => ({
  ...emptyDraft,
  results: `${item.no} ${words}`,
  next: '続けます。',
  grade: report.leads ? '○' : '',
  figures: report.leads
    ? Object.fromEntries(item.figures.map(({ code }) => [code, { value: 12 }]))
    : {},
})

export const typed = (task: Task, draft = draftFor(task)): Typed => ({
  no: task.item.no,
  version: task.report.version,
  touched: true,
  draft,
})

/** A department writes all its items and sends them in. */
export const sendFor = (
  world: ProgressWorld,
  by: { readonly actor: Person; readonly code?: string; readonly now?: Date; readonly of?: number },
) =>
  withPart(world, by, async (scope, { tasks, ...held }) => {
    await saveDrafts(
      scope,
      held,
      tasks.map((task) => typed(task)),
    )
    return sendPart(scope, world.town.city, held)
  })

/** The office accepts every item of a department. */
export const acceptFor = (world: ProgressWorld, code = department) =>
  withPart(world, { actor: world.office, code }, async (scope, { tasks, ...held }) => {
    const found = tasks.map(({ item }) => ({
      no: item.no,
      verdict: 'accepted' as const,
      reason: '',
    }))
    await saveVerdicts(scope, held, found)
    return finishCheck(scope, world.town.city, held)
  })

export const holdRoundFor = <T>(
  world: ProgressWorld,
  actor: Person,
  work: (scope: Scope, round: Round) => Promise<T>,
): Promise<T> =>
  world.town.as(actor, async (scope) => work(scope, (await lockRound(scope, 'plan', year))!))
