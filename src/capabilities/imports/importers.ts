import type { Importer } from '#web/importer.ts'
import { departmentsImporter } from '../cities/index.ts'
import { facilitiesImporter } from '../facilities/index.ts'
import { nposImporter } from '../npos/index.ts'
import { groupsImporter } from './groups/importer.ts'

/** Every register that can be filled from a table. */
export const importers: readonly Importer[] = [
  groupsImporter,
  facilitiesImporter,
  departmentsImporter,
  nposImporter,
]

/** The importer of that kind. */
export const findImporter = (kind: string): Importer | undefined =>
  importers.find((one) => one.kind === kind)
