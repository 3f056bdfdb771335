import { type Actor, hasRole, isOfDepartment, isOfGroup } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import { nextActions } from '#kernel/workflow.ts'
import type { Side } from './negotiation.ts'
import { isEditable, type Proposal, proposalWorkflow } from './proposal.ts'

type Concerned = Pick<Proposal, 'groupId' | 'department' | 'state' | 'submittedAt' | 'channel'>

/** True for those who act for the group. */
export const actsForGroup = (actor: Actor, { groupId }: Pick<Proposal, 'groupId'>): boolean =>
  isOfGroup(actor, groupId, 'representative', 'manager')

/** True for the office, but never about a group one belongs to. */
export const isOfficeFor = (actor: Actor, { groupId }: Pick<Proposal, 'groupId'>): boolean =>
  hasRole(actor, 'office') && !isOfGroup(actor, groupId)

/** What is still being written at home is nobody else's; what came on paper is entered by the office. */
const reachedTheCity = ({ submittedAt, channel }: Concerned): boolean =>
  submittedAt !== null || channel !== 'web'

/** True for the department that negotiates, once the proposal was sent; nobody negotiates with a group of their own. */
export const isDepartmentFor = (actor: Actor, proposal: Concerned): boolean =>
  proposal.department !== null &&
  proposal.submittedAt !== null &&
  isOfDepartment(actor, proposal.department) &&
  !isOfGroup(actor, proposal.groupId)

/** True for whoever writes and sends for the group: its own people, or the office for what came on paper. */
export const isApplicant = (actor: Actor, proposal: Concerned): boolean =>
  actsForGroup(actor, proposal) || (proposal.channel !== 'web' && isOfficeFor(actor, proposal))

/** The workflow's roles that the actor holds towards this proposal. What falls due by itself is the office's. */
export const rolesTowards = (actor: Actor, proposal: Concerned): readonly string[] => [
  ...(isApplicant(actor, proposal) ? ['applicant'] : []),
  ...(actor.kind === 'system' || isOfficeFor(actor, proposal) ? ['office'] : []),
  ...(isDepartmentFor(actor, proposal) ? ['department'] : []),
]

/**
 * How much of a proposal somebody reads. `full`: every answer, the talks, the letters. `parties`: what the
 * form shows to those involved. `public`: what everyone reads. `titles`: that it exists, what it is called
 * and how far it has come, without answers and amounts.
 */
export type Reading = 'full' | 'parties' | 'public' | 'titles' | 'none'

/** What the call makes public of it. Its committee reads it in the review, by the review's own rules. */
export type Exposure = { readonly isPublic: boolean }

const readsInFull = (actor: Actor, proposal: Concerned): boolean =>
  actsForGroup(actor, proposal) ||
  (isOfficeFor(actor, proposal) && reachedTheCity(proposal)) ||
  isDepartmentFor(actor, proposal)

/** How much of this proposal the actor reads. */
export const readingOf = (actor: Actor, proposal: Concerned, exposure: Exposure): Reading => {
  if (readsInFull(actor, proposal)) return 'full'
  if (isOfGroup(actor, proposal.groupId)) return 'parties'
  if (exposure.isPublic) return 'public'
  return hasRole(actor, 'centre') && proposal.submittedAt !== null ? 'titles' : 'none'
}

/** Whether the actor may know of this proposal at all. */
export const canRead = (actor: Actor, proposal: Concerned, exposure: Exposure): Verdict =>
  readingOf(actor, proposal, exposure) === 'none' ? no('proposal') : yes

/** Who may begin a proposal for a group: those who act for it, and the office for what came on paper. */
export const canBegin = (actor: Actor, groupId: string): Verdict =>
  actsForGroup(actor, { groupId }) || isOfficeFor(actor, { groupId }) ? yes : no('proposal-begin')

/** Who may fill in the form, and while which states last. */
export const canWrite = (actor: Actor, proposal: Concerned): Verdict => {
  if (!isApplicant(actor, proposal)) return no('proposal-group')
  return isEditable(proposal.state) ? yes : no('proposal-not-now')
}

const mayStep = (actor: Actor, proposal: Concerned, ...names: readonly string[]): boolean =>
  nextActions(proposalWorkflow, proposal.state, rolesTowards(actor, proposal)).some(({ name }) =>
    names.includes(name),
  )

/** Who checks the papers, moves a correction's date, or changes the department. */
export const canCheck = (actor: Actor, proposal: Concerned): Verdict => {
  if (!isOfficeFor(actor, proposal)) return no('proposal-office')
  const steps = ['pass', 'return', 'extend', 'rule-out', 'reassign', 'go-on']
  return mayStep(actor, proposal, ...steps) ? yes : no('proposal-not-now')
}

/** Who takes the proposal back: the group, and the office when the group's letter came on paper. */
export const canWithdraw = (actor: Actor, proposal: Concerned): Verdict => {
  if (!isApplicant(actor, proposal) && !isOfficeFor(actor, proposal)) return no('proposal-group')
  if (!actsForGroup(actor, proposal) && !reachedTheCity(proposal)) return no('proposal-group')
  return mayStep(actor, proposal, 'withdraw') ? yes : no('proposal-not-now')
}

