import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type EntryDraft, type EntryKind, tidyEntry } from './entry.ts'
import { deleteEntries, deleteEntriesBelow, saveEntries } from './queries/entries.ts'
import { deleteSynonyms, replaceSynonyms } from './queries/synonyms.ts'
import type { SynonymLists } from './synonym-list.ts'

/** Lets everyone find several things, or find them as they are now; of two with one id the last stays. */
export const publishEntries = (scope: Scope, drafts: readonly EntryDraft[]): Promise<void> => {
  const byKey = new Map(drafts.map((draft) => [`${draft.kind} ${draft.id}`, tidyEntry(draft)]))
  return saveEntries(scope, [...byKey.values()])
}

/**
 * Lets everyone find something, or find it as it is now. Call it in the transaction of the change
 * itself, with nothing that is not public.
 */
export const publishEntry = (scope: Scope, draft: EntryDraft): Promise<void> =>
  publishEntries(scope, [draft])

/** Takes out what is public no longer. Nothing happens when it never was. */
export const withdrawEntry = (scope: Scope, kind: EntryKind, id: string): Promise<void> =>
  withdrawEntries(scope, kind, [id])

/** Takes out several of a kind that are public no longer; the portal knows at once. */
export const withdrawEntries = (
  scope: Scope,
  kind: EntryKind,
  ids: readonly string[],
): Promise<void> => deleteEntries(scope, kind, ids)

/** Takes out all entries of a kind whose id begins with `prefix`: the parts of a thing that is replaced. */
export const withdrawEntriesBelow = (
  scope: Scope,
  kind: EntryKind,
  prefix: string,
): Promise<void> => deleteEntriesBelow(scope, kind, prefix)

const auditSynonyms = (scope: Scope, after: unknown): Promise<void> =>
  audit(scope, {
    action: 'publishing.change-synonyms',
    subjectKind: 'city',
    subjectId: scope.city.slug,
    after,
  })

/** The city's own list of synonyms from now on. Refused where somebody else has changed it since `revision`. */
export const changeSynonyms = async (
  scope: Scope,
  lists: SynonymLists,
  revision: number,
): Promise<Result<'changed', 'clash'>> => {
  if (!(await replaceSynonyms(scope, lists, revision))) return refuse('clash')
  await auditSynonyms(scope, { groups: lists.length })
  return ok('changed')
}

/** The product's own list holds again. Refused where somebody else has changed the city's since `revision`. */
export const restoreSynonyms = async (
  scope: Scope,
  revision: number,
): Promise<Result<'restored', 'clash'>> => {
  if (!(await deleteSynonyms(scope, revision))) return refuse('clash')
  await auditSynonyms(scope, { original: true })
  return ok('restored')
}
