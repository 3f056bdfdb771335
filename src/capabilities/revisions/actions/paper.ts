import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { insertEvent, replaceTasks, roleCodeOf } from '../../procedures/index.ts'
import { tasksIn } from '../next-tasks.ts'
import { setOnPaper } from '../queries/revisions.ts'
import { revisionKind, subjectOf } from '../revision.ts'
import type { Situation } from './situation.ts'

const titles = {
  over: {
    ja: '紙で届いたので、職員が入力します',
    en: 'It came on paper; the staff enter it',
  },
  back: {
    ja: '紙の入力をやめて、団体にもどしました',
    en: 'The staff gave it back to the group',
  },
} as const

/**
 * Hands a renewal to staff who enter it from paper, or back to the group. Each side has a sheet of its own:
 * nothing that one has written is read or replaced by the other.
 */
export const handOver = async (
  scope: Scope,
  city: City,
  given: { readonly situation: Situation; readonly to: 'staff' | 'group' },
): Promise<void> => {
  const { revision, group, settings, campaign } = given.situation
  const onPaper = given.to === 'staff'
  const subject = subjectOf(revision, group)
  await setOnPaper(scope, revision.id, onPaper)
  await insertEvent(scope, subject, {
    step: onPaper ? 'paper' : 'paper-back',
    title: onPaper ? titles.over : titles.back,
    role: roleCodeOf(scope.actor),
  })
  const place = {
    citySlug: city.slug,
    today: tokyoDayOf(scope.now),
    reviewDays: settings.changes.reviewDays,
    closesOn: campaign?.closesOn,
  }
  const next = tasksIn(revision.state, { revision: { ...revision, onPaper }, group }, place)
  await replaceTasks(scope, subject, next)
  await audit(scope, {
    action: `${revisionKind}.${onPaper ? 'take-over' : 'give-back'}`,
    subjectKind: revisionKind,
    subjectId: revision.id,
  })
}
