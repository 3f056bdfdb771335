import type { Scope } from '#data/scope.ts'
import { findSheet } from '../../forms/index.ts'
import { keepAgreements } from '../../groups/index.ts'
import { sheetKeyOf } from '../revision.ts'
import { adaptFor, type Situation } from './situation.ts'

/** Keeps the declarations that were asked anew and agreed to, with their words; none that was not asked. */
export const keepWhatWasAgreed = async (scope: Scope, situation: Situation): Promise<void> => {
  const sheet = await findSheet(scope, sheetKeyOf(situation.revision))
  if (!sheet) return
  const form = { version: sheet.version, definition: adaptFor(situation)(sheet.definition) }
  await keepAgreements(scope, situation.group.id, { form, answers: sheet.answers })
}
