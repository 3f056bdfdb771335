import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { removeFiles } from '../../procedures/index.ts'
import { importKind, keptDays } from '../import.ts'
import { listPurgeable, updateImport } from '../queries/imports.ts'
import { deleteRows } from '../queries/rows.ts'

const dayMs = 86_400_000

/**
 * Deletes what imports kept of other people's files once nobody needs it any more: the file is taken off, the copies
 * of its rows go. That the import was, by whom and with which numbers, stays in the audit and in the history.
 */
export const purgeImports = async (scope: Scope): Promise<void> => {
  const before = new Date(scope.now.getTime() - keptDays * dayMs)
  for (const one of await listPurgeable(scope, before)) {
    await removeFiles(scope, { kind: importKind, id: one.id }, [one.fileId])
    await deleteRows(scope, one.id)
    await updateImport(scope, one.id, {
      purgedAt: scope.now,
      facts: { ...one.facts, samples: [], notices: [] },
    })
    await audit(scope, { action: 'imports.purge', subjectKind: importKind, subjectId: one.id })
  }
}
