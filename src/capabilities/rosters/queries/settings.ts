import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import { commonRules, type RosterRules, rosterPreset } from '../preset.ts'

/** Writes or replaces what rosters hold in the city. */
export const saveRosterRules = async (scope: Scope, rules: RosterRules): Promise<void> => {
  const definition = JSON.stringify(rules)
  await scope.db
    .insertInto('roster_rules')
    .values({ city_id: scope.city.id, definition })
    .onConflict((same) => same.column('city_id').doUpdateSet({ definition }))
    .execute()
}

/** What rosters hold here; the common rules where the city has not written its own. */
export const getRosterRules = async (scope: Scope): Promise<RosterRules> => {
  const row = await scope.db
    .selectFrom('roster_rules')
    .select('definition')
    .where('city_id', '=', scope.city.id)
    .executeTakeFirst()
  return row ? rosterPreset.parse(row.definition) : commonRules
}

/** Opens the officers' names of a group to everyone, or closes them. */
export const setOfficersOpen = async (
  scope: Scope,
  groupId: string,
  open: boolean,
): Promise<void> => {
  if (open) {
    const opened = { opened_by: accountOf(scope.actor), opened_at: scope.now }
    await scope.db
      .insertInto('roster_openings')
      .values({ city_id: scope.city.id, group_id: groupId, ...opened })
      .onConflict((same) => same.doNothing())
      .execute()
    return
  }
  await scope.db
    .deleteFrom('roster_openings')
    .where('city_id', '=', scope.city.id)
    .where('group_id', '=', groupId)
    .execute()
}
