import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { type Group, isRegistered, reissueCard } from '../../groups/index.ts'
import { writeMail } from '../../mails/index.ts'
import type { NoticeDraft } from '../../procedures/index.ts'

/** A new card where the old one has become wrong; it lies with the group's other papers. */
export const reissueAfter = async (scope: Scope, city: City, group: Group): Promise<void> => {
  if (isRegistered(group)) await reissueCard(scope, city, { group, mails: [] })
}

/** The same, sent with these mails; where there is no card to make they are sent without one. */
export const reissueWith = async (
  scope: Scope,
  city: City,
  given: { readonly group: Group; readonly mails: NoticeDraft['mails'] },
): Promise<void> => {
  if (await reissueCard(scope, city, given)) return
  for (const mail of given.mails) await writeMail(scope, mail)
}
