import {
  addItem,
  beginRevision,
  findPlan,
  getWhole,
  linkToItem,
  listItems,
  savePart,
} from '#capabilities/plans/index.ts'
import { findProjectOfProposal } from '#capabilities/projects/index.ts'
import type { Scope } from '#data/scope.ts'
import { addDays, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import type { Deed, Moment } from '../moment.ts'
import type { PlanLinkStory, PlanStory } from '../story-plans.ts'
import { firstWith, idOf, must, setId, type World } from '../world.ts'

const begin =
  (told: PlanStory): Deed =>
  async (scope, world) => {
    const plan = await findPlan(scope, told.plan)
    if (!plan) throw new Error(`The city has no plan ${told.plan}.`)
    const items = await listItems(scope, plan.id)
    const id = must(await beginRevision(scope, { plan, items }, { sample: true }), 'revision')
    setId(world, 'plan-draft', told.plan, id)
    const { facts } = await getWhole(scope, id)
    const saving = { part: facts.id, seen: 1, values: { ...facts.values, ...told.facts } }
    must(await savePart(scope, id, saving), 'facts of the revision')
  }

const rewrite =
  (told: PlanStory, { item, fields }: PlanStory['changes'][number]): Deed =>
  async (scope, world) => {
    const id = idOf(world, 'plan-draft', told.plan)
    const { items } = await getWhole(scope, id)
    const part = items.find(({ values }) => values.no === item)
    if (!part) throw new Error(`The revision has no item ${item}.`)
    const values = { ...part.values, ...fields }
    must(await savePart(scope, id, { part: part.id, seen: part.version, values }), item)
  }

const add =
  (told: PlanStory, { below, fields }: PlanStory['added'][number]): Deed =>
  async (scope, world) => {
    const id = idOf(world, 'plan-draft', told.plan)
    const { items } = await getWhole(scope, id)
    const parent = items.find(({ values }) => values.no === below)
    must(await addItem(scope, id, { parentId: parent?.id ?? null, values: fields }), 'new item')
  }

const targetOf = async (scope: Scope, world: World, { kind, target }: PlanLinkStory) => {
  if (kind === 'programme') return { kind, targetId: target } as const
  const id = idOf(world, kind, target)
  if (kind !== 'proposal') return { kind, targetId: id } as const
  const project = await findProjectOfProposal(scope, id)
  return project && ({ kind: 'project', targetId: project.id } as const)
}

const link =
  (one: PlanLinkStory): Deed =>
  async (scope, world) => {
    const plan = await findPlan(scope, one.plan)
    if (!plan) throw new Error(`The city has no plan ${one.plan}.`)
    const target = await targetOf(scope, world, one)
    const at = { series: plan.series ?? plan.id, itemKey: one.item }
    if (!target || (await linkToItem(scope, at, [target])) !== 1)
      throw new Error(`Nothing public carries out ${one.item}: ${one.kind} ${one.target}.`)
  }

/** So many days before today, at that time in Tokyo. */
const ago = ({ now }: World, days: number, time: string): Date =>
  tokyoInstant(addDays(tokyoDayOf(now), -days), time)

/** The revision of a plan as it is being written today by two of the office. */
const revisionOf = (world: World, told: PlanStory): readonly Moment[] => [
  { at: ago(world, 30, '09:20'), by: told.begunBy, deed: begin(told) },
  ...told.changes.map((one) => ({
    at: ago(world, one.daysAgo, '10:40'),
    by: one.by,
    deed: rewrite(told, one),
  })),
  ...told.added.map((one) => ({
    at: ago(world, one.daysAgo, '14:10'),
    by: one.by,
    deed: add(told, one),
  })),
]

/** What became of plans: a revision under way, and what carries items out. */
export const planMoments = (world: World): readonly Moment[] => [
  ...(world.story.revision ? revisionOf(world, world.story.revision) : []),
  ...world.story.planLinks.map((one) => ({
    at: ago(world, 1, '16:30'),
    by: firstWith(world.story, 'office'),
    deed: link(one),
  })),
]
