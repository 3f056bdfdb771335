import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { getCity } from '../../cities/index.ts'
import { purgeFiles } from '../../procedures/index.ts'
import { importKind } from '../import.ts'
import { listPurgeable, updateImport } from '../queries/imports.ts'
import { deleteRows } from '../queries/rows.ts'

const dayMs = 86_400_000

/**
 * Deletes what imports kept of other people's files once nobody needs it any more: the file is given up with its
 * bytes, the copies of its rows go. That the import was, by whom and with which numbers, stays in the audit and in the history.
 */
export const purgeImports = async (scope: Scope): Promise<void> => {
  const { importKeptDays } = (await getCity(scope)).settings
  const before = new Date(scope.now.getTime() - importKeptDays * dayMs)
  const gone: string[] = []
  for (const one of await listPurgeable(scope, before)) {
    gone.push(...(await purgeFiles(scope, { kind: importKind, id: one.id }, [one.fileId])))
    await deleteRows(scope, one.id)
    await updateImport(scope, one.id, {
      purgedAt: scope.now,
      facts: { ...one.facts, samples: [], notices: [] },
    })
    await audit(scope, { action: 'imports.purge', subjectKind: importKind, subjectId: one.id })
  }
  // The bytes go in a job of their own, once it is sure that nothing of this is taken back.
  if (gone.length > 0)
    await scope.outside.jobs.send(scope, 'imports.forget-bytes', { sha256: gone })
}
