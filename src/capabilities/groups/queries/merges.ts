import type { Scope } from '#data/scope.ts'
import { type Question, question } from '#data/together.ts'
import type { PlainDate } from '#kernel/calendar.ts'

/** Lets a registration that has ended lead to the one it was found to be the same as. */
export const closeMerged = async (
  scope: Scope,
  merge: { readonly from: string; readonly to: string },
): Promise<void> => {
  await scope.db
    .updateTable('groups')
    .set({ merged_into: merge.to, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', merge.from)
    .execute()
}

/** A registration that went into another, as everyone may know it once it was public. */
export type MergedGroup = {
  readonly id: string
  readonly name: string
  readonly number: string | null
  readonly registeredOn: PlainDate | null
}

/** The registrations that went into this one, the oldest first. */
export const askMergedInto = (scope: Scope, groupId: string): Question<readonly MergedGroup[]> => {
  const statement = scope.db
    .selectFrom('groups')
    .select(['id', 'name', 'number', 'registered_on'])
    .where('city_id', '=', scope.city.id)
    .where('merged_into', '=', groupId)
    .orderBy('registered_on')
    .orderBy('id')
    .limit(100)
  return question(statement, (rows) =>
    rows.map(({ id, name, number, registered_on }) => ({
      id,
      name,
      number,
      registeredOn: registered_on as PlainDate | null,
    })),
  )
}
