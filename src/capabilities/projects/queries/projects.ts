import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import { isId, newId } from '#kernel/ids.ts'
import type { Yen } from '#kernel/money.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Continuation } from '../continuation.ts'
import type { Project, ProjectState } from '../project.ts'
import { selectProjects, toProject } from './project-row.ts'

/** The project in whatever state it is, or undefined. */
export const findProject = async (scope: Scope, id: string): Promise<Project | undefined> => {
  if (!isId(id)) return undefined
  const row = await selectProjects(scope).where('j.id', '=', id).executeTakeFirst()
  return row && toProject(row)
}

/** @throws NotFound */
export const getProject = async (scope: Scope, id: string): Promise<Project> => {
  const project = await findProject(scope, id)
  if (!project) throw new NotFound('project')
  return project
}

/** The project, held until the transaction ends: two people acting at once come one after the other. */
export const lockProject = async (scope: Scope, id: string): Promise<Project> => {
  if (!isId(id)) throw new NotFound('project')
  await scope.db
    .selectFrom('projects')
    .select('id')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return getProject(scope, id)
}

/** The project that a proposal became. */
export const findProjectOfProposal = async (
  scope: Scope,
  proposalId: string,
): Promise<Project | undefined> => {
  const row = await selectProjects(scope).where('j.proposal_id', '=', proposalId).executeTakeFirst()
  return row && toProject(row)
}

/** Projects whose agreement is signed and whose first day has come, oldest first. */
export const listProjectsToBegin = async (
  scope: Scope,
  fiscalYear: number,
): Promise<readonly string[]> => {
  const rows = await scope.db
    .selectFrom('projects as j')
    .innerJoin('agreements as a', (on) =>
      on.onRef('a.city_id', '=', 'j.city_id').onRef('a.project_id', '=', 'j.id'),
    )
    .select('j.id')
    .where('j.city_id', '=', scope.city.id)
    .where('j.state', '=', 'agreeing')
    .where('a.state', '=', 'signed')
    .where('j.first_fiscal_year', '<=', fiscalYear)
    .orderBy('j.created_at')
    .execute()
  return rows.map(({ id }) => id)
}

/** Samples that can be worked on today, for somebody who tries the product out: their year has come. */
export const listSamplesUnderWay = async (
  scope: Scope,
  fiscalYear: number,
): Promise<readonly { readonly id: string; readonly title: string }[]> =>
  scope.db
    .selectFrom('projects as j')
    .select(['j.id', 'j.title'])
    .where('j.city_id', '=', scope.city.id)
    .where('j.sample', '=', true)
    .where('j.state', 'in', ['agreeing', 'running', 'reported', 'evaluating'])
    .where('j.first_fiscal_year', '<=', fiscalYear)
    .orderBy('j.created_at')
    .limit(10)
    .execute()

/** Projects whose last report was accepted and that have no evaluation yet, oldest first. */
export const listProjectsToEvaluate = async (scope: Scope): Promise<readonly string[]> => {
  const rows = await scope.db
    .selectFrom('projects as j')
    .innerJoin('project_years as y', (on) =>
      on
        .onRef('y.city_id', '=', 'j.city_id')
        .onRef('y.project_id', '=', 'j.id')
        .onRef('y.fiscal_year', '=', 'j.last_fiscal_year'),
    )
    .select('j.id')
    .where('j.city_id', '=', scope.city.id)
    .where('j.state', '=', 'reported')
    .where('y.state', '=', 'accepted')
    .orderBy('y.accepted_at')
    .execute()
  return rows.map(({ id }) => id)
}

export type NewProject = {
  readonly proposalId: string
  readonly groupId: string
  readonly department: string
  readonly programmeId: string
  readonly title: string
  readonly summary: string
  readonly modes: readonly string[]
  readonly firstFiscalYear: number
  readonly lastFiscalYear: number
  readonly cityShare: Yen
  readonly searchText: string
  readonly sample: boolean
}

/** @returns the new id, or undefined when the proposal has a project already */
export const insertProject = async (
  scope: Scope,
  project: NewProject,
): Promise<string | undefined> => {
  const id = newId()
  const result = await scope.db
    .insertInto('projects')
    .values({
      city_id: scope.city.id,
      id,
      proposal_id: project.proposalId,
      group_id: project.groupId,
      department: project.department,
      programme_id: project.programmeId,
      title: project.title,
      summary: project.summary,
      modes: [...project.modes],
      state: 'agreeing',
      first_fiscal_year: project.firstFiscalYear,
      last_fiscal_year: project.lastFiscalYear,
      city_share: project.cityShare,
      search_text: project.searchText,
      sample: project.sample,
      created_at: scope.now,
      updated_at: scope.now,
    })
    .onConflict((same) => same.columns(['city_id', 'proposal_id']).doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1 ? id : undefined
}

/** Stores the new state where the old one still stands. @returns false when somebody was faster */
export const moveProject = async (
  scope: Scope,
  id: string,
  move: { readonly from: ProjectState; readonly to: ProjectState },
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('projects')
    .set({ state: move.to, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('state', '=', move.from)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

export const insertTermination = async (
  scope: Scope,
  projectId: string,
  reason: string,
): Promise<void> => {
  await scope.db
    .insertInto('project_terminations')
    .values({
      city_id: scope.city.id,
      project_id: projectId,
      reason,
      terminated_by: accountOf(scope.actor),
      terminated_at: scope.now,
    })
    .execute()
}

/** Writes what became of a project, or mends the record. */
export const saveContinuation = async (
  scope: Scope,
  projectId: string,
  record: Pick<Continuation, 'outcome' | 'note'>,
): Promise<void> => {
  const content = {
    outcome: record.outcome,
    note: record.note,
    recorded_by: accountOf(scope.actor) ?? 'system',
    recorded_at: scope.now,
  }
  await scope.db
    .insertInto('continuations')
    .values({ city_id: scope.city.id, project_id: projectId, ...content })
    .onConflict((same) => same.columns(['city_id', 'project_id']).doUpdateSet(content))
    .execute()
}
