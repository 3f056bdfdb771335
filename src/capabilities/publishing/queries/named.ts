import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'

/** What a statement tells of a public thing that another table names. */
export type NamedEntry = {
  readonly kind: string
  readonly target_id: string
  readonly entry_ja: string
  readonly entry_en: string
  readonly url: string
}

/**
 * Rows of another table that name public things by `kind` and `target_id`, each with the thing's title and page.
 * What is not public (any more) falls out.
 */
export const namingEntries = <Row extends object>(
  scope: Scope,
  rows: RawBuilder<Row>,
): RawBuilder<Row & NamedEntry> => sql`
  SELECT x.*, e.title_ja AS entry_ja, e.title_en AS entry_en, e.url FROM (${rows}) x
  JOIN public_entries e
    ON e.city_id = ${scope.city.id} AND e.kind = x.kind AND e.id = x.target_id`
