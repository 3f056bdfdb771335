import type { Scope } from '#data/scope.ts'
import type { Subject } from '#web/capability.ts'
import { findField, findSheet, visibilityOf } from '../forms/index.ts'
import { noticePurpose } from '../procedures/index.ts'
import { getCall } from '../programmes/index.ts'
import { consultationKind } from './actions/consult.ts'
import { proposalKind, sheetKeyOf } from './actions/step.ts'
import { paths } from './paths.ts'
import {
  canReadConsultation,
  canTalk,
  canTalkInConsultation,
  type Reading,
  readingOf,
} from './policy.ts'
import { isPublic, type Proposal } from './proposal.ts'
import { findConsultation } from './queries/consultations.ts'
import { findProposal } from './queries/proposals.ts'

const readingFor = async (scope: Scope, proposal: Proposal): Promise<Reading> => {
  const { definition } = await getCall(scope, proposal.callId)
  return readingOf(scope.actor, proposal, {
    isPublic: isPublic(proposal.state, definition.publish),
  })
}

/** A file of a form is as open as its field. */
const readsField = async (
  scope: Scope,
  proposal: Proposal,
  given: { readonly field: string; readonly reading: Reading },
): Promise<boolean> => {
  if (given.reading === 'full') return true
  const sheet = await findSheet(scope, sheetKeyOf(proposal.id, 'proposal'))
  const field = sheet && findField(sheet.definition, given.field)
  if (!field) return false
  const visibility = visibilityOf(field, sheet.visibility)
  if (given.reading === 'parties') return visibility !== 'private'
  return given.reading === 'public' && visibility === 'public' && proposal.state !== 'returned'
}

const canReadFile = async (scope: Scope, id: string, purpose: string): Promise<boolean> => {
  const proposal = await findProposal(scope, id)
  if (!proposal) return false
  const reading = await readingFor(scope, proposal)
  const [kind, field] = purpose.split('/')
  if (purpose === noticePurpose) return reading === 'full' || reading === 'parties'
  return kind === 'proposal' && field !== undefined
    ? readsField(scope, proposal, { field, reading })
    : reading === 'full'
}

/** Files, letters and messages about a proposal. */
export const proposalSubject: Subject = {
  kind: proposalKind,
  canRead: canReadFile,
  canTalk: async (scope, id) => {
    const proposal = await findProposal(scope, id)
    return proposal !== undefined && canTalk(scope.actor, proposal).ok
  },
  pathOf: paths.show,
}

/** Files and messages about a consultation. */
export const consultationAsSubject: Subject = {
  kind: consultationKind,
  canRead: async (scope, id) => {
    const consultation = await findConsultation(scope, id)
    return consultation !== undefined && canReadConsultation(scope.actor, consultation).ok
  },
  canTalk: async (scope, id) => {
    const consultation = await findConsultation(scope, id)
    return consultation !== undefined && canTalkInConsultation(scope.actor, consultation).ok
  },
  pathOf: paths.consultation,
}
