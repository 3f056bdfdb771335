import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { matchFor, matchingIn, type Question } from '../../publishing/index.ts'
import {
  type DirectoryCounts,
  type DirectoryFilter,
  type FlagFacet,
  type ListedGroup,
  type ListFacet,
  pageSize,
  type Sort,
} from '../directory.ts'
import { groupKind } from '../group.ts'

/** More groups than any city has registered: a list of words finds no more than this, and counts no further. */
export const countedAtMost = 10_000

/** What is asked: the filter, and the words of its box taken apart; undefined where there are none. */
export type DirectoryAsk = {
  readonly filter: DirectoryFilter
  readonly question: Question | undefined
}

/** The groups that hold the words, with how well they do, by the index of the whole search. */
const hitsOf = (scope: Scope, question: Question) => {
  const year = Number(tokyoDayOf(scope.now).slice(0, 4))
  const match = matchFor(question, { cityId: scope.city.id, kind: groupKind, year })
  return matchingIn(match, countedAtMost + 1)
}

const columns: Readonly<Record<ListFacet, RawBuilder<unknown>>> = {
  field: sql`g.fields`,
  form: sql`ARRAY[g.legal_form]`,
  area: sql`g.areas`,
  day: sql`g.days`,
}
const flags: Readonly<Record<FlagFacet, RawBuilder<SqlBool>>> = {
  recruiting: sql<SqlBool>`g.recruiting`,
  beginners: sql<SqlBool>`g.beginners`,
  joint: sql<SqlBool>`(g.joint_projects > 0)`,
}

type Condition = { readonly facet: ListFacet | FlagFacet; readonly holds: RawBuilder<SqlBool> }

const conditionsOf = (filter: DirectoryFilter): readonly Condition[] => [
  ...(Object.keys(columns) as ListFacet[])
    .filter((facet) => filter[facet].length > 0)
    .map((facet) => ({
      facet,
      holds: sql<SqlBool>`${columns[facet]} && ${[...filter[facet]]}::text[]`,
    })),
  ...(Object.keys(flags) as FlagFacet[])
    .filter((facet) => filter[facet])
    .map((facet) => ({ facet, holds: flags[facet] })),
]

const all = (conditions: readonly Condition[]): RawBuilder<SqlBool> =>
  conditions.length === 0
    ? sql<SqlBool>`true`
    : sql<SqlBool>`${sql.join(
        conditions.map(({ holds }) => holds),
        sql` AND `,
      )}`

const orders: Readonly<Record<Sort, RawBuilder<unknown>>> = {
  match: sql`h.weight DESC, h.happened_on DESC, g.name_kana, g.id`,
  reading: sql`g.name_kana, g.id`,
  newest: sql`g.registered_on DESC, g.id`,
  changed: sql`coalesce(g.face_changed_at, g.created_at) DESC, g.id`,
  members: sql`g.public_members DESC NULLS LAST, g.name_kana, g.id`,
}

type Row = Omit<ListedGroup, 'nameKana' | 'jointProjects' | 'summary'> & {
  readonly name_kana: string
  readonly joint_projects: number
  readonly summary: Bilingual | null
  readonly told: Bilingual | null
}

/** One page of the directory. 1 query. */
export const listGroups = async (scope: Scope, ask: DirectoryAsk): Promise<ListedGroup[]> => {
  const { filter, question } = ask
  const sort = filter.sort === 'match' && !question ? 'reading' : filter.sort
  const { rows } = await sql<Row>`
    SELECT g.id, g.name, g.name_kana, g.recruiting, g.beginners, g.joint_projects, g.fields, g.areas, g.days,
      g.public_profile -> 'summary' AS summary, g.introduction -> 'texts' -> 'catch' AS told
    FROM groups g ${question ? sql`JOIN (${hitsOf(scope, question)}) h ON h.id = g.id` : sql``}
    WHERE g.city_id = ${scope.city.id} AND g.state = 'approved' AND ${all(conditionsOf(filter))}
    ORDER BY ${orders[sort]} LIMIT ${pageSize} OFFSET ${(filter.page - 1) * pageSize}`.execute(
    scope.db,
  )
  return rows.map(({ name_kana, joint_projects, summary, told, ...row }) => ({
    ...row,
    nameKana: name_kana,
    jointProjects: joint_projects,
    summary: told ?? summary ?? { ja: '', en: '' },
  }))
}

