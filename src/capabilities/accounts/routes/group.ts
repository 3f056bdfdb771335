import { isOfGroup } from '#kernel/actor.ts'
import { isId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { PageRequest } from '#web/route.ts'
import { canSeeMembers } from '../policy.ts'
import { findGroupHead } from '../queries/memberships.ts'

/**
 * The group of the address, for those who may know its people. One that was not sent to the city yet is
 * known to its own people only. @throws NotFound for all others
 */
export const getGroup = async ({
  scope,
  params,
}: PageRequest): Promise<{ readonly id: string; readonly name: string }> => {
  const id = params.id ?? ''
  const group =
    isId(id) && canSeeMembers(scope.actor, id).ok ? await findGroupHead(scope, id) : undefined
  if (!group || (group.atHome && !isOfGroup(scope.actor, id))) throw new NotFound('group')
  return { id, name: group.name }
}
