import type { Scope } from '#data/scope.ts'
import type { Person } from '#kernel/actor.ts'
import type { Store } from '../../store.ts'
import type { Side } from '../projects/index.ts'
import {
  acceptFor,
  beginFor,
  days,
  must,
  openProjectWorld,
  type ProjectWorld,
  reportFor,
} from '../projects/world.fixture.ts'
import { addCommitteeMember } from '../reviews/index.ts'
import { declareTie } from './actions/interest.ts'
import { confirmMutual, explainDifferences } from './actions/mutual.ts'
import { publishEvaluation } from './actions/publish.ts'
import { submitSelf } from './actions/self.ts'
import { type Case, lockCase } from './actions/step.ts'
import { assessProject, closeThirdParty } from './actions/third-party.ts'
import type { Evaluation } from './evaluation.ts'
import { findEvaluation } from './queries/evaluations.ts'
import type { Line, Sheet } from './scores.ts'

/** Words that each side writes, and that the other must not meet before both are in. */
export const canaries = { group: '団体だけの本音', city: '市だけの本音' } as const

export type EvaluationWorld = ProjectWorld & { readonly members: readonly [Person, Person] }

/** A project whose last report was accepted in time for its evaluation to be opened with it. */
export const openEvaluationWorld = async (
  store: Store,
  settings: { readonly preset?: string } = {},
): Promise<EvaluationWorld> => {
  const world = await openProjectWorld(store, settings)
  const second = await world.town.person('見本 委員二', ['reviewer'])
  const members = [world.reviewer, second] as const
  await world.town.as(world.office, async (scope) => {
    for (const { accountId } of members)
      must(await addCommitteeMember(scope, world.call.definition.code, accountId))
  })
  await beginFor(world)
  must(await reportFor(world))
  must(await acceptFor(world, days.accepted))
  return { ...world, members }
}

/** The day on which the evaluation goes on: a week after it was opened. */
export const evaluating = new Date('2028-05-15T01:00:00Z')

export const evaluationOf = (world: EvaluationWorld): Promise<Evaluation> =>
  world.town.as(world.office, async (scope) => (await findEvaluation(scope, world.projectId))!)

/** Runs with project and evaluation held. */
export const withCase = <T>(
  world: EvaluationWorld,
  actor: Person,
  work: (scope: Scope, held: Case) => Promise<T>,
): Promise<T> =>
  world.town.as(
    actor,
    async (scope) => work(scope, await lockCase(scope, world.projectId)),
    evaluating,
  )

/** A whole sheet: the same score everywhere, but for what is named; every comment is the side's own. */
export const sheetOf = (
  evaluation: Pick<Evaluation, 'definition'>,
  side: Side,
  given: { readonly score: number; readonly except?: Readonly<Record<string, number>> },
): Sheet =>
  new Map(
    evaluation.definition.items.map(({ code }): [string, Line] => [
      code,
      { score: given.except?.[code] ?? given.score, comment: `${canaries[side]} ${code}` },
    ]),
  )

export const submitFor = (
  world: EvaluationWorld,
  given: {
    readonly side: Side
    readonly score: number
    readonly except?: Readonly<Record<string, number>>
  },
) =>
  withCase(world, given.side === 'group' ? world.manager : world.department, (scope, held) =>
    submitSelf(scope, world.town.city, {
      ...held,
      side: given.side,
      sheet: sheetOf(held.evaluation, given.side, given),
    }),
  )

/** Both sides hand in; the first item is as far apart as the scale allows. */
export const submitBoth = async (world: EvaluationWorld): Promise<string> => {
  const { definition } = await evaluationOf(world)
  const values = definition.scale.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const first = definition.items[0]!.code
  must(await submitFor(world, { side: 'group', score: high }))
  must(await submitFor(world, { side: 'city', score: high, except: { [first]: low } }))
  return first
}

export const explainFor = (
  world: EvaluationWorld,
  actor: Person,
  given: {
    readonly side: Side | undefined
    readonly mine: Readonly<Record<string, string>>
    readonly shown?: Readonly<Record<string, string>>
  },
) =>
  withCase(world, actor, (scope, held) =>
    explainDifferences(scope, world.town.city, {
      ...held,
      side: given.side,
      shown: new Map(Object.entries(given.shown ?? {})),
      mine: new Map(Object.entries(given.mine)),
    }),
  )

export const confirmFor = (world: EvaluationWorld, side: Side, seen?: number) =>
  withCase(world, side === 'group' ? world.representative : world.department, (scope, held) =>
    confirmMutual(scope, world.town.city, {
      ...held,
      side,
      seen: seen ?? held.evaluation.mutualRevision,
    }),
  )

/** Brings the evaluation to the committee. */
export const agreeFor = async (world: EvaluationWorld): Promise<void> => {
  const item = await submitBoth(world)
  must(await explainFor(world, world.manager, { side: 'group', mine: { [item]: '見方の説明' } }))
  must(await confirmFor(world, 'group'))
  must(await confirmFor(world, 'city'))
}

/** A member says how they are related to the group. */
export const declareFor = (world: EvaluationWorld, member: Person, interest = 'none') =>
  withCase(world, member, (scope, held) =>
    declareTie(scope, { ...held, given: { interest, note: '' } }),
  )

export const assessFor = (world: EvaluationWorld, member: Person, comment: string) =>
  withCase(world, member, async (scope, held) => {
    await declareTie(scope, { ...held, given: { interest: 'none', note: '' } })
    return assessProject(scope, {
      ...held,
      draft: { overall: held.evaluation.definition.overall[0]!.code, comment },
    })
  })

export const closeThirdPartyFor = (world: EvaluationWorld, reason = '') =>
  withCase(world, world.office, (scope, held) =>
    closeThirdParty(scope, world.town.city, { ...held, reason }),
  )

export const publishFor = (world: EvaluationWorld, withheld: readonly string[] = []) =>
  withCase(world, world.office, (scope, held) =>
    publishEvaluation(scope, world.town.city, {
      ...held,
      answer: { answer: '市の受け止め', nextYear: '続けます', withheld },
    }),
  )
