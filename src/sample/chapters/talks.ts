import { findSheet } from '#capabilities/forms/index.ts'
import { confirmNegotiation, saveNegotiation } from '#capabilities/proposals/index.ts'
import type { Scope } from '#data/scope.ts'
import { bodyOf } from '../form-body.ts'
import type { Deed, Moment } from '../moment.ts'
import type { StoryAnswers, StoryProposal } from '../story.ts'
import { idOf, must, type World } from '../world.ts'
import { type Clock, holdProposal } from './hold-proposal.ts'

type Side = 'group' | 'department'
type Lines = readonly { readonly [column: string]: string | number }[]

const linesOf = (answers: StoryAnswers, field: string): Lines => {
  const value = answers[field]
  return Array.isArray(value) ? (value as Lines) : []
}

/** Who pays what: the city's share, the first line of income, pays the first expenses, the group all others. */
const costsOf = ({ answers }: StoryProposal, side: Side): StoryAnswers => {
  const costs: Record<Side, Lines[number][]> = { department: [], group: [] }
  let left = Number(linesOf(answers, 'budget_income')[0]?.amount ?? 0)
  for (const line of linesOf(answers, 'budget_expense')) {
    const amount = Number(line.amount)
    const share = Math.min(left, amount)
    left -= share
    // What is shared out is no longer the sum that its note explains.
    const { note, ...rest } = line
    const told = share === 0 || share === amount ? { ...rest, ...(note ? { note } : {}) } : rest
    if (share > 0) costs.department.push({ ...told, amount: share })
    if (share < amount) costs.group.push({ ...told, amount: amount - share })
  }
  return side === 'department' ? { costs_city: costs.department } : { costs_group: costs.group }
}

const talkKey = (id: string) => ({ kind: 'proposal', id, purpose: 'negotiation' })

const sheetOf = async (scope: Scope, world: World, told: StoryProposal) => {
  const sheet = await findSheet(scope, talkKey(idOf(world, 'proposal', told.key)))
  if (!sheet) throw new Error(`The talks about ${told.key} have no sheet.`)
  return sheet
}

const write =
  (told: StoryProposal, side: Side): Deed =>
  async (scope, world) => {
    const held = await holdProposal(scope, world, told)
    const before = await sheetOf(scope, world, told)
    const answers = {
      ...(before.answers as StoryAnswers),
      ...world.story.talks[side],
      ...costsOf(told, side),
      ...told.talks?.[side],
    }
    const given = { ...held, side, sent: bodyOf(answers, scope.now) }
    must(await saveNegotiation(scope, world.city, given), `talks of ${told.key}`)
  }

const confirm =
  (told: StoryProposal, side: Side): Deed =>
  async (scope, world) => {
    const held = await holdProposal(scope, world, told)
    const { revision } = await sheetOf(scope, world, told)
    const given = { ...held, side, seen: revision }
    must(await confirmNegotiation(scope, world.city, given), `confirm ${told.key}`)
  }

/** Both sides write the sheet and confirm it; talks that are under way today wait for the department. */
export const talkMoments = (
  told: StoryProposal,
  { clock, leader }: { readonly clock: Clock; readonly leader: string },
): Moment[] => {
  const department = told.negotiator ?? ''
  const moments: Moment[] = [
    {
      at: clock(['negotiation', 0.2], 0.56, '14:20'),
      by: leader,
      deed: write(told, 'group'),
    },
    {
      at: clock(['negotiation', 0.4], 0.6, '15:40'),
      by: department,
      deed: write(told, 'department'),
    },
    {
      at: clock(['negotiation', 0.7], 0.66, '16:50'),
      by: leader,
      deed: confirm(told, 'group'),
    },
  ]
  if (told.reach === 'negotiating') return moments
  return [
    ...moments,
    {
      at: clock(['negotiation', 0.9], 0.7, '17:20'),
      by: department,
      deed: confirm(told, 'department'),
    },
  ]
}