/** Groups that every other facet lets through, counted by the values of this one. */
const countValues = (facet: ListFacet, conditions: readonly Condition[]) => sql`
  SELECT ${sql.lit(facet)} AS facet, v.value, count(*)::integer AS n
  FROM base g, unnest(${columns[facet]}) AS v (value)
  WHERE ${all(conditions.filter((one) => one.facet !== facet))} GROUP BY v.value`

const countFlag = (facet: FlagFacet, conditions: readonly Condition[]) => sql`
  SELECT ${sql.lit(facet)} AS facet, '' AS value, count(*)::integer AS n FROM base g
  WHERE ${flags[facet]} AND ${all(conditions.filter((one) => one.facet !== facet))}`

/** The numbers beside every value, in one pass over an index that holds nothing else. 1 query. */
export const countDirectory = async (
  scope: Scope,
  { filter, question }: DirectoryAsk,
): Promise<DirectoryCounts> => {
  const conditions = conditionsOf(filter)
  const facets = sql`g.id, g.fields, g.legal_form, g.areas, g.days, g.recruiting, g.beginners, g.joint_projects`
  const registered = sql`g.city_id = ${scope.city.id} AND g.state = 'approved'`
  const { rows } = await sql<{ facet: string; value: string; n: number }>`
    WITH base AS MATERIALIZED (
      SELECT ${facets} FROM groups g
      ${question ? sql`JOIN (${hitsOf(scope, question)}) h ON h.id = g.id` : sql``} WHERE ${registered}
    )
    SELECT 'found' AS facet, '' AS value, count(*)::integer AS n FROM base g WHERE ${all(conditions)}
    UNION ALL SELECT 'held', '', count(*)::integer FROM base
    UNION ALL SELECT 'unplaced', '', count(*)::integer FROM base g
      WHERE g.areas = '{}' AND ${all(conditions.filter(({ facet }) => facet !== 'area'))}
    UNION ALL SELECT 'total', '', count(*)::integer FROM groups g WHERE ${registered}
    UNION ALL ${sql.join(
      [
        ...(Object.keys(columns) as ListFacet[]).map((facet) => countValues(facet, conditions)),
        ...(Object.keys(flags) as FlagFacet[]).map((facet) => countFlag(facet, conditions)),
      ],
      sql` UNION ALL `,
    )}`.execute(scope.db)
  const one = (facet: string): number => rows.find((row) => row.facet === facet)?.n ?? 0
  const byValue = (facet: ListFacet) =>
    new Map(rows.filter((row) => row.facet === facet).map(({ value, n }) => [value, n]))
  return {
    found: Math.min(one('found'), countedAtMost),
    held: Math.min(one('held'), countedAtMost),
    more: one('held') > countedAtMost,
    total: one('total'),
    unplaced: one('unplaced'),
    byValue: {
      field: byValue('field'),
      form: byValue('form'),
      area: byValue('area'),
      day: byValue('day'),
    },
    byFlag: {
      recruiting: one('recruiting'),
      beginners: one('beginners'),
      joint: one('joint'),
    },
  }
}

/** How many groups are registered in the city today. */
export const countGroups = async (scope: Scope): Promise<number> => {
  const row = await scope.db
    .selectFrom('groups')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('city_id', '=', scope.city.id)
    .where('state', '=', 'approved')
    .executeTakeFirstOrThrow()
  return row.n
}
