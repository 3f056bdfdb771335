import type { Person } from '#kernel/actor.ts'
import { visitor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type TestCity, testNow } from '#tests/world/city.ts'
import { insertMembership } from './queries/memberships.ts'

/** A group with a representative, a manager and a member, for tests about its people. */
export const openTestGroup = async (town: TestCity) => {
  const id = newId()
  const join = async (name: string, role: 'representative' | 'manager' | 'member') => {
    const person = await town.person(name)
    await town.as(visitor, (scope) =>
      insertMembership(scope, { accountId: person.accountId, groupId: id, role }),
    )
    return town.reload(person)
  }
  await town.as(visitor, (scope) =>
    scope.db
      .insertInto('groups')
      .values({
        city_id: scope.city.id,
        id,
        state: 'submitted',
        receipt_number: id,
        name: `海辺を歩く会${id}`,
        created_at: testNow,
        updated_at: testNow,
      })
      .execute(),
  )
  return {
    id,
    representative: await join('代表 花子', 'representative'),
    manager: await join('担当 太郎', 'manager'),
    member: await join('会員 次郎', 'member'),
  }
}

/** The address of a person of the tests. */
export const emailOf = async (town: TestCity, person: Person): Promise<string> =>
  (
    await town.as(visitor, (scope) =>
      scope.db
        .selectFrom('accounts')
        .select('email')
        .where('id', '=', person.accountId)
        .executeTakeFirstOrThrow(),
    )
  ).email
