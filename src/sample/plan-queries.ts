import { withdrawEntries, withdrawEntriesBelow } from '#capabilities/publishing/index.ts'
import type { Scope } from '#data/scope.ts'
import { listed } from './found-queries.ts'

type Drafts = readonly { readonly id: string; readonly published_as: string | null }[]

/** Drafts of the story, and those that sample people have begun since. */
const findDrafts = (scope: Scope, accounts: readonly string[]): Promise<Drafts> =>
  scope.db
    .selectFrom('plan_drafts')
    .select(['id', 'published_as'])
    .where('city_id', '=', scope.city.id)
    .where((is) =>
      is.or([
        is('sample', '=', true),
        is('id', 'in', (events) =>
          events
            .selectFrom('timeline_events')
            .select('subject_id')
            .where('city_id', '=', scope.city.id)
            .where('subject_kind', '=', 'plan-draft')
            .where('step', '=', 'begin')
            .where('account_id', 'in', listed(accounts)),
        ),
      ]),
    )
    .execute()

/** A version that sample people have published, with how it was to be reported. */
const deleteVersion = async (scope: Scope, id: string): Promise<void> => {
  await scope.db
    .deleteFrom('progress_settings')
    .where('city_id', '=', scope.city.id)
    .where('plan_id', '=', id)
    .execute()
  await scope.db
    .deleteFrom('plans')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
  await withdrawEntries(scope, 'plan', [id])
  await withdrawEntriesBelow(scope, 'plan-item', `${id}/`)
}

/** Takes away what sample people have written and linked of plans; the city's own versions stay. */
export const deletePlanDrafts = async (
  scope: Scope,
  accounts: readonly string[],
): Promise<void> => {
  await scope.db
    .deleteFrom('plan_links')
    .where('city_id', '=', scope.city.id)
    .where('linked_by', 'in', listed(accounts))
    .execute()
  const drafts = await findDrafts(scope, accounts)
  const ids = listed(drafts.map(({ id }) => id))
  await scope.db
    .deleteFrom('plan_drafts')
    .where('city_id', '=', scope.city.id)
    .where('id', 'in', ids)
    .execute()
  await scope.db
    .deleteFrom('timeline_events')
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', 'plan-draft')
    .where('subject_id', 'in', ids)
    .execute()
  for (const { published_as } of drafts) if (published_as) await deleteVersion(scope, published_as)
}
