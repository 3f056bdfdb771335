import type { Scope } from '#data/scope.ts'
import type { GroupRole } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'

/** A person's place in a group. */
export const insertMembership = async (
  scope: Scope,
  place: { readonly accountId: string; readonly groupId: string; readonly role: GroupRole },
): Promise<void> => {
  await scope.db
    .insertInto('memberships')
    .values({
      city_id: scope.city.id,
      id: newId(),
      account_id: place.accountId,
      group_id: place.groupId,
      role: place.role,
      since: scope.now,
    })
    .execute()
}
