import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { TallyQuery } from '#data/tally.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { datasetPartSize } from '#web/dataset.ts'
import type { Report, RoundItem } from '../report.ts'
import { itemColumns, toItem } from './items.ts'
import { toReport } from './reports.ts'

export const tallyPublished = (scope: Scope): TallyQuery =>
  sql`SELECT count(*) AS n, max(o.published_at) AS changed
    FROM progress_reports r
    JOIN progress_rounds o ON o.city_id = r.city_id AND o.id = r.round_id
    WHERE r.city_id = ${scope.city.id} AND o.state = 'published'`

/** One department's report of an item of a published year. */
export type PublishedReport = {
  readonly key: string
  readonly round: {
    readonly planId: string
    readonly planTitle: Bilingual
    readonly fiscalYear: number
    readonly sample: boolean
  }
  readonly item: RoundItem
  readonly department: string
  readonly leads: boolean
  readonly report: Report | undefined
  readonly late: boolean
}

const empty = {
  results: '',
  next_step: '',
  grade: null,
  figures: {},
  version: 0,
  verdict: '',
  verdict_reason: '',
  written_by: '',
  written_at: null,
} as const

/** The next reports of published years, after a key. What was not accepted is not read. 1 query. */
export const listPublished = async (
  scope: Scope,
  after: string | undefined,
): Promise<readonly PublishedReport[]> => {
  const key = sql<string>`r.part_id || '/' || r.no`
  let query = scope.db
    .selectFrom('progress_reports as r')
    .innerJoin('progress_rounds as o', (on) =>
      on.onRef('o.city_id', '=', 'r.city_id').onRef('o.id', '=', 'r.round_id'),
    )
    .innerJoin('progress_parts as p', (on) =>
      on.onRef('p.city_id', '=', 'r.city_id').onRef('p.id', '=', 'r.part_id'),
    )
    .innerJoin('progress_items as i', (on) =>
      on
        .onRef('i.city_id', '=', 'r.city_id')
        .onRef('i.round_id', '=', 'r.round_id')
        .onRef('i.no', '=', 'r.no'),
    )
    .leftJoin('progress_reports as a', (on) =>
      on
        .onRef('a.city_id', '=', 'r.city_id')
        .onRef('a.part_id', '=', 'r.part_id')
        .onRef('a.no', '=', 'r.no')
        .on('p.state', '=', 'accepted'),
    )
    .select([...itemColumns, key.as('key'), 'o.plan_id', 'o.fiscal_year', 'o.definition'])
    .select(['o.due_on', 'o.sample', 'p.department', 'p.sent_at', 'r.leads', 'a.part_id'])
    .select(['a.results', 'a.next_step', 'a.grade', 'a.figures'])
    .where('r.city_id', '=', scope.city.id)
    .where('o.state', '=', 'published')
    .orderBy(key)
    .limit(datasetPartSize)
  if (after !== undefined) query = query.where(key, '>', after)
  const rows = await query.execute()
  return rows.map((row) => {
    const given = row.part_id !== null && row.results !== null && row.results !== ''
    return {
      key: row.key,
      round: {
        planId: row.plan_id,
        planTitle: (row.definition as { planTitle: Bilingual }).planTitle,
        fiscalYear: row.fiscal_year,
        sample: row.sample,
      },
      item: toItem(row),
      department: row.department,
      leads: row.leads,
      report: given
        ? toReport({
            ...empty,
            no: row.no,
            part_id: row.part_id ?? '',
            leads: row.leads,
            results: row.results ?? '',
            next_step: row.next_step ?? '',
            grade: row.grade,
            figures: row.figures ?? {},
          })
        : undefined,
      late: given && row.sent_at !== null && tokyoDayOf(row.sent_at) > (row.due_on as PlainDate),
    }
  })
}
