import type { Scope } from '#data/scope.ts'
import type { Subject } from '#web/capability.ts'
import { findField, findSheet, visibilityOf } from '../forms/index.ts'
import { noticePurpose } from '../procedures/index.ts'
import { paths } from './paths.ts'
import { canReadFile, canTalk, type FileStanding } from './policy.ts'
import { type Project, projectKind } from './project.ts'
import { findProject } from './queries/projects.ts'

/** How open a file is: letters to all concerned, files of a sheet as its field says. */
const standingOf = async (
  scope: Scope,
  project: Project,
  purpose: string,
): Promise<FileStanding | undefined> => {
  const closed = { purpose, sent: true, writer: null, visibility: 'private' } as const
  if (purpose === noticePurpose) return closed
  const [place = '', code = ''] = purpose.split('/')
  const sheet = await findSheet(scope, { kind: projectKind, id: project.id, purpose: place })
  const field = sheet && findField(sheet.definition, code)
  if (!field) return undefined
  return {
    purpose,
    sent: sheet.sentAt !== null,
    writer: sheet.accountId,
    visibility: visibilityOf(field, sheet.visibility),
  }
}

/** Files, letters and messages about a project. */
export const projectSubject: Subject = {
  kind: projectKind,
  canRead: async (scope, id, purpose) => {
    const project = await findProject(scope, id)
    const standing = project && (await standingOf(scope, project, purpose))
    return standing !== undefined && canReadFile(scope.actor, project!, standing).ok
  },
  canTalk: async (scope, id) => {
    const project = await findProject(scope, id)
    return project !== undefined && canTalk(scope.actor, project).ok
  },
  pathOf: paths.show,
}
