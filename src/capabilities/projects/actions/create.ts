import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import type { Yen } from '#kernel/money.ts'
import { foldForSearch } from '#kernel/text.ts'
import { listAnswer, listSheets, type Sheet } from '../../forms/index.ts'
import { recordJointProjects } from '../../groups/index.ts'
import { insertEvent, insertTasks, roleCodeOf } from '../../procedures/index.ts'
import { type Call, getCall } from '../../programmes/index.ts'
import { getProposal, type Proposal } from '../../proposals/index.ts'
import { type AgreementContent, datedOn } from '../agreement.ts'
import { draftAgreement } from '../agreement-draft.ts'
import { composeBody, hashText } from '../agreement-text.ts'
import { dueDaysOf, periodOf, planYears } from '../calendar.ts'
import { paths } from '../paths.ts'
import { type Project, subjectOf } from '../project.ts'
import { insertAgreement, insertVersion } from '../queries/agreements.ts'
import { countProjectsOf } from '../queries/own-projects.ts'
import { getProject, insertProject } from '../queries/projects.ts'
import { writeToBoth } from './letters.ts'
import { announceProject, publishProject, roleCodeFor, tasksFor } from './step.ts'

/** What the decision gives to the project; without an amount of its own it gives what was asked for. */
export type Selection = {
  readonly proposalId: string
  readonly amount: Yen | null
  /** 条件付き採択's conditions; empty without any. */
  readonly conditions: string
}

type Sheets = ReadonlyMap<string, Sheet>

/** The modes the two sides settled on in their talks, or those the group proposed. */
const modesIn = (sheets: Sheets, city: City): readonly string[] => {
  const known = new Set(city.modes.map(({ code }) => code))
  const agreed = listAnswer(sheets.get('negotiation')?.answers ?? {}, 'mode_agreed')
  const proposed = listAnswer(sheets.get('proposal')?.answers ?? {}, 'mode')
  return (agreed.length > 0 ? agreed : proposed).filter((mode) => known.has(mode))
}

const departmentOf = (proposal: Proposal): string => {
  if (proposal.department) return proposal.department
  throw new Error(`proposal ${proposal.id} was selected without a department`)
}

const insertSelected = (
  scope: Scope,
  given: {
    readonly proposal: Proposal
    readonly call: Call
    readonly amount: Yen
    readonly modes: readonly string[]
  },
): Promise<string | undefined> => {
  const { proposal, call, amount, modes } = given
  const { maxYears } = call.definition
  const years = planYears(call, { years: proposal.years, maxYears })
  const department = departmentOf(proposal)
  return insertProject(scope, {
    proposalId: proposal.id,
    groupId: proposal.groupId,
    department,
    programmeId: call.programmeId,
    title: proposal.title,
    summary: proposal.summary,
    modes,
    firstFiscalYear: years.first,
    lastFiscalYear: years.last,
    cityShare: amount,
    searchText: foldForSearch(`${proposal.title} ${proposal.summary} ${proposal.groupName}`),
    sample: proposal.sample,
  })
}

/** Saves the first draft, made from the programme's sections and the sheet of the talks. */
const beginAgreement = async (
  scope: Scope,
  projectId: string,
  content: AgreementContent,
): Promise<void> => {
  const body = composeBody(content)
  const sha256 = hashText(body)
  await insertVersion(scope, projectId, {
    sha256,
    body,
    content,
    authorRole: roleCodeOf(scope.actor),
  })
  await insertAgreement(scope, projectId, sha256)
}

const contentFor = (
  city: City,
  given: {
    readonly proposal: Proposal
    readonly call: Call
    readonly amount: Yen
    readonly conditions: string
  },
  talks: Sheet | undefined,
): AgreementContent => {
  const { proposal, call, amount, conditions } = given
  const { maxYears } = call.definition
  return draftAgreement(city, call.definition, {
    project: proposal.title,
    groupName: proposal.groupName,
    period: periodOf(call, planYears(call, { years: proposal.years, maxYears })),
    cityShare: amount,
    conditions,
    talks,
  })
}

/** Writes down that the project exists, who acts first, and tells everybody. */
const tellCreated = async (
  scope: Scope,
  city: City,
  given: { readonly project: Project; readonly call: Call },
): Promise<void> => {
  const { project, call } = given
  await insertEvent(scope, subjectOf(project), {
    step: 'create',
    title: { ja: '採択された提案が協働事業に', en: 'The selected proposal became a joint project' },
    role: roleCodeFor(scope, project),
    to: 'agreeing',
    public: true,
  })
  await insertTasks(scope, subjectOf(project), tasksFor(scope, call, project, project))
  await audit(scope, {
    action: 'project.create',
    subjectKind: 'project',
    subjectId: project.id,
    after: { proposal: project.proposalId, cityShare: project.cityShare },
  })
  await publishProject(scope, project)
  await recordJointProjects(scope, project.groupId, await countProjectsOf(scope, project.groupId))
  await writeToBoth(scope, city, {
    kind: 'created',
    project,
    day: dueDaysOf(call, project.firstFiscalYear, project.firstFiscalYear).agreement,
    path: paths.agreement(city.slug, project.id),
  })
  await announceProject(scope, 'created', project)
}

/**
 * Makes the joint project of a selected proposal, with the first draft of its agreement.
 * @returns undefined when the proposal has its project already
 */
export const createProject = async (
  scope: Scope,
  city: City,
  selection: Selection,
): Promise<Project | undefined> => {
  const proposal = await getProposal(scope, selection.proposalId)
  const amount = selection.amount ?? proposal.requestedAmount ?? 0
  const call = await getCall(scope, proposal.callId)
  const sheets = await listSheets(scope, { kind: 'proposal', id: proposal.id })
  const modes = modesIn(sheets, city)
  const id = await insertSelected(scope, { proposal, call, amount, modes })
  if (!id) return undefined
  const given = { proposal, call, amount, conditions: selection.conditions }
  const drafted = contentFor(city, given, sheets.get('negotiation'))
  const content = datedOn(drafted, tokyoDayOf(scope.now))
  await beginAgreement(scope, id, content)
  const project = await getProject(scope, id)
  await tellCreated(scope, city, { project, call })
  return project
}
