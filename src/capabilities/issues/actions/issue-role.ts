import type { Actor } from '#kernel/actor.ts'
import { type RoleCode, roleCodeOf } from '../../procedures/index.ts'
import type { Issue, IssueStep } from '../issue.ts'

/** How the history names who raised an issue, whatever else they are. */
export const authorRole: RoleCode = 'author'

/** In which role a step is taken, as the history says it. */
export const issueRole = (
  actor: Actor,
  taken: { readonly issue: Pick<Issue, 'authorAccount'>; readonly name: IssueStep },
): RoleCode => {
  const authors = taken.name === 'resubmit' || taken.name === 'withdraw'
  return authors && taken.issue.authorAccount ? authorRole : roleCodeOf(actor)
}
