import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'

/** How a period began. */
export type Beginning = 'new' | 'renewed' | 'resumed'
/** How it ended. */
export type Ending = 'renewed' | 'lapsed' | 'withdrawn' | 'revoked'

/** A time in which a registration held. */
export type Period = {
  readonly id: string
  readonly class: string
  readonly number: string
  readonly how: Beginning
  readonly beganOn: PlainDate
  readonly validUntil: PlainDate | null
  /** The last day on which it held. */
  readonly endedOn: PlainDate | null
  readonly endedHow: Ending | null
}

type Held = { readonly groupId: string; readonly class: string }

/** Begins a period; the one before must have ended. */
export const beginPeriod = async (
  scope: Scope,
  period: Held & Pick<Period, 'number' | 'how' | 'beganOn' | 'validUntil'>,
): Promise<void> => {
  await scope.db
    .insertInto('registration_periods')
    .values({
      city_id: scope.city.id,
      id: newId(),
      group_id: period.groupId,
      class: period.class,
      number: period.number,
      how: period.how,
      began_on: period.beganOn,
      valid_until: period.validUntil,
      created_at: scope.now,
    })
    .execute()
}

/** Ends what still holds: of one class, or of all. */
export const endPeriods = async (
  scope: Scope,
  held: { readonly groupId: string; readonly class?: string | undefined },
  end: { readonly on: PlainDate; readonly how: Ending },
): Promise<void> => {
  let query = scope.db
    .updateTable('registration_periods')
    .set({ ended_on: end.on, ended_how: end.how })
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', held.groupId)
    .where('ended_on', 'is', null)
  if (held.class !== undefined) query = query.where('class', '=', held.class)
  await query.execute()
}

const toPeriod = (row: {
  id: string
  class: string
  number: string
  how: string
  began_on: string
  valid_until: string | null
  ended_on: string | null
  ended_how: string | null
}): Period => ({
  id: row.id,
  class: row.class,
  number: row.number,
  how: row.how as Beginning,
  beganOn: row.began_on as PlainDate,
  validUntil: row.valid_until as PlainDate | null,
  endedOn: row.ended_on as PlainDate | null,
  endedHow: row.ended_how as Ending | null,
})

/** The period of that class that holds now, or undefined. */
export const findOpenPeriod = async (
  scope: Scope,
  groupId: string,
  code: string,
): Promise<Period | undefined> =>
  (await listPeriods(scope, groupId)).find(
    (period) => period.class === code && period.endedOn === null,
  )

/** The last day on which the registration of the group's own class held; undefined while it stands or stops. */
export const findLastDayHeld = async (
  scope: Scope,
  group: { readonly id: string; readonly class: string },
): Promise<PlainDate | undefined> => {
  const last = (await listPeriods(scope, group.id)).findLast((one) => one.class === group.class)
  return last?.endedOn ?? undefined
}

/** All periods of a group, in the order in which they began. */
export const listPeriods = async (scope: Scope, groupId: string): Promise<readonly Period[]> => {
  const rows = await scope.db
    .selectFrom('registration_periods')
    .select(['id', 'class', 'number', 'how', 'began_on', 'valid_until', 'ended_on', 'ended_how'])
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .orderBy('began_on')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toPeriod)
}

/** How many registrations of a class began or ended in a fiscal year, and how. */
export type RegistrationMoves = {
  readonly fiscalYear: number
  readonly class: string
  readonly began: Readonly<Record<Beginning, number>>
  readonly ended: Readonly<Record<Exclude<Ending, 'renewed'>, number>>
}

/**
 * 新規・更新・失効・取消し by fiscal year (that of the day on which a period began or last held). 1 query.
 * What was renewed is counted where the new period begins.
 */
export const countRegistrationMoves = async (
  scope: Scope,
): Promise<readonly RegistrationMoves[]> => {
  const { rows } = await sql<{ year: number; class: string; how: string; n: number }>`
    SELECT extract(year FROM moved.day - interval '3 months')::int AS year, moved.class, moved.how, count(*)::int AS n
    FROM (SELECT began_on AS day, class, 'began-' || how AS how FROM registration_periods WHERE city_id = ${scope.city.id}
      UNION ALL
      SELECT ended_on, class, 'ended-' || ended_how FROM registration_periods
      WHERE city_id = ${scope.city.id} AND ended_how <> 'renewed') AS moved
    GROUP BY 1, 2, 3 ORDER BY 1, 2`.execute(scope.db)
  const moves = new Map<string, RegistrationMoves>()
  for (const { year, class: code, how, n } of rows) {
    const key = `${year} ${code}`
    const move = moves.get(key) ?? {
      fiscalYear: year,
      class: code,
      began: { new: 0, renewed: 0, resumed: 0 },
      ended: { lapsed: 0, withdrawn: 0, revoked: 0 },
    }
    const [side, name = ''] = how.split('-')
    moves.set(key, {
      ...move,
      [side as 'began' | 'ended']: { ...move[side as 'began' | 'ended'], [name]: n },
    })
  }
  return [...moves.values()]
}
