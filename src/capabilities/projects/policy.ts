import { type Actor, accountOf, hasRole, isOfDepartment, isOfGroup } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import { type Agreement, signatureOf } from './agreement.ts'
import { currentYear, type Project, type Side } from './project.ts'
import { placeOfPurpose } from './project-year.ts'

type Concerned = Pick<Project, 'groupId' | 'department' | 'state' | 'hasRepresentative' | 'years'>

/** True for those who act for the group. */
export const actsForGroup = (actor: Actor, { groupId }: Pick<Project, 'groupId'>): boolean =>
  isOfGroup(actor, groupId, 'representative', 'manager')

/** True for the office, but never about a group one belongs to. */
export const isOfficeFor = (actor: Actor, { groupId }: Pick<Project, 'groupId'>): boolean =>
  hasRole(actor, 'office') && !isOfGroup(actor, groupId)

/** True for the department that does the project with the group; nobody is both sides. */
export const isDepartmentFor = (
  actor: Actor,
  { groupId, department }: Pick<Project, 'groupId' | 'department'>,
): boolean => isOfDepartment(actor, department) && !isOfGroup(actor, groupId)

/** The office writes down what a group without an account brings on paper. */
export const standsInForGroup = (
  actor: Actor,
  project: Pick<Project, 'groupId' | 'hasRepresentative'>,
): boolean => !project.hasRepresentative && isOfficeFor(actor, project)

/** The workflows' roles that the actor holds towards this project. */
export const rolesTowards = (actor: Actor, project: Concerned): readonly string[] => [
  ...(actsForGroup(actor, project) || standsInForGroup(actor, project) ? ['group'] : []),
  ...(isDepartmentFor(actor, project) ? ['department'] : []),
  ...(isOfficeFor(actor, project) ? ['office'] : []),
  ...(actor.kind === 'system' ? ['system'] : []),
]

/** The side for which the actor does the daily work. One's own group comes before everything else. */
export const sideOf = (actor: Actor, project: Concerned): Side | undefined => {
  if (actsForGroup(actor, project)) return 'group'
  if (isDepartmentFor(actor, project)) return 'city'
  return standsInForGroup(actor, project) ? 'group' : undefined
}

/** True for everybody whom the project concerns: all of the group, the department, the office. */
export const isConcerned = (actor: Actor, project: Concerned): boolean =>
  isOfGroup(actor, project.groupId) ||
  isDepartmentFor(actor, project) ||
  isOfficeFor(actor, project)

/** How much of the sheets somebody reads: `staff` every answer, `parties` what the form shows to those involved. */
export type Reading = 'staff' | 'parties' | 'public'

export const readingOf = (actor: Actor, project: Concerned): Reading => {
  if (actsForGroup(actor, project)) return 'staff'
  if (isDepartmentFor(actor, project) || isOfficeFor(actor, project)) return 'staff'
  return isOfGroup(actor, project.groupId) ? 'parties' : 'public'
}

/** Who writes messages about the project. */
export const canTalk = (actor: Actor, project: Concerned): Verdict =>
  sideOf(actor, project) || isOfficeFor(actor, project) ? yes : no('project-parties')

/** Who reads the agreement itself, its drafts and its signatures. */
export const canReadAgreement = (actor: Actor, project: Concerned): Verdict =>
  isConcerned(actor, project) ? yes : no('project-parties')

/** Who writes on the agreement: both sides and the office, until the text is settled. */
export const canEditAgreement = (
  actor: Actor,
  project: Concerned,
  agreement: Pick<Agreement, 'state'>,
): Verdict => {
  if (!sideOf(actor, project) && !isOfficeFor(actor, project)) return no('project-parties')
  return project.state === 'agreeing' && agreement.state === 'drafting' ? yes : no('not-now')
}

/** Who says for a side that the text may stand as it is. */
export const canLook = (
  actor: Actor,
  project: Concerned,
  agreement: Pick<Agreement, 'state'>,
): Verdict => {
  if (!sideOf(actor, project)) return no('project-parties')
  return project.state === 'agreeing' && agreement.state === 'drafting' ? yes : no('not-now')
}

/** Who settles the text so that it can be signed. */
export const canSettleAgreement = (
  actor: Actor,
  project: Concerned,
  agreement: Pick<Agreement, 'state'>,
): Verdict => {
  if (!isOfficeFor(actor, project)) return no('project-office')
  return project.state === 'agreeing' && agreement.state === 'drafting' ? yes : no('not-now')
}

/** Who opens the text again: the office, and only while nobody's signature stands under it. */
export const canReopenAgreement = (
  actor: Actor,
  project: Concerned,
  agreement: Pick<Agreement, 'state' | 'signatures'>,
): Verdict => {
  if (!isOfficeFor(actor, project)) return no('project-office')
  if (project.state !== 'agreeing' || agreement.state !== 'signing') return no('not-now')
  return agreement.signatures.length === 0 ? yes : no('signed-by-one')
}

/** For which sides the actor may sign at all: the leader for the group, office or department for the city. */
export const signingSides = (actor: Actor, project: Concerned): readonly Side[] => [
  ...(isOfGroup(actor, project.groupId, 'representative') || standsInForGroup(actor, project)
    ? (['group'] as const)
    : []),
  ...(isDepartmentFor(actor, project) || isOfficeFor(actor, project) ? (['city'] as const) : []),
]

export const canSign = (
  actor: Actor,
  project: Concerned,
  given: { readonly agreement: Pick<Agreement, 'state' | 'signatures'>; readonly side: Side },
): Verdict => {
  if (!signingSides(actor, project).includes(given.side)) return no('project-signatory')
  if (project.state !== 'agreeing' || given.agreement.state !== 'signing') return no('not-now')
  return signatureOf(given.agreement, given.side) ? no('signed-before') : yes
}

