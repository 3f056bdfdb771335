import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { nameOf } from '#kernel/actor.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { findAccount, mailWords, type Recipient, writeToEach } from '../../accounts/index.ts'
import { listMemberEmails } from '../../groups/index.ts'
import {
  closeTasks,
  countOwnMessages,
  insertMessage,
  insertTask,
  roleCodeOf,
} from '../../procedures/index.ts'
import { pageMails } from '../mail-texts.ts'
import {
  type AnswerSide,
  answerKind,
  type OfferAnswer,
  type OfferOfGroup,
  readStep,
  topicOf,
} from '../offer.ts'
import { paths } from '../paths.ts'
import { sideOf } from '../policy.ts'
import { taskTitles } from '../problem-texts.ts'
import {
  countOwnAnswers,
  dayMs,
  findOfferAnswer,
  findOwnAnswer,
  holdOwnAnswers,
  insertOfferAnswer,
  saveReport,
  saveSettlement,
  type Topic,
} from '../queries/answers.ts'
import { getIntroductionSettings } from '../queries/settings.ts'

/** The people of a side. Nobody of the other is shown an address. */
const peopleOf = async (
  scope: Scope,
  answer: OfferAnswer,
  side: AnswerSide,
): Promise<readonly Recipient[]> => {
  if (side === 'group')
    return listMemberEmails(scope, answer.groupId, ['representative', 'manager'])
  const account = await findAccount(scope, answer.accountId)
  return account?.state === 'active' ? [account] : []
}

/** Tells people by mail what was said about the offer. */
const tell = (
  scope: Scope,
  city: City,
  told: {
    readonly answer: OfferAnswer
    readonly to: readonly Recipient[]
    readonly kind: 'answered' | 'asked' | 'said' | 'settled'
    readonly text: string
  },
): Promise<void> => {
  const { answer, kind, text } = told
  return writeToEach(scope, told.to, (to) => ({
    ...pageMails[to.language][kind]({
      ...mailWords(scope, city, to, { path: paths.answer(city.slug, answer.id), reason: text }),
      group: answer.groupName,
      part: topicOf(answer)[to.language],
      from: nameOf(scope.actor),
    }),
    about: { kind: 'offer-answer', id: answer.id, title: topicOf(answer)[to.language] },
  }))
}

/** What waits for the group, or for the one who began the conversation. */
const waitsFor = (answer: OfferAnswer, side: AnswerSide) =>
  side === 'group' ? { groupId: answer.groupId } : { accountId: answer.accountId }

const namedSubject = (answer: OfferAnswer) => {
  const { ja, en } = topicOf(answer)
  return { kind: answerKind, id: answer.id, title: ja, titleEn: en }
}

/** Puts what was written before those who are to read it; once, however much was written. */
const letWait = async (
  scope: Scope,
  city: City,
  { answer, side }: { readonly answer: OfferAnswer; readonly side: AnswerSide },
): Promise<void> => {
  const assignee = waitsFor(answer, side)
  await closeTasks(scope, { kind: answerKind, id: answer.id }, { step: readStep, ...assignee })
  await insertTask(scope, namedSubject(answer), {
    step: readStep,
    title: taskTitles[side === 'group' ? 'readAnswer' : 'readReply'](answer),
    assignee,
    url: paths.answer(city.slug, answer.id),
  })
}

/** What the other side wrote has been read: it no longer waits. */
export const markRead = async (scope: Scope, answer: OfferAnswer): Promise<void> => {
  const side = sideOf(scope.actor, answer)
  if (!side) return
  const only = { step: readStep, ...waitsFor(answer, side) }
  await closeTasks(scope, { kind: answerKind, id: answer.id }, only)
}

/** Why something is not said: as many conversations, or as many messages in one, as one can begin or write in a day. */
export type TalkRefusal = 'too-many' | 'too-many-messages'

/** Whether the actor has written in this conversation as often as one may in a day. */
const hasSaidEnough = async (scope: Scope, answer: OfferAnswer): Promise<boolean> => {
  const { messagesPerDay } = await getIntroductionSettings(scope)
  const since = new Date(scope.now.getTime() - dayMs)
  const subject = { kind: answerKind, id: answer.id }
  return (await countOwnMessages(scope, subject, since)) >= messagesPerDay
}

