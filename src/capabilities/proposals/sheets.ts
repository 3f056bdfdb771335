import type { Scope } from '#data/scope.ts'
import { findSheet, type Sheet } from '../forms/index.ts'
import { sheetKeyOf } from './actions/step.ts'

/** What the group wrote; undefined while nothing has been saved. */
export const readProposalSheet = (scope: Scope, proposalId: string): Promise<Sheet | undefined> =>
  findSheet(scope, sheetKeyOf(proposalId, 'proposal'))

/** What both sides wrote in their talks; undefined before they began. */
export const readNegotiationSheet = (
  scope: Scope,
  proposalId: string,
): Promise<Sheet | undefined> => findSheet(scope, sheetKeyOf(proposalId, 'negotiation'))
