import { getCall, rescheduleCall } from '#capabilities/programmes/index.ts'
import {
  beginDueProjects,
  findProjectOfProposal,
  getAgreement,
  lockSituation,
  readCityCosts,
  type Side,
  saveAgreement,
  settleAgreement,
  signAgreement,
} from '#capabilities/projects/index.ts'
import type { Scope } from '#data/scope.ts'
import { addDays, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import { formatYen } from '#kernel/money.ts'
import { momentIn, onOfficeDay } from '../days.ts'
import type { Deed, Moment } from '../moment.ts'
import type { StoryProject, StoryProposal } from '../story.ts'
import { firstWith, groupOf, idOf, must, type World } from '../world.ts'

/** The project that came of a proposal, held, with its call. @throws Error when there is none */
export const holdProject = async (scope: Scope, world: World, told: StoryProposal) => {
  const project = await findProjectOfProposal(scope, idOf(world, 'proposal', told.key))
  if (!project) throw new Error(`Nothing came of the proposal ${told.key}.`)
  return lockSituation(scope, project.id)
}

/** The costs under their heading, as the department writes them after a selection at a lower sum. */
const costLines = (costs: NonNullable<StoryProject['cityCosts']>): string => {
  const total = costs.reduce((sum, { amount }) => sum + amount, 0)
  const lines = costs.map(({ item, amount }) => `・${item}　${formatYen(amount, 'ja')}`)
  return [...lines, `合計　${formatYen(total, 'ja')}`].join('\n')
}

/** The department brings the costs of the talks into line with what was granted. */
const align =
  (told: StoryProposal, costs: NonNullable<StoryProject['cityCosts']>): Deed =>
  async (scope, world) => {
    const situation = await holdProject(scope, world, told)
    const { version } = await getAgreement(scope, situation.project.id)
    const heading = readCityCosts(version.content)?.heading
    if (heading === undefined) throw new Error(`The agreement of ${told.key} names no costs.`)
    const block = new RegExp(`(【${heading}】\n)[^【]*?(?=\n\n【|$)`)
    const articles = version.content.articles.map((article) => ({
      ...article,
      text: article.text.replace(block, `$1${costLines(costs)}`),
    }))
    const typed = { base: version.sha256, articles }
    must(await saveAgreement(scope, { ...situation, typed }), `costs of ${told.key}`)
  }

const settle =
  (told: StoryProposal): Deed =>
  async (scope, world) => {
    const situation = await holdProject(scope, world, told)
    const { version } = await getAgreement(scope, situation.project.id)
    const given = { ...situation, seen: version.sha256 }
    must(await settleAgreement(scope, world.city, given), `settle ${told.key}`)
  }

const signer = (world: World, told: StoryProposal, side: Side): { key: string; title: string } => {
  const group = groupOf(world.story, told.group)
  return side === 'group'
    ? { key: group.leader, title: String(group.answers.representative_title ?? '代表') }
    : { key: told.negotiator ?? '', title: '担当課長' }
}

const sign =
  (told: StoryProposal, side: Side): Deed =>
  async (scope, world) => {
    const situation = await holdProject(scope, world, told)
    const { version } = await getAgreement(scope, situation.project.id)
    const { key, title } = signer(world, told, side)
    const name = world.story.people.find((person) => person.key === key)?.name ?? ''
    const draft = { side, name, title, method: 'account', seen: version.sha256 } as const
    must(await signAgreement(scope, world.city, { ...situation, draft }), `sign ${told.key}`)
  }

const begin: Deed = async (scope, { city }) => {
  await beginDueProjects(scope, city)
}

/** Days that both sides still have to sign an agreement that is open today. */
const daysToSign = 14

const lateReason =
  '条件付きで採択した提案について、条件が整ってから協定を結べるように、協定の期限を延ばします。'

/** Gives the agreements of a past call more time, as the office does when conditions took longer. */
const extend =
  (told: StoryProposal): Deed =>
  async (scope, { calls, now }) => {
    const call = await getCall(scope, calls[told.call].id)
    const to = addDays(tokyoDayOf(now), daysToSign)
    const calendar = call.calendar.map((one) =>
      one.step === 'agreement' && one.to < to ? { ...one, to } : one,
    )
    const wanted = { calendar, closesAt: call.closesAt, envelope: call.envelope }
    must(await rescheduleCall(scope, { call, wanted, reason: lateReason }), 'more time')
  }

/** An agreement that both sides are asked to sign today. */
const openAgreement = (world: World, told: StoryProposal): Moment[] => {
  const day = addDays(tokyoDayOf(world.now), -5)
  const by = firstWith(world.story, 'office')
  const at = (time: string): Date => onOfficeDay(tokyoInstant(day, time), 'prev_business')
  const costs = told.project?.cityCosts
  const aligned = costs
    ? [{ at: at('10:45'), by: told.negotiator ?? '', deed: align(told, costs) }]
    : []
  return [
    { at: at('10:20'), by, deed: extend(told) },
    ...aligned,
    { at: at('11:10'), by, deed: settle(told) },
  ]
}

/** The agreement of a project: text, both signatures, and the first day. */
export const agreementMoments = (world: World, told: StoryProposal): Moment[] => {
  if (told.project?.agreeing) return openAgreement(world, told)
  const call = world.calls[told.call]
  return [
    {
      at: momentIn(call, 'agreement', 0.3, '10:30'),
      by: firstWith(world.story, 'office'),
      deed: settle(told),
    },
    {
      at: momentIn(call, 'agreement', 0.5, '18:40'),
      by: signer(world, told, 'group').key,
      deed: sign(told, 'group'),
    },
    {
      at: momentIn(call, 'agreement', 0.7, '13:15'),
      by: signer(world, told, 'city').key,
      deed: sign(told, 'city'),
    },
    { at: momentIn(call, 'project', 0, '00:10'), by: 'system', deed: begin },
  ]
}
