import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { type FieldProblem, saveSheet } from '../../forms/index.ts'
import { checkHappened } from '../form.ts'
import { dayFieldOf, dayIn, doneIn } from '../progress.ts'
import { type Project, projectKind, type Side } from '../project.ts'
import { entryPurpose } from '../project-year.ts'
import { saveEntry } from '../queries/entries.ts'
import type { SentSheet } from './report.ts'

/** An entry of the log as it was typed. */
export type EntryDraft = {
  readonly id: string
  readonly side: Side
  readonly fiscalYear: number
  readonly sheet: Omit<SentSheet, 'send'>
  readonly publication: { readonly public: boolean; readonly text: string }
  /** What is wrong beside the city's own form. */
  readonly problems: readonly FieldProblem[]
}

/** The key of the sheet that holds all answers of an entry. */
export const entrySheetKey = (project: Pick<Project, 'id'>, entryId: string) => ({
  kind: projectKind,
  id: project.id,
  purpose: entryPurpose(entryId),
})

/**
 * Adds an entry to the log, or mends one's own. An incomplete one is kept as a draft with what is missing.
 * @returns everything that keeps it from being taken
 */
export const saveProgress = async (
  scope: Scope,
  project: Project,
  draft: EntryDraft,
): Promise<readonly FieldProblem[]> => {
  const { form, reading } = draft.sheet
  const day = dayIn(form.definition, reading.answers)
  const before = [
    ...draft.problems,
    ...(day ? checkHappened(day, scope.now, dayFieldOf(form.definition)) : []),
  ]
  const key = entrySheetKey(project, draft.id)
  const saved = await saveSheet(scope, key, { ...draft.sheet, send: before.length === 0 })
  const problems = [...saved.problems, ...before]
  if (problems.length > 0 || !day) return problems
  const { publication } = draft
  await saveEntry(scope, {
    id: draft.id,
    projectId: project.id,
    fiscalYear: draft.fiscalYear,
    side: draft.side,
    happenedOn: day,
    body: publication.text || doneIn(form.definition, reading.answers),
    public: publication.public,
  })
  await audit(scope, {
    action: 'project.write-entry',
    subjectKind: projectKind,
    subjectId: project.id,
    after: { entry: draft.id, on: day, public: publication.public },
  })
  return []
}
