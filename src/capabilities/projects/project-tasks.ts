import type { Scope } from '#data/scope.ts'
import { listTasksOf, type Task } from '../procedures/index.ts'
import { type Project, projectKind } from './project.ts'

/**
 * Who acts next on a project, its evaluation included: every page about either of them says the same, whichever
 * of the two the step belongs to.
 */
export const listProjectTasks = async (
  scope: Scope,
  { id }: Pick<Project, 'id'>,
): Promise<readonly Task[]> => [
  ...(await listTasksOf(scope, { kind: projectKind, id })),
  ...(await listTasksOf(scope, { kind: 'evaluation', id })),
]
