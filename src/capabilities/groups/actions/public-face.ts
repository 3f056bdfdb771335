import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { findSheet, listAnswer, type Sheet } from '../../forms/index.ts'
import { facetsOf } from '../facets.ts'
import { type Group, isRegistered, sheetKeyOf } from '../group.ts'
import { composeProfile, searchTextOf } from '../profile.ts'
import { publishGroup } from '../publication.ts'
import { getGroup, savePublicFace } from '../queries/groups.ts'
import { listRegisteredIds } from '../queries/registered.ts'
import { getRegistrationPreset } from '../queries/settings.ts'
import { publicRulesOf } from '../visibility.ts'

/** Opens what the group made public: its page, the directory, the search of the whole site. */
export const openToEveryone = async (
  scope: Scope,
  city: City,
  { group, sheet }: { readonly group: Group; readonly sheet: Sheet },
): Promise<void> => {
  const rules = publicRulesOf(await getRegistrationPreset(scope))
  const profile = composeProfile(sheet, city, rules)
  const searchText = searchTextOf(group.name, profile, group.introduction)
  const fields = listAnswer(sheet.answers, 'fields')
  const facets = facetsOf(profile, sheet.answers, group.introduction)
  await savePublicFace(scope, group.id, { profile, searchText, fields, facets })
  await publishGroup(scope, city, {
    id: group.id,
    name: group.name,
    nameKana: group.nameKana,
    profile,
    introduction: group.introduction,
    registeredOn: group.registeredOn ?? tokyoDayOf(scope.now),
  })
}

/** Shows anew what a registered group made public, by the words of the city and the answers of now. */
export const showAgain = async (scope: Scope, city: City, groupId: string): Promise<void> => {
  const group = await getGroup(scope, groupId)
  const sheet = await findSheet(scope, sheetKeyOf(groupId))
  if (isRegistered(group) && sheet) await openToEveryone(scope, city, { group, sheet })
}

/** After the city changed what is always public or private: each group in a transaction of its own. */
export const askToShowAgain = async (scope: Scope): Promise<void> => {
  for (const groupId of await listRegisteredIds(scope))
    await scope.outside.jobs.send(scope, 'groups.show-one-again', { groupId })
}
