import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'

/** Somebody on a programme's committee today. */
export type CommitteeMember = {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly since: PlainDate
}

/** Somebody with the role of a reviewer. */
export type Candidate = Pick<CommitteeMember, 'accountId' | 'name' | 'email'>

/** True for an account that is active and holds the role of a reviewer today. */
const reviewers = (scope: Scope) =>
  scope.db
    .selectFrom('accounts as a')
    .innerJoin('role_grants as g', (on) =>
      on.onRef('g.city_id', '=', 'a.city_id').onRef('g.account_id', '=', 'a.id'),
    )
    .where('a.city_id', '=', scope.city.id)
    .where('a.state', '=', 'active')
    .where('g.role', '=', 'reviewer')
    .where('g.revoked_at', 'is', null)

/** The committee of a programme as it is today: those who still hold the role. */
export const listCommittee = async (
  scope: Scope,
  programmeId: string,
): Promise<CommitteeMember[]> => {
  const rows = await reviewers(scope)
    .innerJoin('committee_members as m', (on) =>
      on.onRef('m.city_id', '=', 'a.city_id').onRef('m.account_id', '=', 'a.id'),
    )
    .select(['a.id', 'a.name', 'a.email', 'm.since'])
    .where('m.programme_id', '=', programmeId)
    .where((is) => is.or([is('m.until', 'is', null), is('m.until', '>', tokyoDayOf(scope.now))]))
    .orderBy('a.name_kana')
    .orderBy('a.name')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    accountId: row.id,
    name: row.name,
    email: row.email,
    since: row.since as PlainDate,
  }))
}

/** Everyone who may be put on a committee. */
export const listCandidates = async (scope: Scope): Promise<Candidate[]> => {
  const rows = await reviewers(scope)
    .select(['a.id', 'a.name', 'a.email'])
    .orderBy('a.name_kana')
    .orderBy('a.name')
    .orderBy('a.id')
    .limit(200)
    .execute()
  return rows.map((row) => ({ accountId: row.id, name: row.name, email: row.email }))
}

/** Puts somebody on the committee; somebody who left and comes back begins anew. */
export const saveCommitteeMember = async (
  scope: Scope,
  programmeId: string,
  accountId: string,
): Promise<void> => {
  const since = tokyoDayOf(scope.now)
  await scope.db
    .insertInto('committee_members')
    .values({
      city_id: scope.city.id,
      programme_id: programmeId,
      account_id: accountId,
      since,
    })
    .onConflict((same) =>
      same.columns(['city_id', 'programme_id', 'account_id']).doUpdateSet({ since, until: null }),
    )
    .execute()
}

/** Ends a membership today. @returns false when there was none */
export const endCommitteeMember = async (
  scope: Scope,
  programmeId: string,
  accountId: string,
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('committee_members')
    .set({ until: tokyoDayOf(scope.now) })
    .where('city_id', '=', scope.city.id)
    .where('programme_id', '=', programmeId)
    .where('account_id', '=', accountId)
    .where('until', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}
