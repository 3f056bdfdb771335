import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { TallyQuery } from '#data/tally.ts'
import { datasetPartSize } from '#web/dataset.ts'
import { selectHeads } from './project-row.ts'

/** Every project is public from its selection on. */
export const tallyProjects = (scope: Scope): TallyQuery =>
  sql`SELECT count(*) AS n, max(j.updated_at) AS changed FROM projects j WHERE j.city_id = ${scope.city.id}`

/** How many modes projects have in all. */
export const tallyModes = (scope: Scope): TallyQuery =>
  sql`SELECT coalesce(sum(cardinality(j.modes)), 0) AS n, max(j.updated_at) AS changed
    FROM projects j WHERE j.city_id = ${scope.city.id}`

/** The next projects. 1 query. */
export const listNextProjects = (scope: Scope, after: string | undefined) =>
  selectHeads(scope)
    .select(['j.sample', 'j.programme_id', 'j.proposal_id'])
    .where('j.id', '>', after ?? '')
    .orderBy('j.id')
    .limit(datasetPartSize)
    .execute()