/** The side of the table on which the actor sits. One's own group comes before one's department. */
export const sideOf = (actor: Actor, proposal: Concerned): Side | undefined => {
  if (actsForGroup(actor, proposal)) return 'group'
  if (isDepartmentFor(actor, proposal)) return 'department'
  return isApplicant(actor, proposal) ? 'group' : undefined
}

/** Who may write on the sheet of the talks: either side, while they last. */
export const canNegotiate = (actor: Actor, proposal: Concerned): Verdict => {
  if (!sideOf(actor, proposal)) return no('proposal-parties')
  return proposal.state === 'negotiating' ? yes : no('proposal-not-now')
}

/** The centre, where it sits at the table of the talks; nobody advises a group of their own. */
export const canReadTalksAsCentre = (actor: Actor, proposal: Concerned): boolean =>
  hasRole(actor, 'centre') &&
  !isOfGroup(actor, proposal.groupId) &&
  proposal.submittedAt !== null &&
  !readsInFull(actor, proposal)

/** Who writes the answers of the sheet that are open to the centre, and nothing else of it. */
export const canAdviseTalks = (actor: Actor, proposal: Concerned): boolean =>
  canReadTalksAsCentre(actor, proposal) && proposal.state === 'negotiating'

/** Who takes part in the conversation about a proposal: both sides and the office. */
export const canTalk = (actor: Actor, proposal: Concerned): Verdict =>
  reachedTheCity(proposal) && readsInFull(actor, proposal) ? yes : no('proposal-parties')

/** Who asks for a consultation: those who act for the group, and the desk for somebody at the counter. */
export const canAskConsultation = (actor: Actor, groupId: string): Verdict =>
  actsForGroup(actor, { groupId }) || hasRole(actor, 'office', 'centre')
    ? yes
    : no('consultation-group')

type Advised = {
  readonly groupId: string
  readonly state: string
  /** Of the theme that is answered. */
  readonly department?: string | null
}

/** Who works on a consultation; nobody advises a group of their own. */
export const isAdviserFor = (actor: Actor, { groupId }: Pick<Advised, 'groupId'>): boolean =>
  hasRole(actor, 'office', 'centre') && !isOfGroup(actor, groupId)

/** The department whose theme the group wants to answer; nobody of the group itself. */
const ownsTheme = (actor: Actor, { groupId, department }: Advised): boolean =>
  Boolean(department) && isOfDepartment(actor, department!) && !isOfGroup(actor, groupId)

/** Who reads a consultation: the group, those who advise, and the department whose theme is answered. */
export const canReadConsultation = (actor: Actor, consultation: Advised): Verdict =>
  isOfGroup(actor, consultation.groupId) ||
  isAdviserFor(actor, consultation) ||
  ownsTheme(actor, consultation)
    ? yes
    : no('consultation')

/** Who proposes a day: those who advise, before they have met. */
export const canPlanConsultation = (actor: Actor, consultation: Advised): Verdict => {
  if (!isAdviserFor(actor, consultation)) return no('consultation-staff')
  return consultation.state === 'asked' ? yes : no('consultation-not-now')
}

/** Who says that a proposed day suits: those who act for the group. */
export const canAgreeAppointment = (actor: Actor, consultation: Advised): Verdict => {
  if (!actsForGroup(actor, consultation)) return no('consultation-group')
  return consultation.state === 'asked' ? yes : no('consultation-not-now')
}

/** Who writes down what was said, or mends it later. */
export const canRecordConsultation = (actor: Actor, consultation: Advised): Verdict => {
  if (!isAdviserFor(actor, consultation)) return no('consultation-staff')
  return consultation.state === 'cancelled' ? no('consultation-not-now') : yes
}

/** Who says which proposal it is about: those who act for the group, and those who advise. */
export const canRelateConsultation = (actor: Actor, consultation: Advised): Verdict => {
  const concerned = actsForGroup(actor, consultation) || isAdviserFor(actor, consultation)
  if (!concerned) return no('consultation')
  return consultation.state === 'cancelled' ? no('consultation-not-now') : yes
}

/** Who calls a consultation off before it is held. */
export const canCancelConsultation = (actor: Actor, consultation: Advised): Verdict => {
  const concerned = actsForGroup(actor, consultation) || isAdviserFor(actor, consultation)
  if (!concerned) return no('consultation')
  return consultation.state === 'asked' ? yes : no('consultation-not-now')
}

/** Who writes messages about a consultation: those who act for the group, and those who advise. */
export const canTalkInConsultation = (actor: Actor, consultation: Advised): Verdict =>
  actsForGroup(actor, consultation) ||
  isAdviserFor(actor, consultation) ||
  ownsTheme(actor, consultation)
    ? yes
    : no('consultation')

/** The consultation workflow's roles that the actor holds. */
export const consultationRoles = (actor: Actor, consultation: Advised): readonly string[] => [
  ...(actsForGroup(actor, consultation) ? ['applicant'] : []),
  ...(isAdviserFor(actor, consultation) ? ['centre', 'office'] : []),
]
