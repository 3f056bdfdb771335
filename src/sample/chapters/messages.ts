import { insertMessage, roleCodeOf, type SubjectRef } from '#capabilities/procedures/index.ts'
import { findProjectOfProposal } from '#capabilities/projects/index.ts'
import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { addDays, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import { momentSoFar } from '../days.ts'
import type { Deed, Moment } from '../moment.ts'
import type { StoryProposal } from '../story.ts'
import { idOf, type World } from '../world.ts'

/** A project carries on the conversation that began about its proposal. */
const subjectOf = async (scope: Scope, world: World, told: StoryProposal): Promise<SubjectRef> => {
  const id = idOf(world, 'proposal', told.key)
  const project = await findProjectOfProposal(scope, id)
  return project ? { kind: 'project', id: project.id } : { kind: 'proposal', id }
}

const say =
  (told: StoryProposal, body: string): Deed =>
  async (scope, world) => {
    const subject = await subjectOf(scope, world, told)
    const role = roleCodeOf(scope.actor)
    await insertMessage(scope, subject, { body, role })
    await audit(scope, {
      action: 'procedures.send-message',
      subjectKind: subject.kind,
      subjectId: subject.id,
    })
  }

/** Days before today on which the two sides last wrote about an agreement. */
const daysAgo = 6

const timeOf = ({ calls, now }: World, told: StoryProposal, at: number): Date =>
  told.call === 'current'
    ? momentSoFar(calls.current, now, 0.64, `16:${at}5`)
    : tokyoInstant(addDays(tokyoDayOf(now), -daysAgo), `1${at + 1}:25`)

/** What group and department wrote to each other. */
export const messageMoments = (world: World): Moment[] =>
  world.story.proposals.flatMap((told) =>
    told.messages.map(({ by, text }, at) => ({
      at: timeOf(world, told, at),
      by,
      deed: say(told, text),
    })),
  )
