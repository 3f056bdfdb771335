import type { Scope } from '#data/scope.ts'

/** Holds a campaign while a group is asked, so that it is not called off meanwhile. @returns whether it is on */
export const holdCampaign = async (scope: Scope, id: string): Promise<boolean> => {
  const row = await scope.db
    .selectFrom('renewal_campaigns')
    .select('called_off_at')
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst()
  return row !== undefined && row.called_off_at === null
}

/** Marks a campaign as called off. @returns whether it was on */
export const markCalledOff = async (scope: Scope, id: string): Promise<boolean> => {
  const result = await scope.db
    .updateTable('renewal_campaigns')
    .set({ called_off_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('called_off_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** Renewals that nobody has sent of campaigns that were called off. */
export const listCalledOff = async (scope: Scope): Promise<readonly string[]> => {
  const rows = await scope.db
    .selectFrom('revisions as r')
    .innerJoin('renewal_campaigns as c', (on) =>
      on.onRef('c.city_id', '=', 'r.city_id').onRef('c.id', '=', 'r.campaign_id'),
    )
    .select('r.id')
    .where('r.city_id', '=', scope.city.id)
    .where('c.called_off_at', 'is not', null)
    .where('r.state', '=', 'draft')
    .orderBy('r.id')
    .execute()
  return rows.map(({ id }) => id)
}
