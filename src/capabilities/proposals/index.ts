import type { Capability } from '#web/capability.ts'
import { proposalCounters } from './counters.ts'
import { proposalsDataset } from './datasets.ts'
import { holdings } from './holdings.ts'
import { proposalPanels } from './panels.tsx'
import { proposalRoutes } from './routes.ts'
import { consultationAsSubject, proposalSubject } from './subjects.ts'

export { agreeToAppointment, proposeAppointment } from './actions/appointment.ts'
export { type Beginning, beginProposal } from './actions/begin.ts'
export {
  goOnWithoutAgreement,
  passProposal,
  reassignDepartment,
  returnProposal,
  ruleOutProposal,
} from './actions/check.ts'
export { askConsultation, cancelConsultation, recordConsultation } from './actions/consult.ts'
export {
  type DecisionFacts,
  type ReviewRefusal,
  recordOutcome,
  startReview,
} from './actions/decide.ts'
export { applicantEmails } from './actions/letters.ts'
export { confirmNegotiation, saveNegotiation } from './actions/negotiate.ts'
export { takeDocumentNumber } from './actions/notice.ts'
export { relateConsultation } from './actions/relate.ts'
export { saveProposal } from './actions/save.ts'
export { sheetKeyOf as proposalSheetKey } from './actions/step.ts'
export { type SubmitRefusal, submitProposal } from './actions/submit.ts'
export { withdrawProposal } from './actions/withdraw.ts'
export { cityCostsField } from './city-costs.ts'
export { type Consultation, consultationWorkflow } from './consultation.ts'
export { type Negotiation, type NegotiationOutcome, outcomeNames } from './negotiation.ts'
export { readyStep, reviewedStep } from './next-tasks.ts'
export { paths as proposalPaths } from './paths.ts'
export { canRead as canReadProposal, type Reading, readingOf } from './policy.ts'
export {
  isPublic as isPublicProposal,
  type Outcome,
  outcomes,
  type Proposal,
  type ProposalState,
  proposalWorkflow,
} from './proposal.ts'
export { getConsultation } from './queries/consultations.ts'
export { listProposalsOfCall } from './queries/lists.ts'
export { findNegotiation } from './queries/negotiations.ts'
export { listProposalsOfGroups, type OwnProposal } from './queries/own-proposals.ts'
export { findProposal, getProposal, lockProposal } from './queries/proposals.ts'
export { proposalRoutes } from './routes.ts'
export { findCityCosts, readNegotiationSheet, readProposalSheet } from './sheets.ts'
export { listToConsult, type ToConsult } from './to-consult.ts'
export { StateChip as ProposalStateChip } from './views/labels.tsx'
export { ProposalCards } from './views/proposal-card.tsx'

/** 提案: from the first consultation to the decision, with the talks between group and department. */
export const proposals: Capability = {
  name: 'proposals',
  holdings,
  routesWith: ({ panels }) => proposalRoutes(panels),
  subjects: [proposalSubject, consultationAsSubject],
  panels: proposalPanels,
  counters: proposalCounters,
  datasets: [proposalsDataset],
}
