import { getFormFor, readForm } from '#capabilities/forms/index.ts'
import { endCall, getCall } from '#capabilities/programmes/index.ts'
import {
  acceptReport,
  answerInterim,
  entrySheetKey,
  getYearForm,
  recordContinuation,
  saveInterim,
  saveProgress,
  saveReport,
} from '#capabilities/projects/index.ts'
import { isOfGroup } from '#kernel/actor.ts'
import { tokyoInstant } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import { dayOfYear, momentIn, projectYearOf } from '../days.ts'
import { bodyOf } from '../form-body.ts'
import type { Deed, Moment } from '../moment.ts'
import type { StoryProject, StoryProposal } from '../story.ts'
import { firstWith, groupOf, must, type World } from '../world.ts'
import { agreementMoments, holdProject } from './agreements.ts'

type Entry = StoryProject['progress'][number]

const log =
  (told: StoryProposal, entry: Entry): Deed =>
  async (scope, world) => {
    const { project, call } = await holdProject(scope, world, told)
    const id = newId()
    const key = entrySheetKey(project, id)
    const form = await getFormFor(scope, key, call.definition.forms.progress)
    const sent = bodyOf(entry.answers, scope.now)
    const problems = await saveProgress(scope, project, {
      id,
      side: isOfGroup(scope.actor, project.groupId) ? 'group' : 'city',
      fiscalYear: projectYearOf(call),
      sheet: { form, reading: readForm(form.definition, sent, world.city), sent },
      publication: { public: entry.public, text: '' },
      problems: [],
    })
    if (problems.length > 0) throw new Error(`entry of ${told.key}: ${JSON.stringify(problems)}`)
  }

const hand =
  (told: StoryProposal, kind: 'interim' | 'report'): Deed =>
  async (scope, world) => {
    const situation = await holdProject(scope, world, told)
    const form = await getYearForm(scope, situation, kind)
    const sent = bodyOf(told.project?.[kind]?.answers ?? {}, scope.now)
    const reading = readForm(form.definition, sent, world.city)
    const given = { ...situation, sheet: { form, reading, sent, send: true } }
    const save = kind === 'interim' ? saveInterim : saveReport
    const taken = must(await save(scope, world.city, given), `${kind} of ${told.key}`)
    if (!taken.sent) throw new Error(`${kind} of ${told.key}: ${JSON.stringify(taken.problems)}`)
  }

const answer =
  (told: StoryProposal, reply: string): Deed =>
  async (scope, world) => {
    const situation = await holdProject(scope, world, told)
    const given = { ...situation, answer: reply }
    must(await answerInterim(scope, world.city, given), `answer to ${told.key}`)
  }

const accept =
  (told: StoryProposal): Deed =>
  async (scope, world) => {
    const situation = await holdProject(scope, world, told)
    must(await acceptReport(scope, world.city, situation), `accept ${told.key}`)
  }

const goOn =
  (told: StoryProposal, record: NonNullable<StoryProject['continuation']>): Deed =>
  async (scope, world) => {
    const situation = await holdProject(scope, world, told)
    await recordContinuation(scope, world.city, { ...situation, record })
  }

const end =
  (told: StoryProposal): Deed =>
  async (scope, { calls }) => {
    const call = await getCall(scope, calls[told.call].id)
    must(await endCall(scope, call), `end of the call of ${told.key}`)
  }

const progressMoments = (world: World, told: StoryProposal): Moment[] => {
  const year = projectYearOf(world.calls[told.call])
  return (told.project?.progress ?? []).map((entry) => ({
    at: tokyoInstant(dayOfYear(year, entry.day), '18:50'),
    by: entry.by,
    deed: log(told, entry),
  }))
}

const interimMoments = (world: World, told: StoryProposal): Moment[] => {
  const interim = told.project?.interim
  if (!interim) return []
  const call = world.calls[told.call]
  const { leader } = groupOf(world.story, told.group)
  return [
    { at: momentIn(call, 'interim_review', 0.4, '20:30'), by: leader, deed: hand(told, 'interim') },
    {
      at: momentIn(call, 'interim_review', 0.8, '11:15'),
      by: told.negotiator ?? '',
      deed: answer(told, interim.reply),
    },
  ]
}

const endMoments = (world: World, told: StoryProposal): Moment[] => {
  const { report, continuation } = told.project ?? {}
  if (!report) return []
  const call = world.calls[told.call]
  const office = firstWith(world.story, 'office')
  const { leader } = groupOf(world.story, told.group)
  return [
    { at: momentIn(call, 'report', 0.4, '19:20'), by: leader, deed: hand(told, 'report') },
    { at: momentIn(call, 'report', 0.8, '10:15'), by: office, deed: accept(told) },
    ...(continuation
      ? [
          {
            at: momentIn(call, 'evaluation', 1, '16:45'),
            by: office,
            deed: goOn(told, continuation),
          },
          { at: momentIn(call, 'evaluation', 1, '17:10'), by: office, deed: end(told) },
        ]
      : []),
  ]
}

/** Projects from their agreement to what became of them. */
export const projectMoments = (world: World): Moment[] =>
  world.story.proposals
    .filter(({ project }) => project !== undefined)
    .flatMap((told) => [
      ...agreementMoments(world, told),
      ...progressMoments(world, told),
      ...interimMoments(world, told),
      ...endMoments(world, told),
    ])
