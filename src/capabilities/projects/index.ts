import type { Scope } from '#data/scope.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { isYen } from '#kernel/money.ts'
import type { Capability } from '#web/capability.ts'
import { getCity } from '../cities/index.ts'
import { findDecision } from '../reviews/index.ts'
import { beginProject, listDueProjects } from './actions/begin.ts'
import { createProject } from './actions/create.ts'
import { lockSituation } from './actions/step.ts'
import { projectCounters } from './counters.ts'
import { projectModesDataset, projectsDataset } from './datasets.ts'
import { holdings } from './holdings.ts'
import { continuationFigure } from './live-figure.ts'
import { projectPanels } from './panels.tsx'
import { projectRoutes } from './routes.ts'
import { projectSubject } from './subject.ts'

export {
  type AgreementMove,
  reopenAgreement,
  type SaveRefusal,
  saveAgreement,
  settleAgreement,
  type TypedAgreement,
} from './actions/agreement.ts'
export { beginDueProjects, beginProject } from './actions/begin.ts'
export { createProject, type Selection } from './actions/create.ts'
export {
  closeProject,
  completeProject,
  recordContinuation,
  startEvaluating,
  terminateProject,
} from './actions/end.ts'
export { listRecipients } from './actions/letters.ts'
export { type EntryDraft, entrySheetKey, saveProgress } from './actions/progress.ts'
export { remindLate } from './actions/remind.ts'
export {
  acceptReport,
  answerInterim,
  extendCorrection,
  getYearForm,
  returnReport,
  type SentSheet,
  saveInterim,
  saveReport,
  yearSheetKey,
} from './actions/report.ts'
export { type SigningDraft, signAgreement, withdrawSignature } from './actions/sign.ts'
export { lockSituation, roleCodeFor, type Situation } from './actions/step.ts'
export { type Agreement, type AgreementContent, agreementWorkflow } from './agreement.ts'
export { readCityCosts } from './agreement-sums.ts'
export { type DueDays, daysLate, dueDaysOf } from './calendar.ts'
export {
  type Continuation,
  type ContinuationOutcome,
  type ContinuationRate,
  continuationOutcomes,
} from './continuation.ts'
export { paths as projectPaths } from './paths.ts'
export {
  actsForGroup,
  isConcerned,
  isDepartmentFor,
  isOfficeFor,
  rolesTowards,
  sideOf,
  standsInForGroup,
} from './policy.ts'
export {
  otherSide,
  type Project,
  type ProjectHead,
  type ProjectState,
  projectWorkflow,
  type Side,
  sides,
} from './project.ts'
export { listProjectTasks } from './project-tasks.ts'
export { type ProjectYear, yearWorkflow } from './project-year.ts'
export { getAgreement } from './queries/agreements.ts'
export { askProjectsFrom, continuationRate, listProjects } from './queries/lists.ts'
export { listProjectsOfGroups, type OwnProject } from './queries/own-projects.ts'
export {
  findProject,
  findProjectOfProposal,
  getProject,
  listProjectsToEvaluate,
  lockProject,
} from './queries/projects.ts'
export { listYearSheets } from './queries/year-sheets.ts'
export { projectRoutes } from './routes.ts'
export { AgreementBody } from './views/agreement-body.tsx'
export { StateChip as ProjectStateChip } from './views/labels.tsx'
export { ReportResult } from './views/year-results.tsx'

const selections: readonly unknown[] = ['selected', 'conditional']

/** A proposal that was selected, on conditions or without, becomes a project. */
const hearDecision = async (scope: Scope, event: DomainEvent): Promise<void> => {
  const { outcome, amount } = event.data ?? {}
  if (!selections.includes(outcome)) return
  await createProject(scope, await getCity(scope), {
    proposalId: event.subjectId,
    amount: typeof amount === 'number' && isYen(amount) ? amount : null,
    conditions: (await findDecision(scope, event.subjectId))?.conditions ?? '',
  })
}

/** 協働事業: agreement, years, progress, reports, what became of it. */
export const projects: Capability = {
  name: 'projects',
  holdings,
  routesWith: ({ panels }) => projectRoutes(panels),
  subjects: [projectSubject],
  panels: projectPanels,
  figures: [continuationFigure],
  counters: projectCounters,
  datasets: [projectsDataset, projectModesDataset],
  listeners: [{ event: 'proposal.decided', hear: hearDecision }],
  jobs: [
    {
      name: 'projects.begin',
      every: '10 0 * * *',
      // Each project has a transaction of its own: what fails in one is tried again there, and nowhere else.
      run: async (scope) => {
        for (const projectId of await listDueProjects(scope))
          await scope.outside.jobs.send(scope, 'projects.begin-one', { projectId })
      },
    },
    {
      name: 'projects.begin-one',
      run: async (scope, { projectId }) => {
        const situation = await lockSituation(scope, String(projectId))
        await beginProject(scope, await getCity(scope), situation)
      },
    },
  ],
}
