import type { Actor } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { roleNameOf } from '../../procedures/index.ts'
import type { Issue, IssueStep } from '../issue.ts'

/** How the history names who raised an issue, whatever else they are. */
export const authorRoleName = '課題を出した人'

/** In which role a step is taken, as the history says it. */
export const issueRoleName = (
  actor: Actor,
  city: City,
  taken: { readonly issue: Pick<Issue, 'authorAccount'>; readonly name: IssueStep },
): string => {
  const authors = taken.name === 'resubmit' || taken.name === 'withdraw'
  return authors && taken.issue.authorAccount ? authorRoleName : roleNameOf(actor, city).ja
}
