import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { askAlone, type Question, question } from '#data/together.ts'
import { accountOf } from '#kernel/actor.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { isId, newId } from '#kernel/ids.ts'
import type { Yen } from '#kernel/money.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { CallHead, CallState } from '../../programmes/index.ts'
import { pageSize, type ThemeFilter } from '../listing.ts'
import type { Theme, ThemeState } from '../theme.ts'

/** Themes with their call and the issue they came from: one query for every page about them. */
const themeRows = (scope: Scope) =>
  scope.db
    .selectFrom('themes as t')
    .leftJoin('calls as c', (on) =>
      on.onRef('c.city_id', '=', 't.city_id').onRef('c.id', '=', 't.call_id'),
    )
    .leftJoin('issues as i', (on) =>
      on.onRef('i.city_id', '=', 't.city_id').onRef('i.id', '=', 't.issue_id'),
    )
    .select([
      't.id',
      't.state',
      't.department',
      't.title',
      't.summary',
      't.cap',
      't.issue_id',
      't.published_at',
      't.updated_at',
      'c.id as call_id',
      'c.title_ja as call_title_ja',
      'c.title_en as call_title_en',
      'c.state as call_state',
      'c.opens_on',
      'c.closes_on',
      'c.closes_at',
      'c.calendar',
      sql<string | null>`c.definition ->> 'consultation'`.as('consultation'),
      sql<string | null>`CASE WHEN i.state IN ('published', 'closed') THEN i.title END`.as(
        'issue_title',
      ),
    ])
    .where('t.city_id', '=', scope.city.id)

type ThemeRow = Awaited<ReturnType<ReturnType<typeof themeRows>['execute']>>[number]

const toTheme = (row: ThemeRow): Theme => ({
  id: row.id,
  state: row.state as ThemeState,
  department: row.department,
  title: row.title,
  summary: row.summary,
  cap: row.cap,
  call: row.call_id
    ? {
        id: row.call_id,
        title: { ja: row.call_title_ja ?? '', en: row.call_title_en ?? '' },
        state: row.call_state as CallState,
        opensOn: row.opens_on as PlainDate,
        closesOn: row.closes_on as PlainDate,
        closesAt: row.closes_at?.slice(0, 5) ?? null,
        calendar: row.calendar as CallHead['calendar'],
        consultation: row.consultation as CallHead['consultation'],
      }
    : null,
  issue: row.issue_id ? { id: row.issue_id, title: row.issue_title } : null,
  publishedAt: row.published_at,
  updatedAt: row.updated_at,
})

export const findTheme = async (scope: Scope, id: string): Promise<Theme | undefined> => {
  if (!isId(id)) return undefined
  const row = await themeRows(scope).where('t.id', '=', id).executeTakeFirst()
  return row && toTheme(row)
}

/** The theme, held until the transaction ends: two people who save at once come one after the other. */
export const lockTheme = async (scope: Scope, id: string): Promise<Theme> => {
  if (isId(id))
    await scope.db
      .selectFrom('themes')
      .select('id')
      .where('city_id', '=', scope.city.id)
      .where('id', '=', id)
      .forUpdate()
      .execute()
  return getTheme(scope, id)
}

/** @throws NotFound */
export const getTheme = async (scope: Scope, id: string): Promise<Theme> => {
  const theme = await findTheme(scope, id)
  if (!theme) throw new NotFound('theme')
  return theme
}

/** Published themes of a call, the oldest first. */
export const askOpenThemes = (scope: Scope, callId: string): Question<Theme[]> => {
  const statement = themeRows(scope)
    .where('t.call_id', '=', callId)
    .where('t.state', '=', 'published')
    .orderBy('t.published_at')
    .orderBy('t.id')
    .limit(200)
  return question(statement, (rows) =>
    rows.map((row) =>
      toTheme({
        ...row,
        published_at: row.published_at === null ? null : new Date(row.published_at),
        updated_at: new Date(row.updated_at),
      }),
    ),
  )
}

/** The same, asked alone. 1 query. */
export const listOpenThemes = (scope: Scope, callId: string): Promise<Theme[]> =>
  askAlone(scope, askOpenThemes(scope, callId))

const isAhead = (today: PlainDate) =>
  sql<boolean>`t.state = 'published' AND EXISTS (SELECT FROM calls x WHERE x.city_id = t.city_id AND x.id = t.call_id
    AND x.state IN ('planned', 'published') AND x.closes_on >= ${today})`

const found = (scope: Scope, filter: ThemeFilter) => {
  const ahead = isAhead(tokyoDayOf(scope.now))
  let query = themeRows(scope).where('t.state', '<>', 'draft')
  if (filter.department) query = query.where('t.department', '=', filter.department)
  if (filter.state === 'open') query = query.where(ahead)
  if (filter.state === 'closed') query = query.where(sql<boolean>`NOT (${ahead})`)
  return query
}

/** One page of public themes: those that can be answered first, then the newest. */
export const listThemes = async (scope: Scope, filter: ThemeFilter): Promise<Theme[]> => {
  const rows = await found(scope, filter)
    .orderBy(isAhead(tokyoDayOf(scope.now)), 'desc')
    .orderBy('t.published_at', 'desc')
    .orderBy('t.id')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .execute()
  return rows.map(toTheme)
}

/** How many public themes are found in all. */
export const countThemes = async (scope: Scope, filter: ThemeFilter): Promise<number> => {
  const row = await found(scope, filter)
    .clearSelect()
    .select((count) => count.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** Drafts of these departments, the last written first. */
export const listDrafts = async (
  scope: Scope,
  departments: readonly string[],
): Promise<Theme[]> => {
  if (departments.length === 0) return []
  const rows = await themeRows(scope)
    .where('t.state', '=', 'draft')
    .where('t.department', 'in', [...departments])
    .orderBy('t.updated_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(toTheme)
}

export type NewTheme = {
  readonly department: string
  readonly callId: string
  readonly issueId: string | null
  readonly title: string
}

export const insertTheme = async (scope: Scope, theme: NewTheme): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('themes')
    .values({
      city_id: scope.city.id,
      id,
      state: 'draft',
      department: theme.department,
      call_id: theme.callId,
      issue_id: theme.issueId,
      title: theme.title,
      created_by: accountOf(scope.actor),
      created_at: scope.now,
      updated_at: scope.now,
    })
    .execute()
  return id
}

/** What the sheet says of a theme for lists. */
export type ThemeHead = {
  readonly title: string
  readonly summary: string
  readonly cap: Yen | null
}

export const updateThemeHead = async (scope: Scope, id: string, head: ThemeHead): Promise<void> => {
  await scope.db
    .updateTable('themes')
    .set({ ...head, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

/** Moves a theme on. @returns false when it was no longer in the state it was seen in */
export const moveTheme = async (scope: Scope, theme: Theme, to: ThemeState): Promise<boolean> => {
  const result = await scope.db
    .updateTable('themes')
    .set({
      state: to,
      updated_at: scope.now,
      ...(to === 'published' && theme.publishedAt === null ? { published_at: scope.now } : {}),
    })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', theme.id)
    .where('state', '=', theme.state)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
