import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertEvent, listEvents, roleCodeOf } from '../../procedures/index.ts'
import { subjectOf } from '../next-tasks.ts'
import { listAwaited, progressOf } from '../progress.ts'
import { loadProgressFacts } from '../queries/progress.ts'
import { lockReview } from '../queries/reviews.ts'
import type { Review } from '../review.ts'
import { writeToMembers } from './open.ts'

const wasRemindedToday = async (scope: Scope, review: Review): Promise<boolean> => {
  const events = await listEvents(scope, [subjectOf(review)], { publicOnly: false })
  const today = tokyoDayOf(scope.now)
  return events.some(({ step, at }) => step === 'remind' && tokyoDayOf(at) === today)
}

/**
 * Writes to those who have not finished, once a day at most: a second press helps nobody.
 * @returns how many mails were written
 */
export const remindMembers = async (
  scope: Scope,
  city: City,
  review: Review,
): Promise<Result<number, 'scoring-closed' | 'nobody-awaited' | 'reminded-today'>> => {
  if ((await lockReview(scope, review.id, 'update')) !== 'scoring') return refuse('scoring-closed')
  if (await wasRemindedToday(scope, review)) return refuse('reminded-today')
  const facts = await loadProgressFacts(scope, review.id)
  const awaited = listAwaited(progressOf(facts))
  const members = facts.members.filter(
    ({ accountId, active }) => active && awaited.includes(accountId),
  )
  if (members.length === 0) return refuse('nobody-awaited')
  await writeToMembers(scope, city, review, { kind: 'reminder', members })
  await insertEvent(scope, subjectOf(review), {
    step: 'remind',
    // To how many is the office's to know: members read the timeline too.
    title: { ja: '期限のお知らせを送信', en: 'Reminder sent' },
    role: roleCodeOf(scope.actor),
  })
  await audit(scope, {
    action: 'review.remind',
    subjectKind: 'review',
    subjectId: review.id,
    after: { mails: members.length },
  })
  return ok(members.length)
}
