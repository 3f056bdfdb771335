import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { TransitionProblem } from '#kernel/workflow.ts'
import { issueNotice } from '../../procedures/index.ts'
import { takeDocumentNumber } from '../../proposals/index.ts'
import {
  type Agreement,
  type AgreementProblem,
  type AgreementState,
  type SigningMethod,
  weighSignature,
} from '../agreement.ts'
import { composeAgreementDocument } from '../agreement-document.ts'
import { findSumProblem } from '../agreement-sums.ts'
import { agreementTitle } from '../agreement-text.ts'
import { paths } from '../paths.ts'
import { otherSide, type Project, type Side, subjectOf } from '../project.ts'
import { getAgreement } from '../queries/agreements.ts'
import { getProject } from '../queries/projects.ts'
import { deleteSignature, insertSignature } from '../queries/signatures.ts'
import { takeAgreementStep } from './agreement.ts'
import { beginProject } from './begin.ts'
import { composeMail, listRecipients, writeToBoth, writeToSide } from './letters.ts'
import { roleCodeFor, type Situation } from './step.ts'

/** How somebody signs: for which side, as whom, and the text that they saw. */
export type SigningDraft = {
  readonly side: Side
  readonly name: string
  readonly title: string
  readonly method: SigningMethod
  /** Hash of the text that the page showed. */
  readonly seen: string
}

type Signed = Result<AgreementState, TransitionProblem | AgreementProblem>

/** Issues the agreement with both signatures as a numbered document. */
const issueAgreement = async (
  scope: Scope,
  city: City,
  given: { readonly project: Project; readonly agreement: Agreement; readonly number: string },
): Promise<string> => {
  const { project, agreement, number } = given
  const document = composeAgreementDocument(city, agreement.version.content, {
    signatures: agreement.signatures,
    date: tokyoDayOf(scope.now),
    number,
  })
  const letter = {
    kind: 'concluded',
    project,
    path: paths.agreement(city.slug, project.id),
  } as const
  const recipients = [
    ...(await listRecipients(scope, project, 'group')),
    ...(await listRecipients(scope, project, 'city')),
  ]
  return issueNotice(scope, {
    subject: subjectOf(project),
    kind: 'agreement',
    number,
    title: `${agreementTitle}（${project.title}）`,
    document,
    groupId: project.groupId,
    mails: recipients.map((to) => ({
      to: to.email,
      ...composeMail(scope, city, letter, to),
    })),
  })
}

/** The second signature: number, document, frozen text; and the project begins when its day has come. */
const conclude = async (scope: Scope, city: City, situation: Situation): Promise<Signed> => {
  const { project, call } = situation
  const agreement = await getAgreement(scope, project.id)
  const number = await takeDocumentNumber(scope, call.definition)
  const noticeId = await issueAgreement(scope, city, { project, agreement, number })
  const taken = await takeAgreementStep(scope, {
    ...situation,
    agreement,
    name: 'conclude',
    documentNumber: number,
    facts: { signed_at: scope.now, document_number: number, notice_id: noticeId },
  })
  if (!taken.ok) return taken
  await beginProject(scope, city, { call, project: await getProject(scope, project.id) })
  return taken
}

/** Signs for one side. The second signature concludes the agreement and freezes its text. */
export const signAgreement = async (
  scope: Scope,
  city: City,
  given: Situation & { readonly draft: SigningDraft },
): Promise<Signed> => {
  const { project, call, draft } = given
  const agreement = await getAgreement(scope, project.id)
  if (agreement.state !== 'signing') return refuse('not-from-here')
  if (findSumProblem(agreement.version.content)) return refuse('sums-differ')
  const weighed = weighSignature(agreement, draft)
  if (weighed === 'changed-since' || weighed === 'signed-before') return refuse(weighed)
  await insertSignature(scope, project.id, {
    ...draft,
    role: roleCodeFor(scope, project),
    sha256: agreement.version.sha256,
  })
  if (weighed === 'concludes') return conclude(scope, city, { project, call })
  const taken = await takeAgreementStep(scope, {
    project,
    call,
    agreement,
    name: 'sign',
    signed: [draft.side],
  })
  if (!taken.ok) return taken
  await writeToSide(scope, city, {
    letter: { kind: 'signed-by-one', project, path: paths.signature(city.slug, project.id) },
    side: otherSide(draft.side),
  })
  return taken
}

/** Takes a side's signature back while the other has not signed. */
export const withdrawSignature = async (
  scope: Scope,
  city: City,
  given: Situation & { readonly side: Side; readonly reason: string },
): Promise<Signed> => {
  const { project, call, side, reason } = given
  const agreement = await getAgreement(scope, project.id)
  if (agreement.state !== 'signing') return refuse('not-from-here')
  if (!(await deleteSignature(scope, project.id, side))) return refuse('not-from-here')
  const taken = await takeAgreementStep(scope, {
    project,
    call,
    agreement,
    name: 'withdraw-signature',
    reason,
    signed: agreement.signatures.map((one) => one.side).filter((one) => one !== side),
  })
  if (!taken.ok) return taken
  const path = paths.agreement(city.slug, project.id)
  await writeToBoth(scope, city, { kind: 'signature-withdrawn', project, reason, path })
  return ok(taken.value)
}
