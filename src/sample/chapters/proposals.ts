import { getForm } from '#capabilities/forms/index.ts'
import { getTheme } from '#capabilities/issues/index.ts'
import {
  askConsultation,
  beginProposal,
  getConsultation,
  passProposal,
  recordConsultation,
  saveProposal,
  submitProposal,
  withdrawProposal,
} from '#capabilities/proposals/index.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { bodyOf } from '../form-body.ts'
import type { Deed, Moment } from '../moment.ts'
import type { StoryProposal } from '../story.ts'
import { firstWith, groupOf, idOf, must, setId, type World } from '../world.ts'
import { type Clock, clockOf, holdProposal } from './hold-proposal.ts'
import { talkMoments } from './talks.ts'

const consult =
  (told: StoryProposal): Deed =>
  async (scope, world) => {
    const call = world.calls[told.call]
    const asking = {
      groupId: idOf(world, 'group', told.group),
      callId: call.id,
      proposalId: null,
      themeId: told.theme ? idOf(world, 'theme', told.theme) : null,
      form: await getForm(scope, call.definition.forms.consultation),
      sent: bodyOf(told.consultation?.answers ?? {}, scope.now),
    }
    const id = must(await askConsultation(scope, world.city, asking), `consult ${told.key}`)
    setId(world, 'consultation', told.key, id)
  }

const advise =
  (told: StoryProposal): Deed =>
  async (scope, { city, story, ids }) => {
    const consultation = await getConsultation(scope, idOf({ ids }, 'consultation', told.key))
    const adviser = story.people.find(({ key }) => key === told.consultation?.advisor)
    const record = {
      heldOn: tokyoDayOf(scope.now),
      advisor: adviser?.name ?? '',
      note: told.consultation?.note ?? '',
    }
    must(await recordConsultation(scope, city, { consultation, record }), `advise ${told.key}`)
  }

const begin =
  (told: StoryProposal): Deed =>
  async (scope, world) => {
    const theme = told.theme ? await getTheme(scope, idOf(world, 'theme', told.theme)) : undefined
    const beginning = {
      call: world.calls[told.call],
      groupId: idOf(world, 'group', told.group),
      type: told.type,
      theme: theme && { id: theme.id, department: theme.department },
      issueId: told.issue ? idOf(world, 'issue', told.issue) : undefined,
      channel: 'web',
      consultation: told.consultation
        ? await getConsultation(scope, idOf(world, 'consultation', told.key))
        : undefined,
    } as const
    const id = must(await beginProposal(scope, world.city, beginning), `begin ${told.key}`)
    setId(world, 'proposal', told.key, id)
  }

const write =
  (told: StoryProposal): Deed =>
  async (scope, world) => {
    const held = await holdProposal(scope, world, told)
    const sent = bodyOf(told.answers, scope.now)
    must(await saveProposal(scope, world.city, { ...held, sent }), `write ${told.key}`)
  }

const send =
  (told: StoryProposal): Deed =>
  async (scope, world) => {
    const held = await holdProposal(scope, world, told)
    must(await submitProposal(scope, world.city, { ...held, seen: undefined }), `send ${told.key}`)
  }

const pass =
  (told: StoryProposal): Deed =>
  async (scope, world) => {
    const held = await holdProposal(scope, world, told)
    const department = held.proposal.department ?? told.department ?? ''
    must(await passProposal(scope, world.city, { ...held, department }), `pass ${told.key}`)
  }

const withdraw =
  (told: StoryProposal): Deed =>
  async (scope, world) => {
    const held = await holdProposal(scope, world, told)
    const given = { ...held, reason: told.withdrawal ?? '', channel: 'web' } as const
    must(await withdrawProposal(scope, world.city, given), `withdraw ${told.key}`)
  }

type Told = { readonly told: StoryProposal; readonly clock: Clock; readonly leader: string }

const consultationMoments = ({ told, clock, leader }: Told): Moment[] => {
  const { consultation } = told
  if (!consultation) return []
  return [
    { at: clock(['call', 0.05], 0.06, '08:50'), by: leader, deed: consult(told) },
    { at: clock(['call', 0.2], 0.2, '09:30'), by: consultation.advisor, deed: advise(told) },
  ]
}

/** A proposal that is checked early goes on early; those still with the office came in last. */
const proposalMoments = (world: World, told: StoryProposal): Moment[] => {
  const clock = clockOf(world, told)
  const late = ['submitted', 'draft'].includes(told.reach)
  const by = groupOf(world.story, told.group).leader
  const moments: Moment[] = [
    ...consultationMoments({ told, clock, leader: by }),
    { at: clock(['call', 0.3], late ? 0.85 : 0.3, '10:05'), by, deed: begin(told) },
    { at: clock(['call', 0.5], late ? 0.88 : 0.38, '11:10'), by, deed: write(told) },
  ]
  if (told.reach === 'draft') return moments
  moments.push({ at: clock(['call', 0.8], late ? 0.92 : 0.45, '12:20'), by, deed: send(told) })
  if (told.reach === 'submitted') return moments
  if (told.reach === 'withdrawn')
    return [...moments, { at: clock(['formal_check', 0], 0.7, '17:50'), by, deed: withdraw(told) }]
  const office = firstWith(world.story, 'office')
  moments.push({ at: clock(['formal_check', 0.5], 0.52, '13:30'), by: office, deed: pass(told) })
  return [...moments, ...talkMoments(told, { clock, leader: by })]
}

/** Consultations, proposals, checks and talks of all three calls. */
export const allProposalMoments = (world: World): Moment[] =>
  world.story.proposals.flatMap((told) => proposalMoments(world, told))
