import type { Scope } from '#data/scope.ts'
import {
  type Answers,
  type FormVersion,
  findSheet,
  moveSheet,
  type Sheet,
  type SheetContent,
} from '../../forms/index.ts'
import { type Group, sheetKeyOf } from '../group.ts'
import { linesOf, type OfferField, offerFields, withOffers, withoutOffers } from '../offers.ts'
import { listOfferLines, recordOffers } from '../queries/offers.ts'
import { getRegistrationPreset } from '../queries/settings.ts'
import { type PublicRules, publicFields, publicRulesOf } from '../visibility.ts'

/**
 * The answers of a registration as people read and write them: with what the group offers and looks for, which is
 * recorded by itself.
 */
export const findRegistrationSheet = async (
  scope: Scope,
  groupId: string,
): Promise<Sheet | undefined> => {
  const sheet = await findSheet(scope, sheetKeyOf(groupId))
  if (!sheet) return undefined
  const recorded = await listOfferLines(scope, [groupId])
  return { ...sheet, answers: withOffers(sheet.answers, recorded.get(groupId)) }
}

type Told = SheetContent & Pick<FormVersion, 'definition'>

/** Boxes that the group, its form and the city open to everyone. */
export const openBoxes = (told: Told, rules: PublicRules): readonly OfferField[] => {
  const open = publicFields(told, rules).map(({ code }) => code)
  return offerFields.filter((field) => open.includes(field))
}

const listOpen = async (scope: Scope, told: Told): Promise<readonly OfferField[]> =>
  openBoxes(told, publicRulesOf(await getRegistrationPreset(scope)))

/**
 * Records what these answers say that the group offers and looks for.
 * @returns the answers without it, as the sheet of the registration keeps them
 */
export const keepOffers = async (
  scope: Scope,
  group: Pick<Group, 'id'>,
  told: Told,
): Promise<Answers> => {
  const open = await listOpen(scope, told)
  await recordOffers(scope, [{ id: group.id, lines: linesOf(told.answers), open }], 'all')
  return withoutOffers(told.answers)
}

/** The same when a group is registered: what it had begun to write elsewhere stays beside it. */
export const takeOutOffers = async (
  scope: Scope,
  group: Pick<Group, 'id'>,
  sheet: Sheet,
): Promise<Sheet> => {
  if (!offerFields.some((field) => sheet.answers[field] !== undefined)) return sheet
  const told = { id: group.id, lines: linesOf(sheet.answers), open: await listOpen(scope, sheet) }
  await recordOffers(scope, [told], 'more')
  const { visibility } = sheet
  const answers = withoutOffers(sheet.answers)
  await moveSheet(scope, sheet.id, { form: sheet, content: { answers, visibility } })
  return { ...sheet, answers }
}
