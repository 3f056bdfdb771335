import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { SubjectRef } from './subject.ts'

export type StoredFile = {
  readonly id: string
  readonly subject: SubjectRef
  readonly purpose: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
}

const columns = [
  'id',
  'subject_kind',
  'subject_id',
  'purpose',
  'name',
  'media_type',
  'bytes',
  'sha256',
] as const

type Row = {
  id: string
  subject_kind: string
  subject_id: string
  purpose: string
  name: string
  media_type: string
  bytes: number
  sha256: string
}

const toFile = (row: Row): StoredFile => ({
  id: row.id,
  subject: { kind: row.subject_kind, id: row.subject_id },
  purpose: row.purpose,
  name: row.name,
  mediaType: row.media_type,
  bytes: row.bytes,
  sha256: row.sha256,
})

export const insertFile = async (scope: Scope, file: Omit<StoredFile, 'id'>): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('files')
    .values({
      city_id: scope.city.id,
      id,
      subject_kind: file.subject.kind,
      subject_id: file.subject.id,
      purpose: file.purpose,
      name: file.name,
      media_type: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
      uploaded_by: accountOf(scope.actor),
      uploaded_at: scope.now,
    })
    .execute()
  return id
}

export const findFile = async (scope: Scope, id: string): Promise<StoredFile | undefined> => {
  const row = await scope.db
    .selectFrom('files')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row && toFile(row)
}

/** Files of a subject that were not taken off, in the order in which they were given. */
export const listFiles = async (scope: Scope, subject: SubjectRef): Promise<StoredFile[]> => {
  const rows = await scope.db
    .selectFrom('files')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('removed_at', 'is', null)
    .orderBy('uploaded_at')
    .orderBy('sequence')
    .execute()
  return rows.map(toFile)
}

/** Takes files off a subject; their bytes stay for the record. */
export const removeFiles = async (
  scope: Scope,
  subject: SubjectRef,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return
  await scope.db
    .updateTable('files')
    .set({ removed_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('id', 'in', [...ids])
    .execute()
}

/**
 * Gives files up for good: their rows stay for the record, their room becomes free, and their bytes can go.
 * @returns the hashes of those bytes, to be forgotten once this is committed
 */
export const purgeFiles = async (
  scope: Scope,
  subject: SubjectRef,
  ids: readonly string[],
): Promise<readonly string[]> => {
  if (ids.length === 0) return []
  const rows = await scope.db
    .updateTable('files')
    .set((old) => ({
      removed_at: old.fn.coalesce('removed_at', old.val(scope.now)),
      purged_at: scope.now,
    }))
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('id', 'in', [...ids])
    .where('purged_at', 'is', null)
    .returning(['sha256', 'bytes'])
    .execute()
  const freed = rows.reduce((sum, { bytes }) => sum + Number(bytes), 0)
  await scope.db
    .updateTable('file_totals')
    .set((old) => ({ bytes: old('bytes', '-', freed) }))
    .where('city_id', '=', scope.city.id)
    .execute()
  return rows.map(({ sha256 }) => sha256)
}
