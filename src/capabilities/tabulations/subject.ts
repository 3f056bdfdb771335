import type { Subject } from '#web/capability.ts'
import { paths } from './paths.ts'
import { tabulationKind } from './tabulation.ts'

/** A tabulation in histories and in the audit: its id is the survey's with its number. */
export const tabulationSubject: Subject = {
  kind: tabulationKind,
  canRead: async () => false,
  pathOf: (city, id) => {
    const [survey = '', number = ''] = id.split('-')
    return paths.tabulation(city, survey, Number(number))
  },
}