/** Who takes a side's signature back, while the other has not signed. */
export const canWithdrawSignature = (
  actor: Actor,
  project: Concerned,
  given: { readonly agreement: Pick<Agreement, 'state' | 'signatures'>; readonly side: Side },
): Verdict => {
  if (!signingSides(actor, project).includes(given.side)) return no('project-signatory')
  if (project.state !== 'agreeing' || given.agreement.state !== 'signing') return no('not-now')
  return signatureOf(given.agreement, given.side) ? yes : no('not-signed')
}

/** Who adds to the log of a year: both sides, and the office, until the report of the last year is accepted. */
export const canWriteEntry = (actor: Actor, project: Concerned): Verdict => {
  if (!sideOf(actor, project) && !isOfficeFor(actor, project)) return no('project-parties')
  const open = project.state === 'running' || project.state === 'reported'
  const year = currentYear(project)
  return open && year && year.state !== 'accepted' ? yes : no('not-now')
}

const yearIs = (project: Concerned, ...states: readonly string[]): boolean =>
  project.state !== 'terminated' &&
  project.state !== 'completed' &&
  states.includes(currentYear(project)?.state ?? '')

/** Who writes and sends the interim review: the group, once a year. */
export const canReview = (actor: Actor, project: Concerned): Verdict => {
  if (sideOf(actor, project) !== 'group') return no('project-group')
  return yearIs(project, 'running') && !currentYear(project)?.interimAt ? yes : no('not-now')
}

/** Who answers the interim review. */
export const canAnswerReview = (actor: Actor, project: Concerned): Verdict => {
  if (!isDepartmentFor(actor, project)) return no('project-department')
  return yearIs(project, 'interim') ? yes : no('not-now')
}

/** Who writes and hands in the report of the year. */
export const canReport = (actor: Actor, project: Concerned): Verdict => {
  if (sideOf(actor, project) !== 'group') return no('project-group')
  return yearIs(project, 'running', 'interim', 'returned') ? yes : no('not-now')
}

/** Who accepts the report or sends it back. */
export const canCheckReport = (actor: Actor, project: Concerned): Verdict => {
  if (!isOfficeFor(actor, project)) return no('project-office')
  return yearIs(project, 'reported') ? yes : no('not-now')
}

/** Who moves the last day of a correction. */
export const canExtendCorrection = (actor: Actor, project: Concerned): Verdict => {
  if (!isOfficeFor(actor, project)) return no('project-office')
  return yearIs(project, 'returned') ? yes : no('not-now')
}

/** Who ends a project before its time. */
export const canTerminate = (actor: Actor, project: Concerned): Verdict => {
  if (!isOfficeFor(actor, project)) return no('project-office')
  const open = ['agreeing', 'running', 'reported'].includes(project.state)
  return open && currentYear(project)?.state !== 'accepted' ? yes : no('not-now')
}

/** Who completes a project that will not be evaluated. */
export const canCloseProject = (actor: Actor, project: Concerned): Verdict => {
  if (!isOfficeFor(actor, project)) return no('project-office')
  const open = ['reported', 'evaluating'].includes(project.state)
  return open && currentYear(project)?.state === 'accepted' ? yes : no('not-now')
}

/** Who records what became of the project, and mends the record. */
export const canRecordContinuation = (actor: Actor, project: Concerned): Verdict => {
  if (!isOfficeFor(actor, project)) return no('project-office')
  return ['evaluating', 'completed'].includes(project.state) ? yes : no('not-now')
}

/** Who reminds those who are late. */
export const canRemind = (actor: Actor, project: Concerned): Verdict => {
  if (!isOfficeFor(actor, project)) return no('project-office')
  return project.state === 'completed' || project.state === 'terminated' ? no('not-now') : yes
}

/** What a file of the project is: a letter, or an answer of a sheet with the field's own visibility. */
export type FileStanding = {
  readonly purpose: string
  /** Whether the sheet was handed in, and who wrote on it last. */
  readonly sent: boolean
  readonly writer: string | null
  readonly visibility: 'public' | 'partial' | 'private'
}

/** The public reads a report once it was accepted; what else was handed in, at once. */
const isPublished = (project: Concerned, purpose: string): boolean => {
  const place = placeOfPurpose(purpose.split('/')[0] ?? '')
  if (place?.kind !== 'report') return true
  const { fiscalYear } = place
  return project.years.some((year) => year.fiscalYear === fiscalYear && year.state === 'accepted')
}

/** Files of what is still being written are seen by those who write it. */
const canReadDraftFile = (actor: Actor, project: Concerned, file: FileStanding): boolean =>
  placeOfPurpose(file.purpose.split('/')[0] ?? '')?.kind === 'progress'
    ? accountOf(actor) !== null && accountOf(actor) === file.writer
    : sideOf(actor, project) === 'group'

/**
 * Who opens a file: letters everybody concerned, files of a sheet as far as their field is shown, and the
 * public not before it reads the sheet itself.
 */
export const canReadFile = (actor: Actor, project: Concerned, file: FileStanding): Verdict => {
  if (file.purpose === 'notice') return canReadAgreement(actor, project)
  if (!placeOfPurpose(file.purpose.split('/')[0] ?? '')) return no('file')
  if (!file.sent) return canReadDraftFile(actor, project, file) ? yes : no('file')
  const reading = readingOf(actor, project)
  if (reading === 'staff') return yes
  if (reading === 'parties') return file.visibility === 'private' ? no('file') : yes
  return file.visibility === 'public' && isPublished(project, file.purpose) ? yes : no('file')
}
