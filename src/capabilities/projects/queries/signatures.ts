import type { Scope } from '#data/scope.ts'
import { accountOf, nameOf } from '#kernel/actor.ts'
import type { Look, Signature, SigningMethod } from '../agreement.ts'
import type { Side } from '../project.ts'

/** The signatures under the text that stands, oldest first. */
export const listSignatures = async (
  scope: Scope,
  projectId: string,
): Promise<readonly Signature[]> => {
  const rows = await scope.db
    .selectFrom('agreement_signatures')
    .select([
      'side',
      'name',
      'title',
      'account_name',
      'account_role',
      'method',
      'signed_at',
      'text_sha256',
    ])
    .where('city_id', '=', scope.city.id)
    .where('project_id', '=', projectId)
    .orderBy('signed_at')
    .execute()
  return rows.map((row) => ({
    side: row.side as Side,
    name: row.name,
    title: row.title,
    account: { name: row.account_name, role: row.account_role },
    method: row.method as SigningMethod,
    signedAt: row.signed_at,
    sha256: row.text_sha256,
  }))
}

/** Who has looked at a version, oldest first. */
export const listLooks = async (
  scope: Scope,
  { projectId, sha256 }: { readonly projectId: string; readonly sha256: string },
): Promise<readonly Look[]> => {
  const rows = await scope.db
    .selectFrom('agreement_looks')
    .select(['side', 'account_name', 'account_role', 'looked_at'])
    .where('city_id', '=', scope.city.id)
    .where('project_id', '=', projectId)
    .where('text_sha256', '=', sha256)
    .orderBy('looked_at')
    .execute()
  return rows.map((row) => ({
    side: row.side as Side,
    account: { name: row.account_name, role: row.account_role },
    at: row.looked_at,
  }))
}

/**
 * Keeps that a side has looked at a version.
 * @returns false when it had done so before
 */
export const insertLook = async (
  scope: Scope,
  projectId: string,
  look: { readonly side: Side; readonly sha256: string; readonly role: string },
): Promise<boolean> => {
  const result = await scope.db
    .insertInto('agreement_looks')
    .values({
      city_id: scope.city.id,
      project_id: projectId,
      side: look.side,
      text_sha256: look.sha256,
      account_name: nameOf(scope.actor),
      account_role: look.role,
      looked_at: scope.now,
    })
    .onConflict((same) =>
      same.columns(['city_id', 'project_id', 'side', 'text_sha256']).doNothing(),
    )
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows) === 1
}

export const insertSignature = async (
  scope: Scope,
  projectId: string,
  signature: Pick<Signature, 'side' | 'name' | 'title' | 'method' | 'sha256'> & {
    readonly role: string
  },
): Promise<void> => {
  const accountId = accountOf(scope.actor)
  if (!accountId) throw new Error('only people sign')
  await scope.db
    .insertInto('agreement_signatures')
    .values({
      city_id: scope.city.id,
      project_id: projectId,
      side: signature.side,
      account_id: accountId,
      account_name: nameOf(scope.actor),
      account_role: signature.role,
      name: signature.name,
      title: signature.title,
      method: signature.method,
      signed_at: scope.now,
      text_sha256: signature.sha256,
    })
    .execute()
}

/** @returns false when there was none to take back */
export const deleteSignature = async (
  scope: Scope,
  projectId: string,
  side: Side,
): Promise<boolean> => {
  const result = await scope.db
    .deleteFrom('agreement_signatures')
    .where('city_id', '=', scope.city.id)
    .where('project_id', '=', projectId)
    .where('side', '=', side)
    .executeTakeFirst()
  return Number(result.numDeletedRows) === 1
}
