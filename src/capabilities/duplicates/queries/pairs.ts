import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { accountOf, nameOf } from '#kernel/actor.ts'
import type { KeyKind } from '../folding.ts'
import { type Duplicate, liveStates, pairOf, type VerdictOnPair } from '../suspicion.ts'

/** Replaces the suspicions about groups by those found now; at most a few hundred at once. */
export const replaceSuspicions = async (
  scope: Scope,
  suspected: readonly { readonly id: string; readonly found: readonly Duplicate[] }[],
): Promise<void> => {
  if (suspected.length === 0) return
  const city_id = scope.city.id
  const ids = suspected.map(({ id }) => id)
  await scope.db
    .deleteFrom('duplicate_suspicions')
    .where('city_id', '=', city_id)
    .where((is) => is.or([is('one_id', 'in', ids), is('other_id', 'in', ids)]))
    .execute()
  // Two of them that are like each other are found twice, and are one pair.
  const pairs = new Map(
    suspected.flatMap(({ id, found }) =>
      found.map(({ group, kinds, points }) => {
        const [one_id, other_id] = pairOf(id, group.id)
        const told = { kinds: [...kinds], points, found_at: scope.now }
        return [`${one_id} ${other_id}`, { city_id, one_id, other_id, ...told }] as const
      }),
    ),
  )
  if (pairs.size === 0) return
  await scope.db
    .insertInto('duplicate_suspicions')
    .values([...pairs.values()])
    // The other of the two may be looked at in this very moment, and have found the same.
    .onConflict((same) =>
      same.columns(['city_id', 'one_id', 'other_id']).doUpdateSet((old) => ({
        kinds: old.ref('excluded.kinds'),
        points: old.ref('excluded.points'),
        found_at: old.ref('excluded.found_at'),
      })),
    )
    .execute()
}

/** Verdicts on this group and others, by the other's id. */
export const listVerdicts = async (
  scope: Scope,
  groupId: string,
): Promise<ReadonlyMap<string, VerdictOnPair>> => {
  const rows = await scope.db
    .selectFrom('duplicate_verdicts')
    .selectAll()
    .where('city_id', '=', scope.city.id)
    .where((is) => is.or([is('one_id', '=', groupId), is('other_id', '=', groupId)]))
    .execute()
  return new Map(
    rows.map((row) => [
      row.one_id === groupId ? row.other_id : row.one_id,
      {
        kinds: row.kinds as KeyKind[],
        reason: row.reason,
        deciderName: row.decider_name,
        decidedAt: row.decided_at,
      },
    ]),
  )
}

/** Keeps that these are two groups; a later verdict replaces an earlier one. */
export const saveVerdict = async (
  scope: Scope,
  verdict: {
    readonly groupId: string
    readonly otherId: string
    readonly kinds: readonly KeyKind[]
    readonly reason: string
  },
): Promise<void> => {
  const [one_id, other_id] = pairOf(verdict.groupId, verdict.otherId)
  const decided = {
    kinds: [...verdict.kinds],
    reason: verdict.reason,
    decided_by: accountOf(scope.actor),
    decider_name: nameOf(scope.actor),
    decided_at: scope.now,
  }
  await scope.db
    .insertInto('duplicate_verdicts')
    .values({ city_id: scope.city.id, one_id, other_id, ...decided })
    .onConflict((same) => same.columns(['city_id', 'one_id', 'other_id']).doUpdateSet(decided))
    .execute()
}

type Side = {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly number: string | null
}

/** Two registrations on the desk's list. */
export type ListedPair = {
  readonly one: Side
  readonly other: Side
  readonly kinds: readonly KeyKind[]
  readonly points: number
  readonly foundAt: Date
}

// A suspicion waits until both live on unmerged and nobody has said that what they share means nothing.
const waiting = (scope: Scope) => sql`
  FROM duplicate_suspicions s
  JOIN groups a ON a.city_id = s.city_id AND a.id = s.one_id
  JOIN groups b ON b.city_id = s.city_id AND b.id = s.other_id
  LEFT JOIN duplicate_verdicts v ON v.city_id = s.city_id AND v.one_id = s.one_id AND v.other_id = s.other_id
  WHERE s.city_id = ${scope.city.id} AND (v.kinds IS NULL OR NOT s.kinds <@ v.kinds)
    AND a.state = ANY (${[...liveStates]}::text[]) AND b.state = ANY (${[...liveStates]}::text[])
    AND a.merged_into IS NULL AND b.merged_into IS NULL`

/** Pairs that wait for somebody to look at them, the strongest first. */
export const listWaitingPairs = async (
  scope: Scope,
  page: { readonly size: number; readonly number: number },
): Promise<ListedPair[]> => {
  const { rows } = await sql<{
    one: Side
    other: Side
    kinds: KeyKind[]
    points: number
    found_at: Date
  }>`SELECT s.kinds, s.points, s.found_at,
      jsonb_build_object('id', a.id, 'name', a.name, 'state', a.state, 'number', coalesce(a.number, a.receipt_number)) AS one,
      jsonb_build_object('id', b.id, 'name', b.name, 'state', b.state, 'number', coalesce(b.number, b.receipt_number)) AS other
    ${waiting(scope)} ORDER BY s.points DESC, s.one_id, s.other_id
    LIMIT ${page.size} OFFSET ${(page.number - 1) * page.size}`.execute(scope.db)
  return rows.map(({ found_at, ...row }) => ({ ...row, foundAt: found_at }))
}

/** How many pairs wait. */
export const countWaitingPairs = async (scope: Scope): Promise<number> => {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n ${waiting(scope)}`.execute(
    scope.db,
  )
  return rows[0]?.n ?? 0
}
