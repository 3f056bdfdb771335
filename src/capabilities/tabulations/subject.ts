import type { Subject } from '#web/capability.ts'
import { paths } from './paths.ts'
import { tabulationKind } from './tabulation.ts'

/** The tabulations of a survey in histories and in the audit: their id is the survey's. */
export const tabulationSubject: Subject = {
  kind: tabulationKind,
  canRead: async () => false,
  pathOf: paths.desk,
}
