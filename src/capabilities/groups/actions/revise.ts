import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import {
  type Answers,
  changedFields,
  type FormVersion,
  findSheet,
  insertSheet,
  moveSheet,
  type SheetContent,
} from '../../forms/index.ts'
import { type NoticeDraft, renameTasks } from '../../procedures/index.ts'
import { type Group, groupKind, isRegistered, sheetKeyOf, subjectOf } from '../group.ts'
import { getGroup, updateGroupFacts } from '../queries/groups.ts'
import { issueCard } from './issue-card.ts'
import { keepOffers } from './offers.ts'
import { openToEveryone } from './public-face.ts'
import { factsOf } from './save.ts'

/** Answers that the 登録票 shows: when one of them changes, the group gets a new card. */
export const printedFields: readonly string[] = [
  'name',
  'name_kana',
  'legal_form',
  'representative_title',
  'representative_name',
  'fields',
]

/** All answers of a registration as they are from now on, to one version of its form. */
export type RevisedRegistration = {
  readonly group: Group
  readonly form: FormVersion
  readonly content: SheetContent
}

/** True when a card made before would be wrong. */
export const isPrintedAnew = (before: Answers, after: Answers): boolean =>
  changedFields(before, after).some((code) => printedFields.includes(code))

/**
 * Replaces the answers of a registration. The group's row, its page, the directory, the search of the site
 * what is waiting about it and those who listen follow in the same transaction; the card is made by {@link reissueCard}.
 * @returns the group as it is now, and whether its card has become wrong
 */
export const reviseRegistration = async (
  scope: Scope,
  city: City,
  { group, form, content }: RevisedRegistration,
): Promise<{ readonly group: Group; readonly printedAnew: boolean }> => {
  const key = sheetKeyOf(group.id)
  const before = await findSheet(scope, key)
  const told = { ...content, definition: form.definition }
  const kept = { ...content, answers: await keepOffers(scope, group, told) }
  if (before) await moveSheet(scope, before.id, { form, content: kept })
  else await insertSheet(scope, key, form, kept)
  await updateGroupFacts(scope, group.id, factsOf(content.answers, group.name))
  const revised = await getGroup(scope, group.id)
  if (revised.name !== group.name) await renameTasks(scope, subjectOf(revised))
  const sheet = await findSheet(scope, key)
  if (sheet && isRegistered(revised)) await openToEveryone(scope, city, { group: revised, sheet })
  await scope.outside.announce(scope, {
    name: 'group.changed',
    subjectKind: groupKind,
    subjectId: group.id,
  })
  return { group: revised, printedAnew: isPrintedAnew(before?.answers ?? {}, content.answers) }
}

/** Makes a new card with the facts of now. @returns false where the group has no registration to show */
export const reissueCard = async (
  scope: Scope,
  city: City,
  given: { readonly group: Group; readonly mails: NoticeDraft['mails'] },
): Promise<boolean> => {
  const { group, mails } = given
  const sheet = await findSheet(scope, sheetKeyOf(group.id))
  if (!group.number || !group.registeredOn || !sheet) return false
  await issueCard(scope, city, {
    group,
    class: group.class,
    answers: sheet.answers,
    number: group.number,
    on: group.registeredOn,
    until: group.validUntil,
    mails,
  })
  return true
}
