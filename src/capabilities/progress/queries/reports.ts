import { assertWriting, type Scope } from '#data/scope.ts'
import { nameOf } from '#kernel/actor.ts'
import type { Draft, Figures, Report, Task, Verdict } from '../report.ts'
import { type ItemRow, itemColumns, toItem } from './items.ts'

const reportColumns = [
  'r.part_id',
  'r.leads',
  'r.results',
  'r.next_step',
  'r.grade',
  'r.figures',
  'r.version',
  'r.verdict',
  'r.verdict_reason',
  'r.written_by',
  'r.written_at',
] as const

type ReportRow = {
  no: string
  part_id: string
  leads: boolean
  results: string
  next_step: string
  grade: string | null
  figures: unknown
  version: number
  verdict: string
  verdict_reason: string
  written_by: string
  written_at: Date | null
}

export const toReport = (row: ReportRow): Report => ({
  no: row.no,
  partId: row.part_id,
  leads: row.leads,
  results: row.results,
  next: row.next_step,
  grade: row.grade ?? '',
  figures: row.figures as Figures,
  version: row.version,
  verdict: row.verdict as Verdict,
  verdictReason: row.verdict_reason,
  writtenBy: row.written_by,
  writtenAt: row.written_at,
})

const withItems = (scope: Scope) =>
  scope.db
    .selectFrom('progress_reports as r')
    .innerJoin('progress_items as i', (on) =>
      on
        .onRef('i.city_id', '=', 'r.city_id')
        .onRef('i.round_id', '=', 'r.round_id')
        .onRef('i.no', '=', 'r.no'),
    )
    .select([...itemColumns, ...reportColumns])
    .where('r.city_id', '=', scope.city.id)

const toTask = (row: ItemRow & ReportRow): Task => ({ item: toItem(row), report: toReport(row) })

/** A department's items in the order of the plan, with what it has written. 1 query. */
export const listTasks = async (scope: Scope, partId: string): Promise<readonly Task[]> => {
  const rows = await withItems(scope)
    .where('r.part_id', '=', partId)
    .orderBy('i.position')
    .execute()
  return rows.map(toTask)
}

/** What every department has written in a round, with whose it is and how far it has come. 1 query. */
export type RoundReport = Task & {
  readonly department: string
  readonly state: string
  readonly sentAt: Date | null
}

export const listRoundReports = async (
  scope: Scope,
  roundId: string,
): Promise<readonly RoundReport[]> => {
  const rows = await withItems(scope)
    .innerJoin('progress_parts as p', (on) =>
      on.onRef('p.city_id', '=', 'r.city_id').onRef('p.id', '=', 'r.part_id'),
    )
    .select(['p.department', 'p.state', 'p.sent_at'])
    .where('r.round_id', '=', roundId)
    .orderBy('i.position')
    .orderBy('r.leads', 'desc')
    .orderBy('p.department')
    .execute()
  return rows.map((row) => ({
    ...toTask(row),
    department: row.department,
    state: row.state,
    sentAt: row.sent_at,
  }))
}

/** What was reported of an item the last time before a year, and by whom. */
export type Earlier = Report & { readonly fiscalYear: number; readonly department: string }

/**
 * By the item's number of that year: what the department itself has written of it the last time, under whatever
 * number and in whichever version of the plan; where another department led the item by then, what that one had
 * published. 1 query.
 */
