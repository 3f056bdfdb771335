import { createHash } from 'node:crypto'
import type { Scope } from '#data/scope.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { type Answers, toSheet } from '../answers.ts'
import { freeze, insertEnvelope } from '../queries/answers.ts'
import { takeCode } from '../queries/asked.ts'
import { deleteDraftOf, findDraft, saveDraft } from '../queries/drafts.ts'
import { getReceiptKey } from '../queries/surveys.ts'
import {
  encloseSheet,
  hashCode,
  newCode,
  newReceipt,
  openDraft,
  placeOfEnvelope,
  placeOfReceipts,
  sealDraft,
} from '../sealing.ts'
import { isAnswerable, type Survey } from '../survey.ts'

/** Why an answer was not taken. */
export type AnswerRefusal = 'closed' | 'code-needed' | 'code-used' | 'changed'

/** An answer as it is sent. `key` is the same when the same page is sent twice. */
export type SentAnswer = {
  readonly answers: Answers
  /** Empty for the open link. */
  readonly code: string
  readonly key: string
  /** What was put aside is not needed any more. */
  readonly draft?: string | undefined
}

/**
 * Takes an answer in, in one short transaction: the code is used up, the answer sealed. Who answered and what
 * was answered are never in the same row, nothing is written into the audit, and no job is sent: see
 * docs/decisions/0014.
 * @returns the receipt number
 */
export const submitAnswer = async (
  scope: Scope,
  survey: Survey,
  sent: SentAnswer,
): Promise<Result<string, AnswerRefusal>> => {
  const { id } = survey
  if (!isAnswerable(survey, scope.now)) return refuse('closed')
  if (sent.code === '' && !survey.ways.includes('open')) return refuse('code-needed')
  if (sent.code !== '' && !(await takeCode(scope, id, hashCode('asked', id, sent.code))))
    return refuse('code-used')
  const enclosed = encloseSheet({
    ...toSheet(survey.questionnaire, sent.answers),
    mode: sent.code === '' ? 'open' : 'code',
  })
  const { secrets } = scope.outside
  await insertEnvelope(scope, id, {
    id: createHash('sha256').update(`${id}\n${sent.key}`).digest('hex').slice(0, 32),
    sealed: secrets.lock(enclosed, placeOfEnvelope(id)),
  })
  if (sent.draft) await deleteDraftOf(scope, id, hashCode('draft', id, sent.draft))
  if (!survey.frozen && !(await freeze(scope, survey))) return refuse('changed')
  return ok(await newSurveyReceipt(scope, id))
}

/** A receipt number of this survey; it is kept nowhere. */
export const newSurveyReceipt = async (scope: Scope, id: string): Promise<string> => {
  const locked = await getReceiptKey(scope, id)
  return newReceipt(scope.outside.secrets.unlock(locked, placeOfReceipts(id)))
}

/** What was put aside, with the code under which it is to be sent, and to which wording it was written. */
export type PutAside = {
  readonly answers: Answers
  readonly code: string
  readonly shown?: string | undefined
}

/** Puts answers aside under a code that only their writer gets. @returns that code */
export const putAside = async (
  scope: Scope,
  survey: Pick<Survey, 'id' | 'closesOn'>,
  aside: PutAside & { readonly draft?: string | undefined },
): Promise<string> => {
  const draft = aside.draft || newCode()
  const { answers, code, shown } = aside
  await saveDraft(scope, {
    surveyId: survey.id,
    hash: hashCode('draft', survey.id, draft),
    sealed: sealDraft(survey.id, draft, JSON.stringify({ answers, code, shown })),
    keptUntil: survey.closesOn,
  })
  return draft
}

/** What was put aside under this code; undefined when there is nothing. */
export const takeUp = async (
  scope: Scope,
  surveyId: string,
  draft: string,
): Promise<PutAside | undefined> => {
  const sealed = draft && (await findDraft(scope, surveyId, hashCode('draft', surveyId, draft)))
  return sealed ? (JSON.parse(openDraft(surveyId, draft, sealed)) as PutAside) : undefined
}
