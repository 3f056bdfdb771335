import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { listSheetsOf, type Sheet } from '../../forms/index.ts'
import { facetsOf } from '../facets.ts'
import { type Group, isRegistered, sheetKeyOf } from '../group.ts'
import { composeProfile } from '../profile.ts'
import { publishGroups } from '../publication.ts'
import { savePublicFaces } from '../queries/faces.ts'
import { listGroupsById } from '../queries/groups.ts'
import { listPublicOfferLines } from '../queries/offers.ts'
import { listRegisteredIds } from '../queries/registered.ts'
import { getRegistrationPreset } from '../queries/settings.ts'
import { publicRulesOf } from '../visibility.ts'

type Shown = { readonly group: Group; readonly sheet: Sheet }

/** Opens what groups made public: their pages, the directory, the search of the whole site. */
const openAllToEveryone = async (
  scope: Scope,
  city: City,
  shown: readonly Shown[],
): Promise<void> => {
  if (shown.length === 0) return
  const rules = publicRulesOf(await getRegistrationPreset(scope))
  const faces = shown.map(({ group, sheet }) => {
    const profile = composeProfile(sheet, city, rules)
    const facets = facetsOf(profile, sheet.answers, group.introduction)
    return { group, profile, id: group.id, facets }
  })
  await savePublicFaces(scope, faces)
  const offers = await listPublicOfferLines(
    scope,
    faces.map(({ id }) => id),
  )
  await publishGroups(
    scope,
    city,
    faces.map(({ group, profile, facets }) => ({
      facets,
      id: group.id,
      name: group.name,
      nameKana: group.nameKana,
      profile,
      introduction: group.introduction,
      offers: offers.get(group.id),
      registeredOn: group.registeredOn ?? tokyoDayOf(scope.now),
    })),
  )
}

/** The same for one group. */
export const openToEveryone = (scope: Scope, city: City, shown: Shown): Promise<void> =>
  openAllToEveryone(scope, city, [shown])

/** Shows anew what registered groups made public, by the words of the city and the answers of now. */
export const showAllAgain = async (
  scope: Scope,
  city: City,
  ids: readonly string[],
): Promise<void> => {
  const { kind, purpose } = sheetKeyOf('')
  const sheets = await listSheetsOf(scope, { kind, purpose }, ids)
  const shown = (await listGroupsById(scope, ids)).filter(isRegistered).flatMap((group) => {
    const sheet = sheets.get(group.id)
    return sheet ? [{ group, sheet }] : []
  })
  await openAllToEveryone(scope, city, shown)
}

/** The same for one group. */
export const showAgain = (scope: Scope, city: City, groupId: string): Promise<void> =>
  showAllAgain(scope, city, [groupId])

/** After the city changed what is always public or private: each group in a transaction of its own. */
export const askToShowAgain = async (scope: Scope): Promise<void> => {
  for (const groupId of await listRegisteredIds(scope))
    await scope.outside.jobs.send(scope, 'groups.show-one-again', { groupId })
}
