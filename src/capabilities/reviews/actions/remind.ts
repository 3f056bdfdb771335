import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertEvent, roleNameOf } from '../../procedures/index.ts'
import { subjectOf } from '../next-tasks.ts'
import { listAwaited, progressOf } from '../progress.ts'
import { loadProgressFacts } from '../queries/progress.ts'
import type { Review } from '../review.ts'
import { writeToMembers } from './open.ts'

/** Writes to those who have not finished. @returns how many mails were written */
export const remindMembers = async (
  scope: Scope,
  city: City,
  review: Review,
): Promise<Result<number, 'scoring-closed' | 'nobody-awaited'>> => {
  if (review.state !== 'scoring') return refuse('scoring-closed')
  const facts = await loadProgressFacts(scope, review.id)
  const awaited = listAwaited(progressOf(facts))
  const members = facts.members.filter(({ accountId }) => awaited.includes(accountId))
  if (members.length === 0) return refuse('nobody-awaited')
  await writeToMembers(scope, city, review, { kind: 'reminder', members })
  await insertEvent(scope, subjectOf(review), {
    step: 'remind',
    // To how many is the office's to know: members read the timeline too.
    title: { ja: '期限のお知らせを送信', en: 'Reminder sent' },
    role: roleNameOf(scope.actor, city).ja,
  })
  await audit(scope, {
    action: 'review.remind',
    subjectKind: 'review',
    subjectId: review.id,
    after: { mails: members.length },
  })
  return ok(members.length)
}