/** Goes on in a conversation, as often as one may in a day. */
export const goOnTalking = async (
  scope: Scope,
  city: City,
  said: { readonly answer: OfferAnswer; readonly body: string },
): Promise<Result<string, TalkRefusal>> => {
  await holdOwnAnswers(scope)
  if (await hasSaidEnough(scope, said.answer)) return refuse('too-many-messages')
  await sayMore(scope, city, said)
  return ok(said.answer.id)
}

/** Says something in the conversation, and tells the other side by mail that something was said. */
const sayMore = async (
  scope: Scope,
  city: City,
  said: { readonly answer: OfferAnswer; readonly body: string; readonly first?: boolean },
): Promise<void> => {
  const { answer, body, first = false } = said
  const subject = { kind: answerKind, id: answer.id }
  const own = sideOf(scope.actor, answer) === 'answerer'
  await insertMessage(scope, subject, { body, role: own ? 'resident' : 'group' })
  const side = own ? 'group' : 'answerer'
  await markRead(scope, answer)
  await letWait(scope, city, { answer, side })
  const begun = answer.offerId === null ? 'asked' : 'answered'
  const to = await peopleOf(scope, answer, side)
  await tell(scope, city, { answer, to, kind: first ? begun : 'said', text: body })
}

/** Begins a conversation; who has begun it already goes on in the same one. */
const beginTalk = async (
  scope: Scope,
  city: City,
  { topic, body }: { readonly topic: Topic; readonly body: string },
): Promise<Result<string, TalkRefusal>> => {
  await holdOwnAnswers(scope)
  const known = await findOwnAnswer(scope, topic)
  if (known) return goOnTalking(scope, city, { answer: known, body })
  const { answersPerDay } = await getIntroductionSettings(scope)
  if ((await countOwnAnswers(scope)) >= answersPerDay) return refuse('too-many')
  const id = await insertOfferAnswer(scope, topic)
  const answer = await findOfferAnswer(scope, id)
  if (!answer) throw new Error('the answer is gone')
  await sayMore(scope, city, { answer, body, first: true })
  await audit(scope, {
    action: 'offer-answer.begin',
    subjectKind: answerKind,
    subjectId: id,
    after: topic.offerId === null ? { group: topic.groupId } : { offer: topic.offerId },
  })
  return ok(id)
}

/** Answers an offer for the first time, or once more. */
export const answerOffer = (
  scope: Scope,
  city: City,
  { offer, body }: { readonly offer: OfferOfGroup; readonly body: string },
): Promise<Result<string, TalkRefusal>> =>
  beginTalk(scope, city, { topic: { groupId: offer.groupId, offerId: offer.id }, body })

/** Asks a group something, where no address of it needs to be known. */
export const askGroup = (
  scope: Scope,
  city: City,
  { groupId, body }: { readonly groupId: string; readonly body: string },
): Promise<Result<string, TalkRefusal>> =>
  beginTalk(scope, city, { topic: { groupId, offerId: null }, body })

/** Asks the desk to look at a conversation: it stops there, and the desk may read it from now on. */
export const reportAnswer = async (
  scope: Scope,
  city: City,
  given: { readonly answer: OfferAnswer; readonly reason: string },
): Promise<void> => {
  const { answer, reason } = given
  // The other side was faster: the desk has been asked already.
  const by = sideOf(scope.actor, answer) ?? 'group'
  if (!(await saveReport(scope, answer.id, { reason, by }))) return
  // Nobody writes on, so there is nothing left to answer.
  await closeTasks(scope, { kind: answerKind, id: answer.id })
  await insertTask(scope, namedSubject(answer), {
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

/** The desk says what it has done about a report; both sides are told. The conversation stays closed. */
export const settleReport = async (
  scope: Scope,
  city: City,
  { answer, text }: { readonly answer: OfferAnswer; readonly text: string },
): Promise<void> => {
  if (!(await saveSettlement(scope, answer.id, text))) return
  for (const side of ['group', 'answerer'] as const)
    await tell(scope, city, {
      answer,
      to: await peopleOf(scope, answer, side),
      kind: 'settled',
      text,
    })
  await closeTasks(scope, { kind: answerKind, id: answer.id })
  await audit(scope, {
    action: 'offer-answer.settle',
    subjectKind: answerKind,
    subjectId: answer.id,
    after: { text },
  })
}
