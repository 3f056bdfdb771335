import type { Scope } from '#data/scope.ts'
import { type EntryDraft, type EntryKind, tidyEntry } from './entry.ts'
import { deleteEntriesBelow, deleteEntry, saveEntries } from './queries/entries.ts'

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
  deleteEntry(scope, kind, id)

/** Takes out all entries of a kind whose id begins with `prefix`: the parts of a thing that is replaced. */
export const withdrawEntriesBelow = (
  scope: Scope,
  kind: EntryKind,
  prefix: string,
): Promise<void> => deleteEntriesBelow(scope, kind, prefix)
