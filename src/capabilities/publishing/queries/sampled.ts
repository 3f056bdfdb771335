import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DB } from '#data/tables.ts'
import { sampledOf } from '../entry.ts'
import type { Commonness, Probe } from '../everywhere.ts'
import type { Match } from '../match.ts'

/** Exactly as the index of the sampled entries has it, or it would not be used; see `isSampled`. */
export const isSampledEntry: RawBuilder<boolean> = sql<boolean>`
  left(md5(e.city_id::text || '/' || e.kind || '/' || e.id), 2) = '00'`

/** Counted no further: 128 of 256th parts are 2 % of 1.6 million entries. */
const mostCounted = 128

const countSampled = (terms: string) => sql<number>`(SELECT count(*)::integer FROM (
  SELECT FROM public_entries e WHERE ${isSampledEntry} AND e.grams @@ ${terms}::tsquery
  LIMIT ${sql.lit(mostCounted)}) held)`

type Row = Readonly<Record<Probe, number>> & { readonly entries: number }

/** How common the words of a question are in all cities. 1 query of a small index. */
export const selectCommonness = async (
  db: Kysely<DB>,
  { probes }: Pick<Match, 'probes'>,
): Promise<Commonness> => {
  const { rows } = await sql<Row>`SELECT
    ${countSampled(probes.begins)} AS begins, ${countSampled(probes.inTitle)} AS "inTitle",
    ${countSampled(probes.typed)} AS typed, ${countSampled(probes.all)} AS "all",
    (SELECT reltuples::float8 FROM pg_class WHERE oid = 'public_entries'::regclass) AS entries`.execute(
    db,
  )
  const { entries, ...counted } = rows[0]!
  const heldBy = (sampled: number) => ({
    sampled,
    // Before the first count of the table nothing is known, and nothing is taken for common.
    share: entries > 0 ? Math.min(1, (sampled * sampledOf) / entries) : 0,
  })
  return {
    begins: heldBy(counted.begins),
    inTitle: heldBy(counted.inTitle),
    typed: heldBy(counted.typed),
    all: heldBy(counted.all),
  }
}
