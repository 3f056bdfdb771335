import type { Capability } from '#web/capability.ts'
import { publishThemesOfCall } from './actions/theme-entry.ts'
import { issueCounters } from './counters.ts'
import { issuesDataset, themesDataset } from './datasets.ts'
import { themesOfCall } from './panels.tsx'
import { issueRoutes } from './routes.ts'
import { issueAsSubject, themeAsSubject } from './subjects.ts'

export { stepIssue } from './actions/issue-steps.ts'
export { resubmitIssue, submitIssue } from './actions/issues.ts'
export {
  beginTheme,
  closeTheme,
  publishTheme,
  reviseTheme,
  saveThemeDraft,
} from './actions/themes.ts'
export { type Issue, type IssueState, isPublicIssue, issueWorkflow } from './issue.ts'
export type { ListedIssue, ThemeOfIssue } from './listing.ts'
export { issuePaths, themePaths } from './paths.ts'
export { canSeeIssue, canSeeTheme } from './policy.ts'
export { listIssues, listIssuesOf } from './queries/issue-list.ts'
export { findIssue, getIssue } from './queries/issues.ts'
export { findTheme, getTheme, listOpenThemes } from './queries/themes.ts'
export { type Theme, type ThemeCall, type ThemeState, themeStateAt } from './theme.ts'
export { ThemeCard, themeWord } from './views/theme-list.tsx'

/** 地域課題と事業テーマ: what residents raise, and what departments want to do together with groups. */
export const issues: Capability = {
  name: 'issues',
  routesWith: ({ panels }) => issueRoutes(panels),
  subjects: [issueAsSubject, themeAsSubject],
  panels: [themesOfCall],
  counters: issueCounters,
  datasets: [issuesDataset, themesDataset],
  listeners: ['call.published', 'call.rescheduled', 'call.cancelled'].map((event) => ({
    event,
    hear: (scope, { subjectId }) => publishThemesOfCall(scope, subjectId),
  })),
}
