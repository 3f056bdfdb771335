import type { Scope } from '#data/scope.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { getCity } from '../cities/index.ts'
import { findGroup } from '../groups/index.ts'
import { publishNewsOf } from './actions/refresh.ts'

/** A group's news can be found while the group is registered, under its name of now, and no longer. */
export const hearOfGroup = async (scope: Scope, event: DomainEvent): Promise<void> => {
  const group = await findGroup(scope, event.subjectId)
  if (group) await publishNewsOf(scope, await getCity(scope), group)
}
