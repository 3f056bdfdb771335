import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { Project } from '../../projects/index.ts'
import type { Assessment } from '../assessment.ts'

/** What the members wrote, in an order that tells nothing about who wrote when. */
export const listAssessments = async (
  scope: Scope,
  projectId: string,
): Promise<readonly Assessment[]> => {
  const rows = await scope.db
    .selectFrom('third_party_evaluations as t')
    .innerJoin('accounts as a', (on) =>
      on.onRef('a.city_id', '=', 't.city_id').onRef('a.id', '=', 't.account_id'),
    )
    .select(['t.account_id', 'a.name', 't.overall', 't.comment', 't.submitted_at'])
    .where('t.city_id', '=', scope.city.id)
    .where('t.project_id', '=', projectId)
    .orderBy('t.account_id')
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    memberName: row.name,
    overall: row.overall,
    comment: row.comment,
    submittedAt: row.submitted_at,
  }))
}

/** Writes a member's assessment, or mends it. */
export const saveAssessment = async (
  scope: Scope,
  projectId: string,
  assessment: Pick<Assessment, 'accountId' | 'overall' | 'comment'>,
): Promise<void> => {
  const content = {
    overall: assessment.overall,
    comment: assessment.comment,
    submitted_at: scope.now,
  }
  await scope.db
    .insertInto('third_party_evaluations')
    .values({
      city_id: scope.city.id,
      project_id: projectId,
      account_id: assessment.accountId,
      ...content,
    })
    .onConflict((same) =>
      same.columns(['city_id', 'project_id', 'account_id']).doUpdateSet(content),
    )
    .execute()
}

/** Takes away what a member wrote who has declared an interest since. */
export const deleteAssessment = async (
  scope: Scope,
  projectId: string,
  accountId: string,
): Promise<void> => {
  await scope.db
    .deleteFrom('third_party_evaluations')
    .where('city_id', '=', scope.city.id)
    .where('project_id', '=', projectId)
    .where('account_id', '=', accountId)
    .execute()
}

/**
 * Accounts that must not evaluate this project: those who declared an interest in it, or in any proposal of
 * its group that they were to judge, those who belong, or have belonged, to its group, and those who work for
 * its department.
 */
export const listTiedAccounts = async (
  scope: Scope,
  project: Pick<Project, 'id' | 'groupId' | 'department'>,
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ account_id: string }>`
    SELECT d.account_id FROM interest_declarations d
      JOIN proposals p ON p.city_id = d.city_id AND p.id = d.proposal_id
      WHERE d.city_id = ${scope.city.id} AND p.group_id = ${project.groupId} AND d.interest <> 'none'
    UNION
    SELECT i.account_id FROM evaluation_interests i
      WHERE i.city_id = ${scope.city.id} AND i.project_id = ${project.id} AND i.interest <> 'none'
    UNION
    SELECT m.account_id FROM memberships m
      WHERE m.city_id = ${scope.city.id} AND m.group_id = ${project.groupId}
    UNION
    SELECT r.account_id FROM role_grants r
      WHERE r.city_id = ${scope.city.id} AND r.role = 'department' AND r.revoked_at IS NULL
        AND r.department = ${project.department}`.execute(scope.db)
  return new Set(rows.map((row) => row.account_id))
}
