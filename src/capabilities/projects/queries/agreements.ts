import type { Scope } from '#data/scope.ts'
import { nameOf } from '#kernel/actor.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Agreement, AgreementContent, AgreementState, AgreementVersion } from '../agreement.ts'
import { listLooks, listSignatures } from './signatures.ts'

type VersionRow = {
  text_sha256: string
  body: string
  content: unknown
  author_name: string
  author_role: string
  written_at: Date
}

const versionColumns = [
  't.text_sha256',
  't.body',
  't.content',
  't.author_name',
  't.author_role',
  't.written_at',
] as const

const toVersion = (row: VersionRow): AgreementVersion => ({
  sha256: row.text_sha256,
  body: row.body,
  content: row.content as AgreementContent,
  authorName: row.author_name,
  authorRole: row.author_role,
  writtenAt: row.written_at,
})

const versions = (scope: Scope, projectId: string) =>
  scope.db
    .selectFrom('agreement_texts as t')
    .select(versionColumns)
    .where('t.city_id', '=', scope.city.id)
    .where('t.project_id', '=', projectId)

/** A saved version by the hash of its text. */
export const findVersion = async (
  scope: Scope,
  projectId: string,
  sha256: string,
): Promise<AgreementVersion | undefined> => {
  const row = await versions(scope, projectId)
    .where('t.text_sha256', '=', sha256)
    .executeTakeFirst()
  return row && toVersion(row)
}

/** Who saved the text when, oldest first, without the texts. */
export const listVersions = async (
  scope: Scope,
  projectId: string,
): Promise<readonly Omit<AgreementVersion, 'body' | 'content'>[]> => {
  const rows = await scope.db
    .selectFrom('agreement_texts')
    .select(['text_sha256', 'author_name', 'author_role', 'written_at'])
    .where('city_id', '=', scope.city.id)
    .where('project_id', '=', projectId)
    .orderBy('written_at')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    sha256: row.text_sha256,
    authorName: row.author_name,
    authorRole: row.author_role,
    writtenAt: row.written_at,
  }))
}

/** Keeps a version of the text. One that was saved before stays as it was. */
export const insertVersion = async (
  scope: Scope,
  projectId: string,
  version: Pick<AgreementVersion, 'sha256' | 'body' | 'content' | 'authorRole'>,
): Promise<void> => {
  await scope.db
    .insertInto('agreement_texts')
    .values({
      city_id: scope.city.id,
      project_id: projectId,
      text_sha256: version.sha256,
      body: version.body,
      content: JSON.stringify(version.content),
      author_name: nameOf(scope.actor),
      author_role: version.authorRole,
      written_at: scope.now,
    })
    .onConflict((same) => same.columns(['city_id', 'project_id', 'text_sha256']).doNothing())
    .execute()
}

/** The agreement with the version that stands and its signatures. @throws NotFound */
export const getAgreement = async (scope: Scope, projectId: string): Promise<Agreement> => {
  const row = await scope.db
    .selectFrom('agreements as a')
    .innerJoin('agreement_texts as t', (on) =>
      on
        .onRef('t.city_id', '=', 'a.city_id')
        .onRef('t.project_id', '=', 'a.project_id')
        .onRef('t.text_sha256', '=', 'a.text_sha256'),
    )
    .select([
      'a.state',
      'a.signed_at',
      'a.document_number',
      'a.notice_id',
      'a.updated_at',
      ...versionColumns,
    ])
    .where('a.city_id', '=', scope.city.id)
    .where('a.project_id', '=', projectId)
    .executeTakeFirst()
  if (!row) throw new NotFound('agreement')
  return {
    projectId,
    state: row.state as AgreementState,
    version: toVersion(row),
    looks: await listLooks(scope, { projectId, sha256: row.text_sha256 }),
    signatures: await listSignatures(scope, projectId),
    signedAt: row.signed_at,
    documentNumber: row.document_number,
    noticeId: row.notice_id,
    updatedAt: row.updated_at,
  }
}

export const insertAgreement = async (
  scope: Scope,
  projectId: string,
  sha256: string,
): Promise<void> => {
  await scope.db
    .insertInto('agreements')
    .values({
      city_id: scope.city.id,
      project_id: projectId,
      text_sha256: sha256,
      state: 'drafting',
      updated_at: scope.now,
    })
    .execute()
}

/** What a step changes of the agreement's row. */
export type AgreementFacts = {
  readonly text_sha256?: string
  readonly signed_at?: Date
  readonly document_number?: string
  readonly notice_id?: string
}

/**
 * Stores the new state where the old one, and the text it was taken under, still stand.
 * @returns false when somebody was faster
 */
export const moveAgreement = async (
  scope: Scope,
  agreement: Pick<Agreement, 'projectId' | 'state'> & {
    readonly version: Pick<AgreementVersion, 'sha256'>
  },
  move: { readonly to: AgreementState; readonly facts?: AgreementFacts },
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('agreements')
    .set({ ...move.facts, state: move.to, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('project_id', '=', agreement.projectId)
    .where('state', '=', agreement.state)
    .where('text_sha256', '=', agreement.version.sha256)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}
