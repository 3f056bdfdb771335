import { isId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { PageRequest } from '#web/route.ts'
import { canSeeMembers } from '../policy.ts'
import { findGroupName } from '../queries/memberships.ts'

/** The group of the address, for those who may know its people. @throws NotFound for all others */
export const getGroup = async ({
  scope,
  params,
}: PageRequest): Promise<{ readonly id: string; readonly name: string }> => {
  const id = params.id ?? ''
  const isVisible = isId(id) && canSeeMembers(scope.actor, id).ok
  const name = isVisible ? await findGroupName(scope, id) : undefined
  if (name === undefined) throw new NotFound('group')
  return { id, name }
}
