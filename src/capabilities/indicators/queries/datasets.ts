import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { factsLoadedAt, type TallyQuery } from '#data/tally.ts'

/** Each indicator has its targets, its base by every source, and the values that stand. */
export const tallyValues = (scope: Scope): TallyQuery =>
  sql`SELECT (
      SELECT coalesce(sum(
        jsonb_array_length(t.definition -> 'targets')
        + CASE WHEN t.definition ? 'base' THEN 1 + jsonb_array_length(t.definition -> 'base' -> 'others') ELSE 0 END
      ), 0) FROM indicators t WHERE t.city_id = ${scope.city.id}
    ) + (
      SELECT count(*) FROM indicator_values v WHERE v.city_id = ${scope.city.id} AND v.state = 'standing'
    ) AS n,
    greatest(${factsLoadedAt(scope)}, (
      SELECT max(greatest(v.entered_at, v.ended_at)) FROM indicator_values v WHERE v.city_id = ${scope.city.id}
    )) AS changed`
