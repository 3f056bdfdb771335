import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { allow } from '#kernel/refusals.ts'
import { type Group, groupKind } from '../../groups/index.ts'
import {
  closeTasks,
  insertEvent,
  insertTask,
  listEvents,
  roleCodeOf,
  type TimelineEntry,
} from '../../procedures/index.ts'
import { duplicatePaths as paths } from '../paths.ts'
import { canHandOn } from '../policy.ts'

type Two = readonly [Pick<Group, 'id' | 'name'>, Pick<Group, 'id' | 'name'>]

const step = 'hand-on'

/** The pair itself: neither of the two groups reads what the desk suspects of them. */
const subjectOf = ([one, other]: Two) => ({
  kind: 'duplicate-pair',
  id: `${one.id}-${other.id}`,
  title: one.name,
})

/** Hands a pair on to those who may merge it: a task of the office, with the reason on the page of the pair. */
export const handOn = async (
  scope: Scope,
  city: City,
  { pair, reason }: { readonly pair: Two; readonly reason: string },
): Promise<void> => {
  const [one, other] = pair
  allow(canHandOn(scope.actor, [one.id, other.id]))
  const subject = subjectOf(pair)
  await closeHandedOn(scope, pair)
  await insertTask(scope, subject, {
    step,
    title: {
      ja: `「${other.name}」と同じ団体か確かめて、まとめる`,
      en: `Check whether it is the same group as “${other.name}”, and merge`,
    },
    assignee: { role: 'office' },
    url: paths.pair(city.slug, one.id, other.id),
  })
  await insertEvent(scope, subject, {
    step,
    title: { ja: '担当課に引きつぎました', en: 'Handed on to the office' },
    role: roleCodeOf(scope.actor),
    reason,
  })
  await audit(scope, {
    action: 'duplicates.hand-on',
    subjectKind: groupKind,
    subjectId: one.id,
    after: { with: other.id, reason },
  })
}

/** Who handed the pair on, when, and why; the last time counts. */
export const findHandedOn = async (scope: Scope, pair: Two): Promise<TimelineEntry | undefined> =>
  (await listEvents(scope, [subjectOf(pair)], { publicOnly: false })).at(-1)

/** Takes it off the office's desk: the pair was decided. */
export const closeHandedOn = (scope: Scope, pair: Two): Promise<void> =>
  closeTasks(scope, subjectOf(pair))
