import type { Scope } from '#data/scope.ts'
import type { Upload } from '#web/form-data.ts'
import { keepUpload, listFiles, removeFiles } from '../../procedures/index.ts'
import type { FieldProblem } from '../form.ts'
import { issueKind } from '../issue.ts'
import { issueProblems } from '../problem-texts.ts'

/** Files of an issue are kept under this purpose; they are as public as the issue. */
export const photoPurpose = 'photo'

const mostFiles = 5

/** Files that come with an issue, and those to be taken off. */
export type IssueFiles = {
  readonly uploads: readonly Upload[]
  readonly removed: readonly string[]
}

/** Keeps what came and takes off what is no longer wanted. @returns what is wrong with them */
export const keepIssueFiles = async (
  scope: Scope,
  issueId: string,
  { uploads, removed }: IssueFiles,
): Promise<FieldProblem[]> => {
  const subject = { kind: issueKind, id: issueId }
  await removeFiles(scope, subject, removed)
  const problems: FieldProblem[] = []
  for (const upload of uploads.slice(0, mostFiles)) {
    const kept = await keepUpload(scope, subject, { ...upload, purpose: photoPurpose })
    if (!kept.ok) problems.push({ name: 'photos', text: issueProblems[kept.error] })
  }
  const count = uploads.length === 0 ? 0 : (await listFiles(scope, subject)).length
  if (count > mostFiles || uploads.length > mostFiles)
    problems.push({ name: 'photos', text: issueProblems['too-many'] })
  return problems
}
