import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import {
  type Match,
  matchFor,
  matchingIn,
  type Question,
  weighedIn,
} from '../../publishing/index.ts'
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

/** What the index of the whole search is asked for the groups that hold the words. */
const matchOf = (scope: Scope, question: Question): Match => {
  const year = Number(tokyoDayOf(scope.now).slice(0, 4))
  return matchFor(question, { cityId: scope.city.id, kind: groupKind, year })
}

const mostHits = countedAtMost + 1

/** Only the order by match needs to know how well a group holds the words. */
const joinHits = (scope: Scope, question: Question | undefined, sort?: Sort) => {
  if (!question) return sql``
  const match = matchOf(scope, question)
  const hits = sort === 'match' ? weighedIn(match, mostHits) : matchingIn(match, mostHits)
  return sql`JOIN (${hits}) h ON h.id = g.id`
}

const columns: Readonly<Record<ListFacet, RawBuilder<unknown>>> = {
  field: sql`g.fields`,
  form: sql`ARRAY[g.public_legal_form]`,
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
  match: sql`h.weight DESC, h.happened_on DESC, g.name_order, g.name_kana, g.id`,
  reading: sql`g.name_order, g.name_kana, g.id`,
  newest: sql`g.registered_on DESC, g.id`,
  changed: sql`g.face_changed_at DESC NULLS LAST, g.id`,
  members: sql`g.public_members DESC NULLS LAST, g.name_order, g.name_kana, g.id`,
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
    SELECT g.id, g.name, g.name_kana, left(g.name_order, 1) AS head, g.recruiting, g.beginners, g.joint_projects, g.fields, g.areas, g.days,
      g.public_profile -> 'summary' AS summary, g.introduction -> 'texts' -> 'catch' AS told
    FROM groups g ${joinHits(scope, question, sort)}
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

type Tally = Record<'held' | 'found' | 'unplaced' | 'total' | FlagFacet, number> &
  Record<ListFacet, Readonly<Record<string, number>>>

/** The conditions besides those of one facet. */
const others = (conditions: readonly Condition[], facet: Condition['facet']) =>
  all(conditions.filter((one) => one.facet !== facet))

/** Groups that every other facet lets through, by the values of this one: equal lists are taken apart only once. */
const countValues = (facet: ListFacet, conditions: readonly Condition[]) => sql`
  (SELECT coalesce(jsonb_object_agg(c.value, c.n), '{}') FROM (
    SELECT v.value, sum(same.n)::integer AS n FROM (
      SELECT ${columns[facet]} AS chosen, count(*) AS n FROM base g
      WHERE ${others(conditions, facet)} GROUP BY 1
    ) same, unnest(same.chosen) AS v (value) GROUP BY v.value) c) AS ${sql.ref(facet)}`

const countFlag = (facet: FlagFacet, conditions: readonly Condition[]) => sql`
  count(*) FILTER (WHERE ${flags[facet]} AND ${others(conditions, facet)})::integer AS ${sql.ref(facet)}`

const listNames = Object.keys(columns) as ListFacet[]
const flagNames = Object.keys(flags) as FlagFacet[]

const tally = async (
  scope: Scope,
  question: Question | undefined,
  conditions: readonly Condition[],
): Promise<Tally> => {
  const registered = sql`g.city_id = ${scope.city.id} AND g.state = 'approved'`
  const total = question
    ? sql`(SELECT count(*)::integer FROM groups g WHERE ${registered})`
    : sql`count(*)::integer`
  const { rows } = await sql<Tally>`
    WITH base AS MATERIALIZED (
      SELECT g.id, g.fields, g.public_legal_form, g.areas, g.days, g.recruiting, g.beginners, g.joint_projects
      FROM groups g ${joinHits(scope, question)} WHERE ${registered}
    )
    SELECT count(*)::integer AS held, count(*) FILTER (WHERE ${all(conditions)})::integer AS found,
      count(*) FILTER (WHERE g.areas = '{}' AND ${others(conditions, 'area')})::integer AS unplaced,
      ${total} AS total,
      ${sql.join(flagNames.map((facet) => countFlag(facet, conditions)))},
      ${sql.join(listNames.map((facet) => countValues(facet, conditions)))}
    FROM base g`.execute(scope.db)
  return rows[0]!
}

/** The numbers beside every value, from an index that holds nothing else. 1 query. */
export const countDirectory = async (
  scope: Scope,
  { filter, question }: DirectoryAsk,
): Promise<DirectoryCounts> => {
  const counted = await tally(scope, question, conditionsOf(filter))
  const valuesOf = (facet: ListFacet) => new Map(Object.entries(counted[facet]))
  return {
    found: Math.min(counted.found, countedAtMost),
    held: Math.min(counted.held, countedAtMost),
    more: counted.held > countedAtMost,
    total: counted.total,
    unplaced: counted.unplaced,
    byValue: {
      field: valuesOf('field'),
      form: valuesOf('form'),
      area: valuesOf('area'),
      day: valuesOf('day'),
    },
    byFlag: {
      recruiting: counted.recruiting,
      beginners: counted.beginners,
      joint: counted.joint,
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
