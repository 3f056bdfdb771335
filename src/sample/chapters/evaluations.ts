import {
  assessProject,
  closeThirdParty,
  confirmMutual,
  declareTie,
  explainDifferences,
  lockCase,
  openDueEvaluations,
  publishEvaluation,
  submitSelf,
} from '#capabilities/evaluations/index.ts'
import type { Side } from '#capabilities/projects/index.ts'
import type { Scope } from '#data/scope.ts'
import { momentIn } from '../days.ts'
import type { Deed, Moment } from '../moment.ts'
import type { StoryEvaluation, StoryProposal } from '../story.ts'
import { firstWith, groupOf, must, type World } from '../world.ts'
import { holdProject } from './agreements.ts'

/** A proposal whose project is evaluated, or was to the end. */
type Evaluated = { readonly told: StoryProposal; readonly evaluation: StoryEvaluation }

const holdCase = async (scope: Scope, world: World, told: StoryProposal) => {
  const { project } = await holdProject(scope, world, told)
  return lockCase(scope, project.id)
}

const open: Deed = async (scope, { city }) => {
  await openDueEvaluations(scope, city)
}

const judge =
  ({ told, evaluation }: Evaluated, side: Side): Deed =>
  async (scope, world) => {
    const held = await holdCase(scope, world, told)
    const sheet = new Map(
      Object.entries(evaluation[side] ?? {}).map(([item, [score, comment]]) => [
        item,
        { score, comment },
      ]),
    )
    must(await submitSelf(scope, world.city, { ...held, side, sheet }), `self of ${side}`)
  }

const explain =
  ({ told, evaluation }: Evaluated): Deed =>
  async (scope, world) => {
    const held = await holdCase(scope, world, told)
    const mine = new Map(Object.entries(evaluation.explanations))
    const given = { ...held, side: 'city', shown: new Map<string, string>(), mine } as const
    must(await explainDifferences(scope, world.city, given), `differences of ${told.key}`)
  }

const confirm =
  ({ told }: Evaluated, side: Side): Deed =>
  async (scope, world) => {
    const held = await holdCase(scope, world, told)
    const given = { ...held, side, seen: held.evaluation.mutualRevision }
    must(await confirmMutual(scope, world.city, given), `mutual of ${told.key}`)
  }

const assess =
  (told: StoryProposal, draft: { readonly overall: string; readonly comment: string }): Deed =>
  async (scope, world) => {
    const held = await holdCase(scope, world, told)
    const given = { interest: 'none', note: '' }
    must(await declareTie(scope, { ...held, given }), `interests: ${told.key}`)
    must(await assessProject(scope, { ...held, draft }), `third party: ${told.key}`)
  }

const close =
  (told: StoryProposal): Deed =>
  async (scope, world) => {
    const held = await holdCase(scope, world, told)
    must(await closeThirdParty(scope, world.city, { ...held, reason: '' }), `close ${told.key}`)
  }

const publish =
  (told: StoryProposal, answer: NonNullable<StoryEvaluation['published']>): Deed =>
  async (scope, world) => {
    const held = await holdCase(scope, world, told)
    const given = { ...held, answer: { ...answer, withheld: [] } }
    must(await publishEvaluation(scope, world.city, given), `publish ${told.key}`)
  }

/** An evaluation of today is half way through its days: what was done by now happened in the first half. */
const paceOf = ({ told }: Evaluated): number => (told.call === 'evaluating' ? 0.5 : 1)

type Clock = (share: number, time: string) => Date

/** What each side made of it alone; the differences are explained once both are in. */
const selfMoments = (one: Evaluated, at: Clock, leader: string): Moment[] => {
  const { told, evaluation } = one
  const city = told.negotiator ?? ''
  return [
    ...(evaluation.group ? [{ at: at(0.15, '20:20'), by: leader, deed: judge(one, 'group') }] : []),
    ...(evaluation.city ? [{ at: at(0.2, '15:10'), by: city, deed: judge(one, 'city') }] : []),
    ...(evaluation.group && evaluation.city
      ? [{ at: at(0.3, '16:30'), by: city, deed: explain(one) }]
      : []),
  ]
}

const agreedMoments = (one: Evaluated, at: Clock, leader: string): Moment[] =>
  one.evaluation.thirdParty.length === 0
    ? []
    : [
        { at: at(0.4, '19:40'), by: leader, deed: confirm(one, 'group') },
        { at: at(0.5, '10:20'), by: one.told.negotiator ?? '', deed: confirm(one, 'city') },
        ...one.evaluation.thirdParty.map(({ by, overall, comment }) => ({
          at: at(0.65, '20:45'),
          by,
          deed: assess(one.told, { overall, comment }),
        })),
      ]

const publishedMoments = ({ told, evaluation }: Evaluated, at: Clock, office: string): Moment[] =>
  evaluation.published
    ? [
        { at: at(0.75, '09:15'), by: office, deed: close(told) },
        { at: at(0.85, '14:00'), by: office, deed: publish(told, evaluation.published) },
      ]
    : []

const momentsOf = (world: World, one: Evaluated): Moment[] => {
  const { told } = one
  const at: Clock = (share, time) =>
    momentIn(world.calls[told.call], 'evaluation', share * paceOf(one), time)
  const { leader } = groupOf(world.story, told.group)
  return [
    { at: at(0, '00:20'), by: 'system', deed: open },
    ...selfMoments(one, at, leader),
    ...agreedMoments(one, at, leader),
    ...publishedMoments(one, at, firstWith(world.story, 'office')),
  ]
}

/** Evaluations: both sides, together, by the committee, with the city's answer. */
export const evaluationMoments = (world: World): Moment[] =>
  world.story.proposals.flatMap((told) => {
    const evaluation = told.project?.evaluation
    return evaluation ? momentsOf(world, { told, evaluation }) : []
  })
