import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { insertEvent, replaceTasks, roleCodeOf } from '../../procedures/index.ts'
import { type Group, groupKind, subjectOf } from '../group.ts'
import { tasksAfterVisit } from '../next-tasks.ts'
import { insertVisit, type Visit } from '../queries/visits.ts'

/** Keeps who came, when, and what was checked; from now on the group can be registered. */
export const recordVisit = async (
  scope: Scope,
  city: City,
  given: { readonly group: Group; readonly visit: Omit<Visit, 'recordedBy'> },
): Promise<void> => {
  const { group, visit } = given
  await insertVisit(scope, group.id, visit)
  await insertEvent(scope, subjectOf(group), {
    step: 'visit',
    title: { ja: '来所を記録しました', en: 'The visit was recorded' },
    role: roleCodeOf(scope.actor),
  })
  await replaceTasks(scope, subjectOf(group), tasksAfterVisit(group.id, city.slug))
  await audit(scope, {
    action: 'group.record-visit',
    subjectKind: groupKind,
    subjectId: group.id,
    after: { ...visit },
  })
}
