import type { Scope } from '#data/scope.ts'
import type { Yen } from '#kernel/money.ts'
import { findSheet, type Sheet } from '../forms/index.ts'
import { sheetKeyOf } from './actions/step.ts'
import { cityCostsIn } from './city-costs.ts'

/** What the group wrote; undefined while nothing has been saved. */
export const readProposalSheet = (scope: Scope, proposalId: string): Promise<Sheet | undefined> =>
  findSheet(scope, sheetKeyOf(proposalId, 'proposal'))

/** What the city's costs on the sheet of the talks add up to; undefined where the sheet names none. */
export const findCityCosts = async (scope: Scope, proposalId: string): Promise<Yen | undefined> => {
  const sheet = await findSheet(scope, sheetKeyOf(proposalId, 'negotiation'))
  return sheet && cityCostsIn(sheet.definition, sheet.answers)
}

/** What both sides wrote in their talks; undefined before they began. */
export const readNegotiationSheet = (
  scope: Scope,
  proposalId: string,
): Promise<Sheet | undefined> => findSheet(scope, sheetKeyOf(proposalId, 'negotiation'))
