import { type Actor, accountOf, hasRole, isOfDepartment } from '#kernel/actor.ts'
import { no, type Verdict, yes } from '#kernel/refusals.ts'
import { nextActions } from '#kernel/workflow.ts'
import {
  type Issue,
  type IssueRole,
  type IssueStep,
  isPublicIssue,
  issueWorkflow,
} from './issue.ts'
import { type Theme, type ThemeStep, themeWorkflow } from './theme.ts'

type Raised = Pick<Issue, 'state' | 'authorAccount' | 'department'>

const isDesk = (actor: Actor): boolean => hasRole(actor, 'centre', 'office')

/** True for who raised it; what staff entered for somebody without an account is the desk's to mend. */
export const isAuthor = (actor: Actor, { authorAccount }: Pick<Issue, 'authorAccount'>): boolean =>
  authorAccount === null
    ? isDesk(actor)
    : actor.kind === 'person' && actor.trusted && actor.accountId === authorAccount

/** The workflow's roles that the actor holds towards this issue. Nobody checks what they raised themselves. */
export const rolesTowards = (actor: Actor, issue: Raised): readonly IssueRole[] => {
  const roles: IssueRole[] = []
  const own = issue.authorAccount !== null && accountOf(actor) === issue.authorAccount
  if (isAuthor(actor, issue)) roles.push('author')
  if (!own && hasRole(actor, 'centre')) roles.push('centre')
  if (!own && hasRole(actor, 'office')) roles.push('office')
  if (issue.department && isOfDepartment(actor, issue.department)) roles.push('department')
  return roles
}

/** Everyone reads what is public; before that its author and the desk do. */
export const canSeeIssue = (actor: Actor, issue: Raised): boolean =>
  isPublicIssue(issue) || isAuthor(actor, issue) || isDesk(actor)

/** Who sees the author's name, the conversation and every event. */
export const isConcerned = (actor: Actor, issue: Raised): boolean =>
  rolesTowards(actor, issue).length > 0

/** The steps the actor may take now. */
export const issueSteps = (actor: Actor, issue: Raised): readonly IssueStep[] =>
  nextActions(issueWorkflow, issue.state, rolesTowards(actor, issue)).map(({ name }) => name)

export const canTakeIssueStep = (actor: Actor, issue: Raised, step: IssueStep): Verdict =>
  issueSteps(actor, issue).includes(step) ? yes : no('issues.not-now')

/** Who may enter an issue for somebody who came to the counter, wrote or telephoned. */
export const canEnterFor = (actor: Actor): boolean => isDesk(actor)

/** Author, desk and the department that answers talk with each other. */
export const canTalkAbout = (actor: Actor, issue: Raised): boolean => isConcerned(actor, issue)

type Offered = Pick<Theme, 'state' | 'department'>

/** The workflow's roles that the actor holds towards this theme. */
export const themeRoles = (
  actor: Actor,
  theme: Pick<Theme, 'department'>,
): readonly ('department' | 'office')[] => [
  ...(isOfDepartment(actor, theme.department) ? (['department'] as const) : []),
  ...(hasRole(actor, 'office') ? (['office'] as const) : []),
]

/** A draft is its department's and the office's; afterwards everyone's. */
export const canSeeTheme = (actor: Actor, theme: Offered): boolean =>
  theme.state !== 'draft' || themeRoles(actor, theme).length > 0

/** Departments write their own themes only. */
export const canWriteThemeFor = (actor: Actor, department: string): Verdict =>
  isOfDepartment(actor, department) ? yes : no('themes.own-department')

/** Drafts and published themes can be changed by their department. */
export const canEditTheme = (actor: Actor, theme: Offered): Verdict => {
  if (theme.state === 'closed') return no('themes.closed')
  return canWriteThemeFor(actor, theme.department)
}

export const canTakeThemeStep = (actor: Actor, theme: Offered, step: ThemeStep): Verdict =>
  nextActions(themeWorkflow, theme.state, themeRoles(actor, theme)).some(
    ({ name }) => name === step,
  )
    ? yes
    : no('themes.not-now')
