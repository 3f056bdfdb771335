import { type Capability, presetPart } from '#web/capability.ts'
import { takeOverSettings } from './actions/new-version.ts'
import { remindDepartments } from './actions/tell.ts'
import { progressCommentsDataset, progressDataset } from './datasets.ts'
import { itemPanel, planPanel } from './panels.tsx'
import { progressPreset } from './preset.ts'
import { loadSettings } from './queries/settings.ts'
import { checkRoutes } from './routes/check-routes.tsx'
import { committeeRoutes } from './routes/committee-routes.tsx'
import { departmentRoutes } from './routes/department-routes.tsx'
import { officeRoutes } from './routes/office-routes.tsx'
import { publicRoutes } from './routes/public-routes.tsx'
import { settingsRoutes } from './routes/settings-routes.tsx'
import { tableRoutes } from './routes/table-routes.tsx'
import { roundAsSubject } from './subjects.ts'

export { openRound } from './actions/open.ts'
export { addDepartment, finishCheck, saveDrafts, saveVerdicts, sendPart } from './actions/part.ts'
export { publishRound } from './actions/publish.ts'
export { askCommittee, commentOn, saveAnswers, stepRound } from './actions/round.ts'
export { paths as progressPaths } from './paths.ts'
export { listComments } from './queries/comments.ts'
export { findPart, listParts, lockPart } from './queries/parts.ts'
export { listTasks } from './queries/reports.ts'
export { findRound, lockRound, markRoundAsSample } from './queries/rounds.ts'
export { findSettings } from './queries/settings.ts'
export type { Draft, Report } from './report.ts'
export { type Part, partKind, type Round, roundKind } from './round.ts'

/** 進捗: what came of a plan, fiscal year by fiscal year: reported, checked, commented on, published. */
export const progress: Capability = {
  name: 'progress',
  routesWith: ({ counters }) => [
    ...officeRoutes,
    ...settingsRoutes(counters),
    ...departmentRoutes(counters),
    ...tableRoutes,
    ...checkRoutes,
    ...committeeRoutes,
    ...publicRoutes,
  ],
  subjects: [roundAsSubject],
  panels: [planPanel, itemPanel],
  listeners: [{ event: 'plan.published', hear: takeOverSettings }],
  datasets: [progressDataset, progressCommentsDataset],
  jobs: [{ name: 'progress.remind', run: remindDepartments, every: '20 7 * * 1-5', unseen: true }],
  presets: [presetPart({ path: 'progress/*.json', schema: progressPreset, load: loadSettings })],
}
