import type { Importer } from '#web/importer.ts'
import { departmentsImporter } from '../cities/index.ts'
import { facilitiesImporter } from '../facilities/index.ts'

/** Every register that can be filled from a table. */
export const importers: readonly Importer[] = [facilitiesImporter, departmentsImporter]

/** The importer of that kind. */
export const findImporter = (kind: string): Importer | undefined =>
  importers.find((one) => one.kind === kind)
