import type { Scope } from '#data/scope.ts'
import { type AsJson, type Question, question } from '#data/together.ts'
import { accountOf } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { isId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Side } from '../../projects/index.ts'
import type { Definition, Evaluation, EvaluationState, Submission } from '../evaluation.ts'

const rows = (scope: Scope) =>
  scope.db.selectFrom('evaluations').selectAll().where('city_id', '=', scope.city.id)

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const instant = (at: Date | string | null): Date | null => (at === null ? null : new Date(at))

const submission = (at: Date | string | null, by: string | null): Submission | null =>
  at ? { at: new Date(at), by } : null

const toEvaluation = (row: Row | AsJson<Row>): Evaluation => ({
  projectId: row.project_id,
  state: row.state as EvaluationState,
  definition: row.definition as Definition,
  openedAt: new Date(row.opened_at),
  dueOn: row.due_on as PlainDate,
  submitted: {
    group: submission(row.group_submitted_at, row.group_submitted_by),
    city: submission(row.city_submitted_at, row.city_submitted_by),
  },
  mutualRevision: row.mutual_revision,
  confirmed: { group: row.group_confirmed_revision, city: row.city_confirmed_revision },
  mutualClosedAt: instant(row.mutual_closed_at),
  thirdPartyClosedAt: instant(row.third_party_closed_at),
  withheld: row.withheld,
  cityAnswer: row.city_answer,
  nextYear: row.next_year,
  publishedAt: instant(row.published_at),
})

/** The project's evaluation; undefined before it is opened. */
export const findEvaluation = async (
  scope: Scope,
  projectId: string,
): Promise<Evaluation | undefined> => {
  if (!isId(projectId)) return undefined
  const row = await rows(scope).where('project_id', '=', projectId).executeTakeFirst()
  return row && toEvaluation(row)
}

/** The same, to be asked together with others. */
export const askEvaluation = (scope: Scope, projectId: string): Question<Evaluation | undefined> =>
  question(rows(scope).where('project_id', '=', projectId), ([row]) => row && toEvaluation(row))

/** The evaluation, held until the transaction ends: two sides acting at once come one after the other. */
export const lockEvaluation = async (scope: Scope, projectId: string): Promise<Evaluation> => {
  const row = isId(projectId)
    ? await rows(scope).where('project_id', '=', projectId).forUpdate().executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('evaluation')
  return toEvaluation(row)
}

/** @returns false when the project has its evaluation already */
export const insertEvaluation = async (
  scope: Scope,
  evaluation: Pick<Evaluation, 'projectId' | 'definition' | 'dueOn'>,
): Promise<boolean> => {
  const result = await scope.db
    .insertInto('evaluations')
    .values({
      city_id: scope.city.id,
      project_id: evaluation.projectId,
      state: 'self',
      definition: JSON.stringify(evaluation.definition),
      opened_at: scope.now,
      due_on: evaluation.dueOn,
    })
    .onConflict((same) => same.columns(['city_id', 'project_id']).doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) === 1
}

/** What a step changes of the row. */
export type EvaluationFacts = {
  readonly group_submitted_at?: Date | null
  readonly group_submitted_by?: string | null
  readonly city_submitted_at?: Date | null
  readonly city_submitted_by?: string | null
  readonly mutual_revision?: number
  readonly group_confirmed_revision?: number
  readonly city_confirmed_revision?: number
  readonly mutual_closed_at?: Date
  readonly third_party_closed_at?: Date
  readonly published_at?: Date
}

/** The facts of a side's handing in, or of taking it back. */
export const submissionFacts = (scope: Scope, side: Side, given: boolean): EvaluationFacts => {
  const at = given ? scope.now : null
  const by = given ? accountOf(scope.actor) : null
  return side === 'group'
    ? { group_submitted_at: at, group_submitted_by: by }
    : { city_submitted_at: at, city_submitted_by: by }
}

export const confirmationFacts = (side: Side, revision: number): EvaluationFacts =>
  side === 'group' ? { group_confirmed_revision: revision } : { city_confirmed_revision: revision }

/** Stores the new state where the old one still stands. @returns false when somebody was faster */
export const moveEvaluation = async (
  scope: Scope,
  projectId: string,
  move: {
    readonly from: EvaluationState
    readonly to: EvaluationState
    readonly facts: EvaluationFacts
  },
): Promise<boolean> => {
  const result = await scope.db
    .updateTable('evaluations')
    .set({ ...move.facts, state: move.to })
    .where('city_id', '=', scope.city.id)
    .where('project_id', '=', projectId)
    .where('state', '=', move.from)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Keeps the city's answer while it is being written. */
export const saveAnswerText = async (
  scope: Scope,
  projectId: string,
  content: {
    readonly answer: string
    readonly nextYear: string
    readonly withheld: readonly string[]
  },
): Promise<void> => {
  await scope.db
    .updateTable('evaluations')
    .set({
      city_answer: content.answer,
      next_year: content.nextYear,
      withheld: [...content.withheld],
    })
    .where('city_id', '=', scope.city.id)
    .where('project_id', '=', projectId)
    .where('state', '=', 'answer')
    .execute()
}
