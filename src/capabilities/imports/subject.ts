import type { Subject } from '#web/capability.ts'
import { importKind } from './import.ts'
import { findImporter } from './importers.ts'
import { paths } from './paths.ts'
import { canImport } from './policy.ts'
import { findImport } from './queries/imports.ts'

/** The file of an import: for those who may import such files themselves. */
export const importSubject: Subject = {
  kind: importKind,
  canRead: async (scope, id) => {
    const one = await findImport(scope, id)
    const importer = one && findImporter(one.kind)
    return importer !== undefined && canImport(scope.actor, importer)
  },
  pathOf: (citySlug, id) => paths.one(citySlug, id),
}
