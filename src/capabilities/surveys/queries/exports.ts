import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

/** A file of all answers, as far as it is written. */
export type Export = {
  readonly answers: number
  readonly rows: number
  /** The answer after which the next piece begins. */
  readonly after: string
  readonly askedAt: Date
  readonly doneAt: Date | null
}

const selectExport = (scope: Scope, surveyId: string) =>
  scope.db
    .selectFrom('survey_exports')
    .select(['answers', 'rows', 'after', 'asked_at', 'done_at'])
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)

type ExportRow = Awaited<ReturnType<ReturnType<typeof selectExport>['execute']>>[number]

const toExport = ({ asked_at, done_at, ...row }: ExportRow): Export => ({
  ...row,
  askedAt: asked_at,
  doneAt: done_at,
})

export const findExport = async (scope: Scope, surveyId: string): Promise<Export | undefined> => {
  const row = await selectExport(scope, surveyId).executeTakeFirst()
  return row && toExport(row)
}

/** The same, held until the end of the transaction: nobody else writes the same piece. */
export const lockExport = async (scope: Scope, surveyId: string): Promise<Export | undefined> => {
  const row = await selectExport(scope, surveyId).forUpdate().executeTakeFirst()
  return row && toExport(row)
}

/** How many answers the last file held; undefined where none was ever made. 1 query. */
export const findExportedAnswers = async (
  scope: Scope,
  surveyId: string,
): Promise<number | undefined> => {
  const row = await scope.db
    .selectFrom('surveys')
    .select('exported_answers')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', surveyId)
    .executeTakeFirst()
  return row?.exported_answers ?? undefined
}

/** Begins a file in the place of an earlier one. */
export const replaceExport = async (
  scope: Scope,
  surveyId: string,
  asked: { readonly by: string; readonly answers: number },
): Promise<void> => {
  await deleteExport(scope, surveyId)
  await scope.db
    .updateTable('surveys')
    .set({ exported_answers: asked.answers })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', surveyId)
    .execute()
  await scope.db
    .insertInto('survey_exports')
    .values({
      city_id: scope.city.id,
      survey_id: surveyId,
      asked_by: asked.by,
      asked_at: scope.now,
      answers: asked.answers,
    })
    .execute()
}

const deleteExport = async (scope: Scope, surveyId: string): Promise<void> => {
  await scope.db
    .deleteFrom('survey_exports')
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .execute()
}

/** Forgets files that were asked for before that moment. */
export const deleteOldExports = async (scope: Scope, before: Date): Promise<void> => {
  await scope.db
    .deleteFrom('survey_exports')
    .where('city_id', '=', scope.city.id)
    .where('asked_at', '<', before)
    .execute()
}

/** The next answers in the order of their ids, which tells nothing. 1 query. */
export const listAnswersAfter = async (
  scope: Scope,
  surveyId: string,
  { after, most }: { readonly after: string; readonly most: number },
): Promise<
  readonly { readonly id: string; readonly mode: string; readonly codes: readonly number[] }[]
> => {
  // As one text: an array of bigints would be read number by number into strings first.
  const { rows } = await sql<{ id: string; mode: string; codes: string }>`
    SELECT id, mode, array_to_string(codes, ',') AS codes FROM survey_answers
    WHERE city_id = ${scope.city.id} AND survey_id = ${surveyId} AND id > ${after}
    ORDER BY id LIMIT ${most}`.execute(scope.db)
  return rows.map(({ id, mode, codes }) => ({ id, mode, codes: codes.split(',').map(Number) }))
}

/** Keeps a piece, and where the next one begins. */
export const insertPiece = async (
  scope: Scope,
  surveyId: string,
  piece: {
    readonly bytes: Uint8Array
    readonly rows: number
    readonly after: string
    readonly isLast: boolean
  },
): Promise<void> => {
  await sql`INSERT INTO survey_export_pieces (city_id, survey_id, number, bytes)
    SELECT ${scope.city.id}, ${surveyId}, coalesce(max(number), 0) + 1, ${Buffer.from(piece.bytes)}::bytea
    FROM survey_export_pieces WHERE city_id = ${scope.city.id} AND survey_id = ${surveyId}`.execute(
    scope.db,
  )
  await scope.db
    .updateTable('survey_exports')
    .set((row) => ({
      rows: row('rows', '+', piece.rows),
      after: piece.after,
      done_at: piece.isLast ? scope.now : null,
    }))
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .execute()
}

/** One piece of a file that is done; undefined behind the last. 1 query. */
export const findPiece = async (
  scope: Scope,
  surveyId: string,
  number: number,
): Promise<Buffer | undefined> => {
  const row = await scope.db
    .selectFrom('survey_export_pieces as p')
    .innerJoin('survey_exports as e', (on) =>
      on.onRef('e.city_id', '=', 'p.city_id').onRef('e.survey_id', '=', 'p.survey_id'),
    )
    .select('p.bytes')
    .where('p.city_id', '=', scope.city.id)
    .where('p.survey_id', '=', surveyId)
    .where('p.number', '=', number)
    .where('e.done_at', 'is not', null)
    .executeTakeFirst()
  return row?.bytes
}
