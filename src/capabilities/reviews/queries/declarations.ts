import type { Scope } from '#data/scope.ts'
import type { Declared, Interest } from '../interest.ts'

/** A declaration that stands. */
export type Declaration = Declared & {
  readonly proposalId: string
  readonly accountId: string
  readonly declaredAt: Date
}

/** Declarations of a review; one member's only, where the account is given. */
export const listDeclarations = async (
  scope: Scope,
  reviewId: string,
  only: { readonly accountId?: string } = {},
): Promise<Declaration[]> => {
  let query = scope.db
    .selectFrom('interest_declarations')
    .select(['proposal_id', 'account_id', 'interest', 'note', 'declared_at'])
    .where('city_id', '=', scope.city.id)
    .where('review_id', '=', reviewId)
  if (only.accountId) query = query.where('account_id', '=', only.accountId)
  const rows = await query.execute()
  return rows.map((row) => ({
    proposalId: row.proposal_id,
    accountId: row.account_id,
    interest: row.interest as Interest,
    note: row.note,
    declaredAt: row.declared_at,
  }))
}

/** Whose declaration on what. */
export type DeclarationKey = {
  readonly reviewId: string
  readonly proposalId: string
  readonly accountId: string
}

/** The interest declared, held until the transaction ends: a sheet and a change of mind wait for each other. */
export const lockDeclaration = async (
  scope: Scope,
  key: DeclarationKey,
): Promise<Interest | undefined> => {
  const row = await scope.db
    .selectFrom('interest_declarations')
    .select('interest')
    .where('city_id', '=', scope.city.id)
    .where('review_id', '=', key.reviewId)
    .where('proposal_id', '=', key.proposalId)
    .where('account_id', '=', key.accountId)
    .forUpdate()
    .executeTakeFirst()
  return row?.interest as Interest | undefined
}

export const saveDeclaration = async (
  scope: Scope,
  key: DeclarationKey,
  declared: Declared,
): Promise<void> => {
  const content = { interest: declared.interest, note: declared.note, declared_at: scope.now }
  await scope.db
    .insertInto('interest_declarations')
    .values({
      city_id: scope.city.id,
      review_id: key.reviewId,
      proposal_id: key.proposalId,
      account_id: key.accountId,
      ...content,
    })
    .onConflict((same) =>
      same.columns(['city_id', 'review_id', 'proposal_id', 'account_id']).doUpdateSet(content),
    )
    .execute()
}

export const deleteDeclaration = async (scope: Scope, key: DeclarationKey): Promise<void> => {
  await scope.db
    .deleteFrom('interest_declarations')
    .where('city_id', '=', scope.city.id)
    .where('review_id', '=', key.reviewId)
    .where('proposal_id', '=', key.proposalId)
    .where('account_id', '=', key.accountId)
    .execute()
}
