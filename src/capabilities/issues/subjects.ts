import type { Scope } from '#data/scope.ts'
import type { Subject } from '#web/capability.ts'
import { findField, findSheet, visibilityOf } from '../forms/index.ts'
import { issueKind } from './issue.ts'
import { issuePaths, themePaths } from './paths.ts'
import { canSeeIssue, canSeeTheme, canTalkAbout, themeRoles } from './policy.ts'
import { findIssue } from './queries/issues.ts'
import { findTheme } from './queries/themes.ts'
import { themeKind, themeSheet } from './theme.ts'

/** Files and conversations of an issue. Its photos are exactly as public as it is. */
export const issueAsSubject: Subject = {
  kind: issueKind,
  canRead: async (scope, id) => {
    const issue = await findIssue(scope, id)
    return issue !== undefined && canSeeIssue(scope.actor, issue)
  },
  canTalk: async (scope, id) => {
    const issue = await findIssue(scope, id)
    return issue !== undefined && canTalkAbout(scope.actor, issue)
  },
  pathOf: issuePaths.issue,
}

/** Files are kept under the sheet's purpose and the field's code: `theme/plan`. */
const isPublicField = async (scope: Scope, themeId: string, purpose: string): Promise<boolean> => {
  const sheet = await findSheet(scope, themeSheet(themeId))
  const field = sheet && findField(sheet.definition, purpose.split('/')[1] ?? '')
  return field !== undefined && visibilityOf(field, sheet?.visibility ?? {}) === 'public'
}

/** Files of a theme. Those of fields that are not public are for its department and the office. */
export const themeAsSubject: Subject = {
  kind: themeKind,
  canRead: async (scope, id, purpose) => {
    const theme = await findTheme(scope, id)
    if (!theme || !canSeeTheme(scope.actor, theme)) return false
    return themeRoles(scope.actor, theme).length > 0 || isPublicField(scope, id, purpose)
  },
  pathOf: themePaths.theme,
}
