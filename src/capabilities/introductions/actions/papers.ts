import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Upload } from '#web/form-data.ts'
import type { Group } from '../../groups/index.ts'
import { type FileProblem, keepUpload, removeFiles } from '../../procedures/index.ts'
import { pageKind } from '../introduction.ts'
import type { Paper, PaperChanges } from '../paper.ts'
import { deletePapers, insertPaper, openPapers } from '../queries/papers.ts'
import { settleTasks } from './moderate.ts'
import { recordDeed } from './record.ts'

const subjectOf = (group: Pick<Group, 'id'>) => ({ kind: pageKind, id: group.id })

/** Adds a paper of a year; what its bytes are is checked, whatever its name says. */
export const addPaper = async (
  scope: Scope,
  group: Group,
  given: Pick<Paper, 'kind' | 'fiscalYear' | 'public'> & { readonly upload: Upload },
): Promise<Result<string, FileProblem>> => {
  const { upload, ...paper } = given
  const kept = await keepUpload(scope, subjectOf(group), { ...upload, purpose: 'paper' })
  if (!kept.ok) return kept
  const id = await insertPaper(scope, { ...paper, groupId: group.id, fileId: kept.value })
  await recordDeed(scope, group, {
    name: 'addPaper',
    after: { kind: paper.kind, fiscalYear: paper.fiscalYear, public: paper.public },
  })
  return ok(id)
}

/** Opens or closes papers to everyone, and takes off those that are to go. */
export const changePapers = async (
  scope: Scope,
  city: City,
  given: { readonly group: Group; readonly changes: PaperChanges },
): Promise<void> => {
  const { group, changes } = given
  const files = await deletePapers(scope, group.id, changes.removed)
  await removeFiles(scope, subjectOf(group), files)
  if (files.length > 0) await settleTasks(scope, city, group)
  await openPapers(scope, group.id, changes.opened)
  await recordDeed(scope, group, {
    name: 'changePapers',
    after: { opened: changes.opened, removed: changes.removed.length },
  })
}
