import type { Scope } from '#data/scope.ts'
import type { Declared, Interest } from '../../reviews/index.ts'

/** What a member has declared of a project; undefined before. */
export const findInterest = async (
  scope: Scope,
  projectId: string,
  accountId: string,
): Promise<Declared | undefined> => {
  const row = await scope.db
    .selectFrom('evaluation_interests')
    .select(['interest', 'note'])
    .where('city_id', '=', scope.city.id)
    .where('project_id', '=', projectId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row && { interest: row.interest as Interest, note: row.note }
}

/** Members who have declared anything, an interest or none. */
export const listDeclared = async (
  scope: Scope,
  projectId: string,
): Promise<ReadonlySet<string>> => {
  const rows = await scope.db
    .selectFrom('evaluation_interests')
    .select('account_id')
    .where('city_id', '=', scope.city.id)
    .where('project_id', '=', projectId)
    .execute()
  return new Set(rows.map((row) => row.account_id))
}

export const saveInterest = async (
  scope: Scope,
  projectId: string,
  declared: Declared & { readonly accountId: string },
): Promise<void> => {
  const content = { interest: declared.interest, note: declared.note, declared_at: scope.now }
  await scope.db
    .insertInto('evaluation_interests')
    .values({
      city_id: scope.city.id,
      project_id: projectId,
      account_id: declared.accountId,
      ...content,
    })
    .onConflict((same) =>
      same.columns(['city_id', 'project_id', 'account_id']).doUpdateSet(content),
    )
    .execute()
}
