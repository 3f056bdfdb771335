import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { type Question, question } from '#data/together.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { foldForSearch } from '#kernel/text.ts'
import {
  type ContinuationOutcome,
  type ContinuationRate,
  rateContinuation,
} from '../continuation.ts'
import { type Asked, type Census, type Origin, type Page, pageSize } from '../list.ts'
import type { ProjectHead, ProjectState } from '../project.ts'
import { selectHeads, toHead } from './project-row.ts'

type Heads = ReturnType<typeof selectHeads>

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

const narrow = (rows: Heads, { q, state, fiscalYear, department, mode }: Asked): Heads => {
  let query = rows
  const folded = foldForSearch(q ?? '')
  if (folded) query = query.where('j.search_text', 'like', `%${escapeLike(folded)}%`)
  if (state) query = query.where('j.state', '=', state)
  if (department) query = query.where('j.department', '=', department)
  if (mode) query = query.where(sql<boolean>`${mode} = ANY (j.modes)`)
  if (fiscalYear !== undefined)
    query = query
      .where('j.first_fiscal_year', '<=', fiscalYear)
      .where('j.last_fiscal_year', '>=', fiscalYear)
  return query
}

const overdue = (today: PlainDate) =>
  sql<string | null>`(SELECT min(t.due_on)::text FROM tasks t WHERE t.city_id = j.city_id
    AND t.subject_kind IN ('project', 'evaluation') AND t.subject_id = j.id
    AND t.closed_at IS NULL AND t.due_on < ${today})`

/** One page of projects, those that changed last first, with how many there are in all. */
export const listProjects = async (scope: Scope, asked: Asked): Promise<Page> => {
  const rows = await narrow(selectHeads(scope), asked)
    .select([
      (is) => is.fn.countAll<number>().over().as('total'),
      overdue(tokyoDayOf(scope.now)).as('overdue_since'),
    ])
    .orderBy('j.updated_at', 'desc')
    .orderBy('j.id')
    .limit(pageSize)
    .offset((asked.page - 1) * pageSize)
    .execute()
  return {
    projects: rows.map((row) => ({
      ...toHead(row),
      overdueSince: row.overdue_since as PlainDate | null,
    })),
    total: rows[0]?.total ?? 0,
  }
}

type CensusRow = { kind: string; key: string | null; n: number }

const countBy = (rows: readonly CensusRow[], kind: string): ReadonlyMap<string, number> =>
  new Map(rows.filter((row) => row.kind === kind).map(({ key, n }) => [key ?? '', n]))

/** Counts of the whole city, in one query. */
export const takeCensus = async (scope: Scope): Promise<Census> => {
  const { rows } = await sql<CensusRow>`
    SELECT 'state' AS kind, j.state AS key, count(*) AS n FROM projects j
      WHERE j.city_id = ${scope.city.id} GROUP BY j.state
    UNION ALL
    SELECT 'year', y.year::text, count(*) FROM projects j
      CROSS JOIN LATERAL generate_series(j.first_fiscal_year, j.last_fiscal_year) AS y (year)
      WHERE j.city_id = ${scope.city.id} GROUP BY y.year
    UNION ALL
    SELECT 'outcome', k.outcome, count(*) FROM projects j
      LEFT JOIN continuations k ON k.city_id = j.city_id AND k.project_id = j.id
      WHERE j.city_id = ${scope.city.id} AND j.state = 'completed' GROUP BY k.outcome`.execute(
    scope.db,
  )
  const outcomes = countBy(rows, 'outcome')
  const byState = countBy(rows, 'state') as ReadonlyMap<ProjectState, number>
  return {
    byState,
    projectYears: new Map(
      [...countBy(rows, 'year')]
        .map(([year, n]) => [Number(year), n] as const)
        .sort(([a], [b]) => b - a),
    ),
    rate: rateContinuation({
      byOutcome: Object.fromEntries([...outcomes].filter(([outcome]) => outcome !== '')) as Partial<
        Record<ContinuationOutcome, number>
      >,
      unrecorded: outcomes.get('') ?? 0,
      terminated: byState.get('terminated') ?? 0,
    }),
  }
}

/** Projects of a group, of a proposal, or that came from an issue or a theme; the newest fifty. */
export const askProjectsFrom = (scope: Scope, origin: Origin): Question<readonly ProjectHead[]> => {
  const statement = selectHeads(scope)
    .$if(origin.kind === 'group', (query) => query.where('j.group_id', '=', origin.id))
    .$if(origin.kind === 'proposal', (query) => query.where('j.proposal_id', '=', origin.id))
    .$if(origin.kind === 'theme' || origin.kind === 'issue', (query) =>
      query.where(
        sql<boolean>`EXISTS (SELECT FROM proposals p
          LEFT JOIN themes t ON t.city_id = p.city_id AND t.id = p.theme_id
          WHERE p.city_id = j.city_id AND p.id = j.proposal_id AND ${
            origin.kind === 'theme'
              ? sql`p.theme_id = ${origin.id}`
              : sql`${origin.id} IN (p.issue_id, t.issue_id)`
          })`,
      ),
    )
    .orderBy('j.first_fiscal_year', 'desc')
    .orderBy('j.id')
    .limit(pageSize)
  return question(statement, (rows) =>
    rows.map((row) => toHead({ ...row, updated_at: new Date(row.updated_at) })),
  )
}

/** 継続率 of the whole city, with everything it was made of. */
export const continuationRate = async (scope: Scope): Promise<ContinuationRate> =>
  (await takeCensus(scope)).rate
