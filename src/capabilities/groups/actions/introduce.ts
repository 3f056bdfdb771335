import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { findSheet } from '../../forms/index.ts'
import { facetsOf } from '../facets.ts'
import { type Group, isRegistered, sheetKeyOf } from '../group.ts'
import type { Introduction } from '../introduction.ts'
import { publishGroup } from '../publication.ts'
import { saveFacets, saveIntroductionOf } from '../queries/groups.ts'
import { listPublicOfferLines } from '../queries/offers.ts'

/** Replaces what the group tells of itself, on its page, in the directory and in the search of the whole site. */
export const introduceGroup = async (
  scope: Scope,
  city: City,
  given: { readonly group: Group; readonly introduction: Introduction | null },
): Promise<void> => {
  const { group, introduction } = given
  await saveIntroductionOf(scope, group.id, introduction)
  if (!isRegistered(group) || !group.registeredOn) return
  const sheet = await findSheet(scope, sheetKeyOf(group.id))
  const facets = facetsOf(group.profile, sheet?.answers ?? {}, introduction)
  await saveFacets(scope, group.id, facets)
  const { registeredOn } = group
  const offers = (await listPublicOfferLines(scope, [group.id])).get(group.id)
  await publishGroup(scope, city, { ...group, registeredOn, introduction, facets, offers })
}
