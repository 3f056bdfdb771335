import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertMembership } from '../../accounts/index.ts'
import { type Channel, recordBeginning, roleCodeOf } from '../../procedures/index.ts'
import { subjectOf } from '../group.ts'
import { tasksIn } from '../next-tasks.ts'
import { countOwnDrafts, insertGroup } from '../queries/groups.ts'
import { getRegistrationSettings } from '../queries/settings.ts'
import { happened } from '../registration.ts'

/** One person has at most so many registrations begun and not sent. */
export const draftLimit = 5

/**
 * Begins a registration. On the web the person becomes the leader of the draft group; from paper
 * (`channel` counter, post, …) staff enter it and nobody does yet.
 *
 * @returns the new group's id
 */
export const startRegistration = async (
  scope: Scope,
  city: City,
  begun: {
    readonly name: string
    readonly channel: Channel
    /** A class of the city's; its first one when left out. */
    readonly class?: string | undefined
    /** The day on which paper came, where staff enter it. */
    readonly receivedOn?: PlainDate | undefined
  },
): Promise<Result<string, 'too-many-drafts'>> => {
  const fromWeb = begun.channel === 'web'
  if (fromWeb && (await countOwnDrafts(scope)) >= draftLimit) return refuse('too-many-drafts')
  const { code } = await getRegistrationSettings(scope, begun.class)
  const { name, channel, receivedOn } = begun
  const id = await insertGroup(scope, { name, channel, class: code, receivedOn })
  const accountId = accountOf(scope.actor)
  if (fromWeb && accountId)
    await insertMembership(scope, { accountId, groupId: id, role: 'representative' })
  const subject = subjectOf({ id, name: begun.name })
  const place = { citySlug: city.slug, today: tokyoDayOf(scope.now), reviewDays: 0 }
  await recordBeginning(scope, subject, {
    event: {
      step: 'start',
      title: happened.start,
      role: roleCodeOf(scope.actor),
      to: 'draft',
      channel: begun.channel,
    },
    next: tasksIn('draft', { id, hasRepresentative: fromWeb }, place),
    audit: {
      action: 'group.start',
      after: { name, channel, ...(receivedOn ? { receivedOn } : {}) },
    },
  })
  return ok(id)
}
