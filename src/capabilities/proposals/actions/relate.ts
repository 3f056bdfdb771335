import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { Bilingual } from '#kernel/bilingual.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { insertEvent, roleCodeOf } from '../../procedures/index.ts'
import type { Consultation } from '../consultation.ts'
import type { Proposal } from '../proposal.ts'
import { saveRelation } from '../queries/consultation-changes.ts'
import { consultationSubject } from './consult.ts'

const aboutNone = {
  ja: 'どの提案についての相談でもないと記録',
  en: 'Recorded as about no proposal',
}

/** Those who advise read this history: what a draft is called stays with the group. */
const aboutText = ({ title, submittedAt }: Pick<Proposal, 'title' | 'submittedAt'>): Bilingual =>
  submittedAt === null
    ? {
        ja: '書いている提案についての相談と記録',
        en: 'Recorded as about the proposal being written',
      }
    : {
        ja: `提案「${title}」についての相談と記録`,
        en: `Recorded as about the proposal “${title}”`,
      }

/**
 * Takes down which proposal a consultation is about, or that it is about none: from then on it counts for that one
 * alone. Who said so stands in its history.
 */
export const relateConsultation = async (
  scope: Scope,
  given: {
    readonly consultation: Consultation
    readonly proposal: Pick<Proposal, 'id' | 'callId' | 'title' | 'submittedAt'> | undefined
  },
): Promise<Result<void, 'cancelled'>> => {
  const { consultation, proposal } = given
  const proposalId = proposal?.id ?? null
  if (consultation.proposalId === proposalId) return ok(undefined)
  const callId = proposal?.callId ?? consultation.callId
  if (!(await saveRelation(scope, consultation.id, { proposalId, callId })))
    return refuse('cancelled')
  await insertEvent(scope, consultationSubject(consultation), {
    step: 'relate',
    title: proposal ? aboutText(proposal) : aboutNone,
    role: roleCodeOf(scope.actor),
  })
  await audit(scope, {
    action: 'consultation.relate',
    subjectKind: 'consultation',
    subjectId: consultation.id,
    before: { proposalId: consultation.proposalId },
    after: { proposalId },
  })
  return ok(undefined)
}
