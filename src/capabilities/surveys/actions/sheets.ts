import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { nameOf } from '#kernel/actor.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Sheet } from '../answers.ts'
import { freeze, insertAnswers } from '../queries/answers.ts'
import { checkSheet, findSheet, insertSheet } from '../queries/sheets.ts'
import { slotsOf } from '../slots.ts'
import { type Survey, surveyKind } from '../survey.ts'

const note = (scope: Scope, survey: Survey, action: string, after: object): Promise<void> =>
  audit(scope, { action, subjectKind: surveyKind, subjectId: survey.id, after })

/** Types in one sheet of paper under its number. */
export const enterSheet = async (
  scope: Scope,
  survey: Survey,
  entered: { readonly number: number; readonly sheet: Sheet },
): Promise<Result<'done', 'taken' | 'changed'>> => {
  if (!(await insertSheet(scope, survey.id, { ...entered, by: nameOf(scope.actor) })))
    return refuse('taken')
  if (!survey.frozen && !(await freeze(scope, survey))) return refuse('changed')
  await note(scope, survey, 'survey.enter-sheet', { sheet: entered.number })
  return ok('done')
}

/** Ids of the questions in which two typings of one sheet differ. */
export const differencesOf = (survey: Survey, one: Sheet, other: Sheet): ReadonlySet<string> => {
  const textOf = ({ texts }: Sheet, slot: number): string =>
    texts.find((text) => text.slot === slot)?.text ?? ''
  const differing = slotsOf(survey.questionnaire).filter(
    ({ slot }) =>
      one.codes[slot - 1] !== other.codes[slot - 1] || textOf(one, slot) !== textOf(other, slot),
  )
  return new Set(differing.map(({ question }) => question.id))
}

/**
 * Types a sheet in a second time. Where both agree it is checked; where they differ the second typing counts
 * once `certain` says so, after a look at the paper.
 */
export const recheckSheet = async (
  scope: Scope,
  survey: Survey,
  typed: { readonly number: number; readonly sheet: Sheet; readonly certain: boolean },
): Promise<Result<'same' | 'replaced', 'no-sheet' | ReadonlySet<string>>> => {
  const entered = await findSheet(scope, survey.id, typed.number)
  if (!entered) return refuse('no-sheet')
  const differences = differencesOf(survey, entered, typed.sheet)
  if (differences.size > 0 && !typed.certain) return refuse(differences)
  const by = nameOf(scope.actor)
  const now = differences.size > 0 ? typed.sheet : undefined
  await checkSheet(scope, survey.id, { entered, by, now })
  await note(scope, survey, now ? 'survey.correct-sheet' : 'survey.check-sheet', {
    sheet: typed.number,
  })
  return ok(now ? 'replaced' : 'same')
}

/** Takes in the answers of a table that was checked row by row. */
export const importSheets = async (
  scope: Scope,
  survey: Survey,
  sheets: readonly Sheet[],
): Promise<Result<number, 'changed'>> => {
  if (!survey.frozen && !(await freeze(scope, survey))) return refuse('changed')
  await insertAnswers(
    scope,
    survey.id,
    sheets.map((sheet) => ({ ...sheet, mode: 'import' as const })),
  )
  await note(scope, survey, 'survey.import', { rows: sheets.length })
  return ok(sheets.length)
}