export const listEarlier = async (
  scope: Scope,
  of: { readonly planId: string; readonly before: number; readonly department: string },
): Promise<ReadonlyMap<string, Earlier>> => {
  const rows = await scope.db
    .selectFrom('progress_reports as r')
    .innerJoin('progress_parts as p', (on) =>
      on.onRef('p.city_id', '=', 'r.city_id').onRef('p.id', '=', 'r.part_id'),
    )
    .innerJoin('progress_rounds as o', (on) =>
      on.onRef('o.city_id', '=', 'r.city_id').onRef('o.id', '=', 'r.round_id'),
    )
    .innerJoin('progress_items as i', (on) =>
      on
        .onRef('i.city_id', '=', 'r.city_id')
        .onRef('i.round_id', '=', 'r.round_id')
        .onRef('i.no', '=', 'r.no'),
    )
    .leftJoin('progress_rounds as c', (on) =>
      on
        .onRef('c.city_id', '=', 'r.city_id')
        .on('c.plan_id', '=', of.planId)
        .on('c.fiscal_year', '=', of.before),
    )
    .leftJoin('progress_items as n', (on) =>
      on
        .onRef('n.city_id', '=', 'c.city_id')
        .onRef('n.round_id', '=', 'c.id')
        .onRef('n.key', '=', 'i.key'),
    )
    .distinctOn('i.key')
    .select(['r.no', ...reportColumns, 'o.fiscal_year', 'p.department', 'n.no as no_now'])
    .where('r.city_id', '=', scope.city.id)
    .where('o.series', 'in', (from) =>
      from
        .selectFrom('progress_rounds as s')
        .select('s.series')
        .where('s.city_id', '=', scope.city.id)
        .where('s.plan_id', '=', of.planId),
    )
    .where((is) => is.or([is('c.id', 'is', null), is('n.no', 'is not', null)]))
    .where('o.fiscal_year', '<', of.before)
    .where('r.results', '<>', '')
    .where((is) =>
      is.or([
        is('p.department', '=', of.department),
        is.and([
          is('r.leads', '=', true),
          is('p.state', '=', 'accepted'),
          is('o.state', '=', 'published'),
        ]),
      ]),
    )
    .orderBy('i.key')
    .orderBy('o.fiscal_year', 'desc')
    .orderBy((is) => is('p.department', '=', of.department), 'desc')
    .execute()
  return new Map(
    rows.map(({ fiscal_year, department, no_now, ...row }) => [
      no_now ?? row.no,
      { ...toReport(row), fiscalYear: fiscal_year, department },
    ]),
  )
}

/** One statement takes so many values and no more; a plan of many items that all departments report has more. */
const rowsAtOnce = 5_000

export const insertReports = async (
  scope: Scope,
  roundId: string,
  reports: readonly Pick<Report, 'partId' | 'no' | 'leads'>[],
): Promise<void> => {
  assertWriting(scope)
  for (let from = 0; from < reports.length; from += rowsAtOnce)
    await scope.db
      .insertInto('progress_reports')
      .values(
        reports.slice(from, from + rowsAtOnce).map(({ partId, no, leads }) => ({
          city_id: scope.city.id,
          part_id: partId,
          round_id: roundId,
          no,
          leads,
        })),
      )
      .execute()
}

/** Writes one item, if nobody has written it since. @returns false when somebody has */
export const writeReport = async (
  scope: Scope,
  at: Pick<Report, 'partId' | 'no' | 'version'>,
  draft: Draft,
): Promise<boolean> => {
  assertWriting(scope)
  const written = await scope.db
    .updateTable('progress_reports')
    .set((old) => ({
      results: draft.results,
      next_step: draft.next,
      grade: draft.grade === '' ? null : draft.grade,
      figures: JSON.stringify(draft.figures),
      version: old('version', '+', 1),
      // Written anew it may be sent again; what the office asked for stays beside it until then.
      verdict: '',
      written_by: nameOf(scope.actor),
      written_at: scope.now,
    }))
    .where('city_id', '=', scope.city.id)
    .where('part_id', '=', at.partId)
    .where('no', '=', at.no)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return written.numUpdatedRows > 0n
}

/** What the office found of one item. */
export const writeVerdict = async (
  scope: Scope,
  at: Pick<Report, 'partId' | 'no'>,
  found: { readonly verdict: Verdict; readonly reason: string },
): Promise<void> => {
  assertWriting(scope)
  await scope.db
    .updateTable('progress_reports')
    .set({ verdict: found.verdict, verdict_reason: found.reason })
    .where('city_id', '=', scope.city.id)
    .where('part_id', '=', at.partId)
    .where('no', '=', at.no)
    .execute()
}
