import { sql } from 'kysely'
import { assertWriting, type Scope } from '#data/scope.ts'
import { newId } from '#kernel/ids.ts'
import {
  directionOf,
  type OfferField,
  type OfferLines,
  offerFields,
  titleOfLine,
} from '../offers.ts'

type Recorded = { group_id: string; offers: string[]; needs: string[] }

const listLines = async (
  scope: Scope,
  ids: readonly string[],
  holds: ReturnType<typeof sql>,
): Promise<ReadonlyMap<string, OfferLines>> => {
  if (ids.length === 0) return new Map()
  const titles = (direction: string) =>
    sql`coalesce(array_agg(o.title ORDER BY o.created_at, o.id) FILTER (WHERE o.direction = ${direction}), '{}')`
  const { rows } = await sql<Recorded>`
    SELECT o.group_id, ${titles('offer')} AS offers, ${titles('want')} AS needs FROM group_offers o
    WHERE o.city_id = ${scope.city.id} AND o.group_id = ANY (${ids}::text[]) AND o.closed_at IS NULL
      AND o.title <> '' AND ${holds} GROUP BY o.group_id`.execute(scope.db)
  return new Map(rows.map(({ group_id, offers, needs }) => [group_id, { offers, needs }]))
}

/** What a registration says: not the drafts that a group writes on the page of its offers. */
const isSaid = sql<boolean>`(o.published_at IS NOT NULL OR o.from_registration)`

/** What groups offer and look for now, for those who read or write the registration. 1 query. */
export const listOfferLines = (scope: Scope, ids: readonly string[]) =>
  listLines(scope, ids, isSaid)

/** The same as far as everyone reads it. 1 query. */
export const listPublicOfferLines = (scope: Scope, ids: readonly string[]) =>
  listLines(scope, ids, sql`o.published_at IS NOT NULL AND o.moderation = 'shown'`)

/** What a registration says that a group offers and looks for. */
export type ToldOffers = {
  readonly id: string
  readonly lines: OfferLines
  /** Boxes that everyone may read; what the others say waits as a draft. */
  readonly open: readonly OfferField[]
}

type Side = {
  readonly id: string
  readonly direction: 'offer' | 'want'
  readonly lines: readonly string[]
}

/** Closes what no line names any more. */
const closeOthers = async (scope: Scope, sides: readonly Side[]): Promise<void> => {
  const asked = JSON.stringify(
    sides.map(({ id, direction, lines }) => ({ id, direction, titles: lines.map(titleOfLine) })),
  )
  await sql`UPDATE group_offers o SET closed_at = ${scope.now}, outcome = 'withdrawn', updated_at = ${scope.now}
    FROM jsonb_to_recordset(${asked}::jsonb) AS a (id text, direction text, titles text[])
    WHERE o.city_id = ${scope.city.id} AND o.group_id = a.id AND o.direction = a.direction
      AND o.closed_at IS NULL AND ${isSaid} AND o.title <> '' AND o.title <> ALL (a.titles)`.execute(
    scope.db,
  )
}

/**
 * Makes a record of every line that has none. Where the lines are `all` that the group says, what no line names any more
 * is closed; `more` leaves it; of `new` groups nothing is recorded yet. A record that stays keeps what was said of it
 * elsewhere. 2 queries at most.
 */
export const recordOffers = async (
  scope: Scope,
  told: readonly ToldOffers[],
  lines: 'all' | 'more' | 'new',
): Promise<void> => {
  assertWriting(scope)
  const sides = told.flatMap(({ id, lines: said, open }) =>
    offerFields.map((field) => ({
      id,
      direction: directionOf[field],
      open: open.includes(field),
      lines: said[field],
    })),
  )
  if (lines === 'all') await closeOthers(scope, sides)
  const rows = sides.flatMap(({ id, direction, open, lines: titles }) =>
    titles.map((line, place) => {
      const title = titleOfLine(line)
      const body = title === line ? '' : line
      return { id: newId(), group: id, direction, title, body, open, place }
    }),
  )
  if (rows.length === 0) return
  const isUnsaid =
    lines === 'new'
      ? sql`true`
      : sql`NOT EXISTS (SELECT FROM group_offers o WHERE o.city_id = ${scope.city.id} AND o.group_id = r."group"
          AND o.direction = r.direction AND o.title = r.title AND o.closed_at IS NULL AND ${isSaid})`
  await sql`INSERT INTO group_offers (city_id, id, group_id, direction, title, body, published_at, from_registration, created_at, updated_at)
    SELECT ${scope.city.id}, r.id, r."group", r.direction, r.title, r.body,
      CASE WHEN r.open THEN ${scope.now}::timestamptz END, true,
      ${scope.now}::timestamptz + r.place * interval '1 microsecond', ${scope.now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r (id text, "group" text, direction text, title text, body text, open boolean, place integer)
    WHERE ${isUnsaid}`.execute(scope.db)
}
