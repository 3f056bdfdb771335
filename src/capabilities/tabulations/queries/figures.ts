import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { CrossPair, StoredCross, StoredNumber } from '../build.ts'
import type { ChoiceCount } from '../counting.ts'

/** Which tabulation figures belong to. */
export type TabulationKey = { readonly surveyId: string; readonly number: number }

export type SlotCount = ChoiceCount & { readonly slot: number }

const insertSize = 2_000

/** Keeps the counts of all questions. */
export const insertCounts = async (
  scope: Scope,
  { surveyId, number }: TabulationKey,
  counts: readonly SlotCount[],
): Promise<void> => {
  for (let from = 0; from < counts.length; from += insertSize)
    await scope.db
      .insertInto('tabulation_counts')
      .values(
        counts.slice(from, from + insertSize).map((count) => ({
          city_id: scope.city.id,
          survey_id: surveyId,
          number,
          ...count,
        })),
      )
      .execute()
}

export const insertNumbers = async (
  scope: Scope,
  { surveyId, number }: TabulationKey,
  numbers: readonly StoredNumber[],
): Promise<void> => {
  if (numbers.length === 0) return
  await scope.db
    .insertInto('tabulation_numbers')
    .values(numbers.map((one) => ({ city_id: scope.city.id, survey_id: surveyId, number, ...one })))
    .execute()
}

const integers = (values: readonly (number | null)[]): RawBuilder<number[]> => sql`${values}::int[]`

export const insertCrosses = async (
  scope: Scope,
  { surveyId, number }: TabulationKey,
  crosses: readonly StoredCross[],
): Promise<void> => {
  if (crosses.length === 0) return
  await scope.db
    .insertInto('tabulation_crosses')
    .values(
      crosses.map((cross) => ({
        city_id: scope.city.id,
        survey_id: surveyId,
        number,
        slot: cross.slot,
        axis: cross.axis,
        row_choices: integers(cross.rowChoices),
        column_choices: integers(cross.columnChoices),
        bases: integers(cross.bases),
        totals: integers(cross.totals),
        counts: integers(cross.counts),
      })),
    )
    .execute()
}

/** Counts of all questions by their slots. 1 query. */
export const listCounts = async (
  scope: Scope,
  { surveyId, number }: TabulationKey,
): Promise<ReadonlyMap<number, readonly ChoiceCount[]>> => {
  const rows = await scope.db
    .selectFrom('tabulation_counts')
    .select(['slot', 'choice', 'count'])
    .where('city_id', '=', scope.city.id)
    .where('survey_id', '=', surveyId)
    .where('number', '=', number)
    .orderBy('slot')
    .execute()
  return Map.groupBy(rows, ({ slot }) => slot)
}

/** Which cross tables are read: all of them, those of one axis, none. */
export type CrossesAsked = 'all' | 'none' | { readonly axis: number }

type Shown = {
  readonly crosses: readonly StoredCross[]
  /** Which tables there are, whether or not they were read. */
  readonly pairs: readonly CrossPair[]
  readonly numbers: readonly StoredNumber[]
}

type ShownRow = { readonly [Part in keyof Shown]: Shown[Part] | null }

/** Cross tables and sums of numbers, both at once. 1 query. */
export const findShown = async (
  scope: Scope,
  { surveyId, number }: TabulationKey,
  asked: CrossesAsked = 'all',
): Promise<Shown> => {
  const here = sql`x.city_id = ${scope.city.id} AND x.survey_id = ${surveyId} AND x.number = ${number}`
  const wanted = typeof asked === 'object' ? sql`x.axis = ${asked.axis}` : sql.lit(asked === 'all')
  const { rows } = await sql<ShownRow>`
    SELECT (SELECT json_agg(json_build_object('slot', x.slot, 'axis', x.axis,
        'rowChoices', x.row_choices, 'columnChoices', x.column_choices, 'bases', x.bases,
        'totals', x.totals, 'counts', x.counts) ORDER BY x.slot, x.axis)
      FROM tabulation_crosses x WHERE ${here} AND ${wanted}) AS crosses,
    (SELECT json_agg(json_build_object('slot', x.slot, 'axis', x.axis) ORDER BY x.slot, x.axis)
      FROM tabulation_crosses x WHERE ${here}) AS pairs,
    (SELECT json_agg(json_build_object('slot', x.slot, 'answered', x.answered,
        'total', x.total::text, 'median', x.median::text))
      FROM tabulation_numbers x WHERE ${here}) AS numbers`.execute(scope.db)
  const [row] = rows
  return { crosses: row?.crosses ?? [], pairs: row?.pairs ?? [], numbers: row?.numbers ?? [] }
}
