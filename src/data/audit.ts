import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { type Actor, accountOf, nameOf } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Scope } from './scope.ts'
import { assertWriting } from './scope.ts'
import type { DB } from './tables.ts'

/** One change worth answering for. `before` and `after` hold only what changed, never secrets. */
export type AuditEntry = {
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly before?: unknown
  readonly after?: unknown
}

const roleOf = (actor: Actor): string =>
  actor.kind === 'person' ? actor.roles.join('+') || 'resident' : actor.kind

/** Writes the entry in the transaction of the change itself: either both are there or neither. */
export const audit = async (scope: Scope, entry: AuditEntry): Promise<void> => {
  assertWriting(scope)
  const id = newId()
  await scope.db
    .with('waiting', (db) =>
      db.insertInto('audit_waiting').values({ city_id: scope.city.id, entry_id: id }),
    )
    .insertInto('audit_entries')
    .values({
      city_id: scope.city.id,
      id,
      at: scope.now,
      account_id: accountOf(scope.actor),
      actor_name: nameOf(scope.actor),
      actor_role: roleOf(scope.actor),
      request_id: scope.requestId,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      before: entry.before === undefined ? null : JSON.stringify(entry.before),
      after: entry.after === undefined ? null : JSON.stringify(entry.after),
    })
    .execute()
}

type Sealable = { id: string; content: string }

/** The entry's content as the database prints it, so that sealing and verifying read the same bytes. */
const contentOf = sql<string>`jsonb_build_array(e.id, e.at, e.account_id, e.actor_name, e.actor_role, e.request_id, e.action, e.subject_kind, e.subject_id, e.before, e.after)::text`

const link = (previous: string, content: string): string =>
  createHash('sha256').update(previous).update('\n').update(content).digest('hex')

const origin = (cityId: number): string =>
  createHash('sha256').update(`tsunagu audit ${cityId}`).digest('hex')

/** Cities in which entries wait to be chained; reads nothing of cities in which nothing happened. */
export const listUnsealedCities = async (db: Kysely<DB>): Promise<ReadonlySet<number>> => {
  const rows = await db.selectFrom('audit_waiting').select('city_id').distinct().execute()
  return new Set(rows.map((row) => row.city_id))
}

/**
 * Chains entries that wait for it. Entries are written without waiting for each other; the chain follows a
 * moment later, in the order in which they became visible.
 * @returns how many were sealed
 */
export const sealAudit = async (scope: Scope, most = 5_000): Promise<number> => {
  await sql`SELECT pg_advisory_xact_lock(7420062, ${scope.city.id})`.execute(scope.db)
  const head = await scope.db
    .selectFrom('audit_seals')
    .select(['position', 'hash'])
    .where('city_id', '=', scope.city.id)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { rows } = await sql<Sealable>`
    SELECT e.id, ${contentOf} AS content FROM audit_waiting w
    JOIN audit_entries e ON e.city_id = w.city_id AND e.id = w.entry_id
    WHERE w.city_id = ${scope.city.id}
    ORDER BY e.at, e.id LIMIT ${most}`.execute(scope.db)
  let previous = head?.hash ?? origin(scope.city.id)
  const seals = rows.map((row, index) => {
    previous = link(previous, row.content)
    return {
      city_id: scope.city.id,
      position: Number(head?.position ?? 0) + index + 1,
      entry_id: row.id,
      hash: previous,
    }
  })
  if (seals.length === 0) return 0
  await scope.db.insertInto('audit_seals').values(seals).execute()
  await sql`DELETE FROM audit_waiting WHERE city_id = ${scope.city.id}
    AND entry_id = ANY (${rows.map((row) => row.id)}::text[])`.execute(scope.db)
  return seals.length
}

/** What {@link verifyAudit} found: how many are chained, and the first position that does not fit. */
export type AuditVerdict = {
  readonly sealed: number
  readonly unsealed: number
  readonly brokenAt: number | null
}

/** Recomputes the whole chain of the city from the entries themselves. */
export const verifyAudit = async (scope: Scope): Promise<AuditVerdict> => {
  const page = 5_000
  let previous = origin(scope.city.id)
  let sealed = 0
  for (;;) {
    const { rows } = await sql<{ position: number; hash: string; content: string | null }>`
      SELECT s.position, s.hash, ${contentOf} AS content FROM audit_seals s
      LEFT JOIN audit_entries e ON e.city_id = s.city_id AND e.id = s.entry_id
      WHERE s.city_id = ${scope.city.id} AND s.position > ${sealed} ORDER BY s.position LIMIT ${page}`.execute(
      scope.db,
    )
    for (const row of rows) {
      previous = link(previous, row.content ?? '')
      if (Number(row.position) !== sealed + 1 || row.hash !== previous)
        return { sealed, unsealed: 0, brokenAt: sealed + 1 }
      sealed += 1
    }
    if (rows.length < page) break
  }
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM audit_entries e WHERE e.city_id = ${scope.city.id}
      AND NOT EXISTS (SELECT FROM audit_seals s WHERE s.city_id = e.city_id AND s.entry_id = e.id)`.execute(
    scope.db,
  )
  return { sealed, unsealed: Number(rows[0]?.n ?? 0), brokenAt: null }
}
