import { sql } from 'kysely'
import { assertWriting, type Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { partKind, type Round } from '../round.ts'

/** A share that a department has still to send, and by when. */
export type AwaitedPart = {
  readonly id: string
  readonly department: string
  readonly round: Pick<Round, 'id' | 'planId' | 'fiscalYear' | 'planTitle'>
  /** Items without a text, or sent back. */
  readonly unwritten: number
  readonly dueOn: PlainDate
  readonly askedOn: PlainDate
  readonly remindedOn: PlainDate | null
}

const unwritten = sql<number>`(SELECT count(*)::int FROM progress_reports r WHERE r.city_id = p.city_id
  AND r.part_id = p.id AND (r.results = '' OR r.verdict = 'correct'))`

/** All shares of open rounds that wait for their department, held until the transaction ends. 1 query. */
export const listAwaitedParts = async (scope: Scope): Promise<readonly AwaitedPart[]> => {
  assertWriting(scope)
  const rows = await scope.db
    .selectFrom('progress_parts as p')
    .innerJoin('progress_rounds as o', (on) =>
      on.onRef('o.city_id', '=', 'p.city_id').onRef('o.id', '=', 'p.round_id'),
    )
    .innerJoin('tasks as t', (on) =>
      on
        .onRef('t.city_id', '=', 'p.city_id')
        .onRef('t.subject_id', '=', 'p.id')
        .on('t.subject_kind', '=', partKind)
        .on('t.closed_at', 'is', null),
    )
    .select(['p.id', 'p.department', 'p.reminded_on', 't.due_on', 't.opened_at'])
    .select(['o.id as round_id', 'o.plan_id', 'o.fiscal_year', 'o.definition'])
    .select(unwritten.as('unwritten'))
    .where('p.city_id', '=', scope.city.id)
    .where('o.state', '=', 'reporting')
    .where('p.state', 'in', ['writing', 'returned'])
    .where('t.due_on', 'is not', null)
    .orderBy('o.id')
    .orderBy('p.department')
    .forUpdate('p')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    department: row.department,
    round: {
      id: row.round_id,
      planId: row.plan_id,
      fiscalYear: row.fiscal_year,
      planTitle: (row.definition as { planTitle: Bilingual }).planTitle,
    },
    unwritten: row.unwritten,
    dueOn: row.due_on as PlainDate,
    askedOn: tokyoDayOf(row.opened_at),
    remindedOn: row.reminded_on as PlainDate | null,
  }))
}

/** Remembers that these departments were reminded today. */
export const markReminded = async (scope: Scope, ids: readonly string[]): Promise<void> => {
  await scope.db
    .updateTable('progress_parts')
    .set({ reminded_on: tokyoDayOf(scope.now) })
    .where('city_id', '=', scope.city.id)
    .where('id', 'in', [...ids])
    .execute()
}
