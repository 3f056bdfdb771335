import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { endCommitteeMember, listCandidates, saveCommitteeMember } from '../queries/committee.ts'

/** Puts somebody who holds the role of a reviewer on a programme's committee. */
export const addCommitteeMember = async (
  scope: Scope,
  programmeId: string,
  accountId: string,
): Promise<Result<void, 'not-a-reviewer'>> => {
  const candidates = await listCandidates(scope)
  if (!candidates.some((one) => one.accountId === accountId)) return refuse('not-a-reviewer')
  await saveCommitteeMember(scope, programmeId, accountId)
  await audit(scope, {
    action: 'committee.add',
    subjectKind: 'programme',
    subjectId: programmeId,
    after: { accountId },
  })
  return ok(undefined)
}

/** Takes somebody off the committee; reviews under way keep the members they began with. */
export const removeCommitteeMember = async (
  scope: Scope,
  programmeId: string,
  accountId: string,
): Promise<Result<void, 'not-a-member'>> => {
  if (!(await endCommitteeMember(scope, programmeId, accountId))) return refuse('not-a-member')
  await audit(scope, {
    action: 'committee.remove',
    subjectKind: 'programme',
    subjectId: programmeId,
    before: { accountId },
  })
  return ok(undefined)
}
