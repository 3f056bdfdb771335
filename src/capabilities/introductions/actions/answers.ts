import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { accountOf, nameOf } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findAccount, mailWords, type Recipient, writeToEach } from '../../accounts/index.ts'
import { listMemberEmails } from '../../groups/index.ts'
import { closeTasks, insertMessage, insertTask, roleCodeOf } from '../../procedures/index.ts'
import { pageMails } from '../mail-texts.ts'
import { answerKind, type OfferAnswer, type OfferOfGroup } from '../offer.ts'
import { paths } from '../paths.ts'
import { taskTitles } from '../problem-texts.ts'
import {
  countOwnAnswers,
  findOfferAnswer,
  findOwnAnswer,
  insertOfferAnswer,
  saveReport,
  saveSettlement,
} from '../queries/answers.ts'
import { getIntroductionSettings } from '../queries/settings.ts'

/** The other side's people: the group's, or the one who answered. Nobody is shown an address. */
const otherSide = async (scope: Scope, answer: OfferAnswer): Promise<readonly Recipient[]> => {
  if (accountOf(scope.actor) === answer.accountId)
    return listMemberEmails(scope, answer.groupId, ['representative', 'manager'])
  const account = await findAccount(scope, answer.accountId)
  return account?.state === 'active' ? [account] : []
}

/** Says something in the conversation, and tells the other side by mail that something was said. */
export const sayMore = async (
  scope: Scope,
  city: City,
  said: { readonly answer: OfferAnswer; readonly body: string; readonly first?: boolean },
): Promise<void> => {
  const { answer, body, first = false } = said
  const subject = { kind: answerKind, id: answer.id }
  const role = accountOf(scope.actor) === answer.accountId ? 'resident' : 'group'
  await insertMessage(scope, subject, { body, role })
  const kind = first ? 'answered' : 'said'
  await writeToEach(scope, await otherSide(scope, answer), (to) =>
    pageMails[to.language][kind]({
      ...mailWords(scope, city, to, { path: paths.answer(city.slug, answer.id), reason: body }),
      group: answer.groupName,
      part: answer.offerTitle,
      from: nameOf(scope.actor),
    }),
  )
}

/** Answers an offer for the first time; who has answered it already goes on in the same conversation. */
export const answerOffer = async (
  scope: Scope,
  city: City,
  given: { readonly offer: OfferOfGroup; readonly body: string },
): Promise<Result<string, 'too-many'>> => {
  const { offer, body } = given
  const known = await findOwnAnswer(scope, offer.id)
  if (known) {
    await sayMore(scope, city, { answer: known, body })
    return ok(known.id)
  }
  const { answersPerDay } = await getIntroductionSettings(scope)
  if ((await countOwnAnswers(scope)) >= answersPerDay) return refuse('too-many')
  const id = await insertOfferAnswer(scope, offer.id)
  const answer = await findOfferAnswer(scope, id)
  if (!answer) throw new Error('the answer is gone')
  await sayMore(scope, city, { answer, body, first: true })
  await audit(scope, {
    action: 'offer-answer.begin',
    subjectKind: answerKind,
    subjectId: id,
    after: { offer: offer.id },
  })
  return ok(id)
}

/** Asks the desk to look at a conversation: it stops there, and the desk may read it from now on. */
export const reportAnswer = async (
  scope: Scope,
  city: City,
  given: { readonly answer: OfferAnswer; readonly reason: string },
): Promise<void> => {
  const { answer, reason } = given
  await saveReport(scope, answer.id, reason)
  const subject = { kind: answerKind, id: answer.id, title: answer.offerTitle }
  await insertTask(scope, subject, {
    step: 'settle',
    title: taskTitles.settle,
    assignee: { role: 'centre' },
    url: paths.answer(city.slug, answer.id),
  })
  await audit(scope, {
    action: 'offer-answer.report',
    subjectKind: answerKind,
    subjectId: answer.id,
    after: { reason, role: roleCodeOf(scope.actor) },
  })
}

/** The desk says what it has done about a report. The conversation stays closed. */
export const settleReport = async (
  scope: Scope,
  answer: OfferAnswer,
  text: string,
): Promise<void> => {
  await saveSettlement(scope, answer.id, text)
  await closeTasks(scope, { kind: answerKind, id: answer.id })
  await audit(scope, {
    action: 'offer-answer.settle',
    subjectKind: answerKind,
    subjectId: answer.id,
    after: { text },
  })
}
