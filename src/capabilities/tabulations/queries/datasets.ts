import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { TallyQuery } from '#data/tally.ts'

/** How many figures the public tabulations hold: answers of questions, and cells of cross tables. */
export const tallyPublishedFigures = (scope: Scope): TallyQuery =>
  sql`SELECT coalesce(sum(
      (SELECT count(*) FROM tabulation_counts c WHERE c.city_id = t.city_id
        AND c.survey_id = t.survey_id AND c.number = t.number AND c.choice <> 0
        AND NOT EXISTS (SELECT FROM tabulation_numbers m WHERE m.city_id = c.city_id
          AND m.survey_id = c.survey_id AND m.number = c.number AND m.slot = c.slot))
      + (SELECT coalesce(sum(cardinality(x.counts)), 0) FROM tabulation_crosses x
        WHERE x.city_id = t.city_id AND x.survey_id = t.survey_id AND x.number = t.number)), 0) AS n,
    max(t.published_at) AS changed
    FROM tabulations t WHERE t.city_id = ${scope.city.id} AND t.state = 'published'`
