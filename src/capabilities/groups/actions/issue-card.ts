import type { Scope } from '#data/scope.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import type { Answers } from '../../forms/index.ts'
import { issueNotice, listNotices, type NoticeDraft } from '../../procedures/index.ts'
import { composeCard } from '../card.ts'
import { type Group, subjectOf } from '../group.ts'
import { getRegistrationPreset, settingsOfClass } from '../queries/settings.ts'

/** One registration as its card shows it. */
export type CardOrder = {
  readonly group: Group
  readonly class: string
  readonly answers: Answers
  readonly number: string
  readonly on: PlainDate
  readonly until: PlainDate | null
  readonly mails: NoticeDraft['mails']
}

/** Cards of the same registration are told apart: 第1号, 第1号の2, 第1号の3. */
export const cardNumber = (number: string, before: readonly string[]): string => {
  const issued = before.filter((one) => one === number || one.startsWith(`${number}の`)).length
  return issued === 0 ? number : `${number}の${issued + 1}`
}

/** Makes the 登録票 and gives it to the group: the first one, or a new one when what it says has changed. */
export const issueCard = async (scope: Scope, city: City, order: CardOrder): Promise<void> => {
  const { group, number } = order
  const preset = await getRegistrationPreset(scope)
  const subject = subjectOf(group)
  const cards = (await listNotices(scope, subject)).filter(({ kind }) => kind === 'card')
  const documentNumber = cardNumber(
    number,
    cards.map((card) => card.number),
  )
  const card = composeCard(city, {
    ...group,
    answers: order.answers,
    number,
    documentNumber,
    on: order.on,
    issuedOn: tokyoDayOf(scope.now),
    until: order.until,
    ...(preset.classes.length > 1
      ? { className: settingsOfClass(preset, order.class).name.ja }
      : {}),
  })
  await issueNotice(scope, {
    subject,
    kind: 'card',
    number: documentNumber,
    title: card.title,
    document: card,
    groupId: group.id,
    mails: order.mails,
  })
}
