import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Scale } from '#kernel/scale.ts'
import { itemIdentity } from '../../plans/index.ts'
import type { Report, RoundItem } from '../report.ts'
import { itemColumns, toItem } from './items.ts'
import { toReport } from './reports.ts'

/** What one department reported of an item in a published year. */
export type PastReport = {
  readonly roundId: string
  /** The version of the plan that was reported. */
  readonly planId: string
  readonly fiscalYear: number
  readonly dueOn: PlainDate
  readonly scale: Scale
  readonly department: string
  readonly item: RoundItem
  /** Undefined where nothing was accepted. */
  readonly report: Report | undefined
}

/**
 * An item over the years, as far as it is published, the latest first, under whatever number and in whichever version of
 * the plan it was reported. What was never accepted is not read at all. 1 query.
 */
export const listHistory = async (
  scope: Scope,
  planId: string,
  no: string,
): Promise<readonly PastReport[]> => {
  const rows = await scope.db
    .selectFrom('progress_rounds as o')
    .innerJoin('progress_items as i', (on) =>
      on.onRef('i.city_id', '=', 'o.city_id').onRef('i.round_id', '=', 'o.id'),
    )
    .innerJoin(itemIdentity(scope, planId, no).as('same'), (on) =>
      on.onRef('same.series', '=', 'o.series').onRef('same.key', '=', 'i.key'),
    )
    .innerJoin('progress_reports as x', (on) =>
      on
        .onRef('x.city_id', '=', 'i.city_id')
        .onRef('x.round_id', '=', 'i.round_id')
        .onRef('x.no', '=', 'i.no'),
    )
    .innerJoin('progress_parts as p', (on) =>
      on.onRef('p.city_id', '=', 'x.city_id').onRef('p.id', '=', 'x.part_id'),
    )
    .leftJoin('progress_reports as r', (on) =>
      on
        .onRef('r.city_id', '=', 'x.city_id')
        .onRef('r.part_id', '=', 'x.part_id')
        .onRef('r.no', '=', 'x.no')
        .on('p.state', '=', 'accepted'),
    )
    .select([...itemColumns, 'o.fiscal_year', 'o.due_on', 'o.definition', 'p.department'])
    .select(['o.id as round_id', 'o.plan_id'])
    .select(['x.leads', 'r.part_id', 'r.results', 'r.next_step', 'r.grade', 'r.figures'])
    .select(['r.version'])
    .where('o.city_id', '=', scope.city.id)
    .where('o.state', '=', 'published')
    .orderBy('o.fiscal_year', 'desc')
    .orderBy('o.opened_at', 'desc')
    .orderBy('x.leads', 'desc')
    .orderBy('p.department')
    // Four decades that every department of a large city reports.
    .limit(2_000)
    .execute()
  return rows.map((row) => ({
    roundId: row.round_id,
    planId: row.plan_id,
    fiscalYear: row.fiscal_year,
    dueOn: row.due_on as PlainDate,
    scale: (row.definition as { scale: Scale }).scale,
    department: row.department,
    item: toItem(row),
    report:
      row.part_id === null || !row.results
        ? undefined
        : toReport({
            no: row.no,
            part_id: row.part_id,
            leads: row.leads,
            results: row.results,
            next_step: row.next_step ?? '',
            grade: row.grade,
            figures: row.figures ?? {},
            version: row.version ?? 0,
            verdict: '',
            verdict_reason: '',
            written_by: '',
            written_at: null,
          }),
  }))
}

/** How often the leading departments gave each grade, in every published year of a plan, in all its versions. 1 query. */
export const countGrades = async (
  scope: Scope,
  series: string,
): Promise<
  readonly {
    readonly roundId: string
    readonly fiscalYear: number
    readonly grade: string
    readonly count: number
  }[]
> => {
  const rows = await scope.db
    .selectFrom('progress_rounds as o')
    .innerJoin('progress_reports as r', (on) =>
      on.onRef('r.city_id', '=', 'o.city_id').onRef('r.round_id', '=', 'o.id'),
    )
    .innerJoin('progress_parts as p', (on) =>
      on.onRef('p.city_id', '=', 'r.city_id').onRef('p.id', '=', 'r.part_id'),
    )
    .select((of) => [
      'o.id',
      'o.fiscal_year',
      of
        .case()
        .when('p.state', '=', 'accepted')
        .then(of.fn.coalesce('r.grade', of.val('')))
        .else('')
        .end()
        .as('given'),
      of.fn.countAll<number>().as('count'),
    ])
    .where('o.city_id', '=', scope.city.id)
    .where('o.series', '=', series)
    .where('o.state', '=', 'published')
    .where('r.leads', '=', true)
    .groupBy(['o.id', 'o.fiscal_year', 'given'])
    .execute()
  return rows.map(({ id, fiscal_year, given, count }) => ({
    roundId: id,
    fiscalYear: fiscal_year,
    grade: given,
    count: Number(count),
  }))
}
