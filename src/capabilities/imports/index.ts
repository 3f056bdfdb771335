import type { Capability } from '#web/capability.ts'
import { importJobs } from './jobs.ts'
import { importRoutes } from './routes/index.ts'
import { importSubject } from './subject.ts'

export { checkWhole } from './actions/check.ts'
export { beginRevert, revertPiece } from './actions/revert.ts'
export { beginRun, findRunRefusal, runPiece, runWhole } from './actions/run.ts'
export { uploadFile } from './actions/upload.ts'
export { type Import, type ImportRow, outcomes, results } from './import.ts'
export { findImporter, importers } from './importers.ts'
export { paths as importPaths } from './paths.ts'
export { getImport, listImports } from './queries/imports.ts'
export { countRows, listRowsAfter } from './queries/row-lists.ts'

/** 取込: tables of others, tried out first, then written by a job, and taken back if need be. */
export const imports: Capability = {
  name: 'imports',
  routes: importRoutes,
  jobs: importJobs,
  subjects: [importSubject],
}
