import type { Person } from '#kernel/actor.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Answer } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import type { PageRequest } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { findSheet } from '../../forms/index.ts'
import { listEvents, listMessages, listTasksOf } from '../../procedures/index.ts'
import { findCall } from '../../programmes/index.ts'
import { consultationKey, consultationSubject } from '../actions/consult.ts'
import type { Consultation } from '../consultation.ts'
import { consultationSentences } from '../consultation-sentences.ts'
import type { Problem } from '../figures.ts'
import { heldEarlierField } from '../form.ts'
import { paths } from '../paths.ts'
import {
  canAgreeAppointment,
  canCancelConsultation,
  canPlanConsultation,
  canReadConsultation,
  canRecordConsultation,
  canRelateConsultation,
  canTalkInConsultation,
  isAdviserFor,
} from '../policy.ts'
import type { Proposal } from '../proposal.ts'
import { listOwnProposals } from '../queries/lists.ts'
import { findProposal } from '../queries/proposals.ts'
import { ConsultationPage } from '../views/consultation-pages.tsx'
import { readingFor } from './request.ts'

/** A consultation that is not for this person is not known to them. */
export const assertReadable = (request: PageRequest, consultation: Consultation): Person => {
  const { scope, person } = request
  if (!person || !canReadConsultation(scope.actor, consultation).ok)
    throw new NotFound('consultation')
  return person
}

/** Proposals of the group of which it may be said that it was about them. */
export const listRelatable = async (
  { scope }: PageRequest,
  { groupId, callId }: Consultation,
): Promise<Proposal[]> =>
  (await listOwnProposals(scope, { memberships: [{ groupId }] })).filter(
    (proposal) => proposal.state !== 'withdrawn' && (callId === null || proposal.callId === callId),
  )

/** A draft that was written at home is opened by its own group alone. */
const readsProposal = async (
  request: PageRequest,
  { proposalId }: Consultation,
): Promise<boolean> => {
  const proposal = proposalId ? await findProposal(request.scope, proposalId) : undefined
  return proposal !== undefined && (await readingFor(request, proposal)) !== 'none'
}

export const consultationPage = async (
  request: PageRequest,
  consultation: Consultation,
  problems: readonly Problem[] = [],
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const person = assertReadable(request, consultation)
  const words = consultationSentences[language]
  const subject = consultationSubject(consultation)
  const talk = canTalkInConsultation(scope.actor, consultation).ok
  const relatable = await listRelatable(request, consultation)
  const errors: FieldError[] = problems.map(({ name, text }) => ({
    id: name,
    message: text[language],
  }))
  return page(
    request,
    {
      title: consultation.topic,
      unlisted: true,
      done: words.done,
      breadcrumb: [
        { label: words.title, href: paths.consultations(city.slug) },
        { label: consultation.topic },
      ],
      ...(errors.length > 0 ? { status: 422 } : {}),
    },
    <ConsultationPage
      lang={language}
      city={city}
      person={person}
      now={scope.now}
      consultation={consultation}
      call={consultation.callId ? await findCall(scope, consultation.callId) : undefined}
      sheet={await findSheet(scope, consultationKey(consultation.id))}
      tasks={await listTasksOf(scope, subject)}
      events={await listEvents(scope, [subject], { publicOnly: false })}
      messages={talk ? await listMessages(scope, subject) : []}
      may={{
        plan: canPlanConsultation(scope.actor, consultation).ok,
        agree: canAgreeAppointment(scope.actor, consultation).ok,
        record: canRecordConsultation(scope.actor, consultation).ok,
        cancel: canCancelConsultation(scope.actor, consultation).ok,
        talk,
        desk: isAdviserFor(scope.actor, consultation),
        relate: canRelateConsultation(scope.actor, consultation).ok,
      }}
      readsProposal={await readsProposal(request, consultation)}
      relatable={relatable}
      typed={{
        plannedOn: form.text('planned_on'),
        plannedDetail: form.text('planned_detail'),
        heldOn: form.text('held_on'),
        advisor: form.text('advisor'),
        note: form.text('note'),
        cancelReason: form.text('cancel_reason'),
        heldEarlier: form.text(heldEarlierField) === 'yes',
        proposal: form.text('proposal'),
      }}
      errors={errors}
      newKey={newFormKey}
    />,
  )
}
