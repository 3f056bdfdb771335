import { hasRole, type Person } from '#kernel/actor.ts'
import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { findSheet } from '../../forms/index.ts'
import { listEvents, listMessages, listTasksOf } from '../../procedures/index.ts'
import { findCall } from '../../programmes/index.ts'
import { agreeToAppointment, proposeAppointment } from '../actions/appointment.ts'
import {
  cancelConsultation,
  consultationKey,
  consultationSubject,
  recordConsultation,
} from '../actions/consult.ts'
import { readAppointment } from '../appointment-form.ts'
import type { Consultation } from '../consultation.ts'
import { consultationSentences } from '../consultation-sentences.ts'
import type { Problem } from '../figures.ts'
import { readCancellation, readConsultationRecord } from '../form.ts'
import { paths } from '../paths.ts'
import {
  canAgreeAppointment,
  canCancelConsultation,
  canPlanConsultation,
  canReadConsultation,
  canRecordConsultation,
  canTalkInConsultation,
  isAdviserFor,
} from '../policy.ts'
import { getConsultation, listConsultations, lockConsultation } from '../queries/consultations.ts'
import { ConsultationListPage, ConsultationPage } from '../views/consultation-pages.tsx'

const showList = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, person } = request
  const staff = hasRole(scope.actor, 'office', 'centre')
  const groups = person?.memberships.map((held) => held.groupId) ?? []
  const words = consultationSentences[language]
  return page(
    request,
    { title: words.title, unlisted: true, breadcrumb: [{ label: words.title }] },
    <ConsultationListPage
      lang={language}
      city={city}
      consultations={await listConsultations(scope, staff ? {} : { groups })}
      forStaff={staff}
    />,
  )
}

/** A consultation that is not for this person is not known to them. */
const assertReadable = (request: PageRequest, consultation: Consultation): Person => {
  const { scope, person } = request
  if (!person || !canReadConsultation(scope.actor, consultation).ok)
    throw new NotFound('consultation')
  return person
}

const consultationPage = async (
  request: PageRequest,
  consultation: Consultation,
  problems: readonly Problem[] = [],
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const person = assertReadable(request, consultation)
  const words = consultationSentences[language]
  const subject = consultationSubject(consultation)
  const talk = canTalkInConsultation(scope.actor, consultation).ok
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
      }}
      typed={{
        plannedOn: form.text('planned_on'),
        plannedDetail: form.text('planned_detail'),
        heldOn: form.text('held_on'),
        advisor: form.text('advisor'),
        note: form.text('note'),
        cancelReason: form.text('cancel_reason'),
      }}
      errors={errors}
      newKey={newFormKey}
    />,
  )
}

const showConsultation = async (request: PageRequest): Promise<Answer> =>
  consultationPage(request, await getConsultation(request.scope, request.params.id ?? ''))

const notNow: Problem = {
  name: 'next',
  text: { ja: consultationSentences.ja.notNow, en: consultationSentences.en.notNow },
}

const propose = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const consultation = await lockConsultation(scope, request.params.id ?? '')
  assertReadable(request, consultation)
  if (consultation.state !== 'asked') return consultationPage(request, consultation, [notNow])
  allow(canPlanConsultation(scope.actor, consultation))
  const read = readAppointment(form, scope.now)
  if (!read.ok) return consultationPage(request, consultation, read.error)
  const done = await proposeAppointment(scope, city, { consultation, appointment: read.value })
  return done.ok
    ? redirect(`${paths.consultation(city.slug, consultation.id)}?done=planned`)
    : consultationPage(request, consultation, [notNow])
}

const agree = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const consultation = await lockConsultation(scope, request.params.id ?? '')
  assertReadable(request, consultation)
  if (consultation.state !== 'asked' || !consultation.appointment)
    return consultationPage(request, consultation, [notNow])
  allow(canAgreeAppointment(scope.actor, consultation))
  const done = await agreeToAppointment(scope, city, consultation)
  return done.ok
    ? redirect(`${paths.consultation(city.slug, consultation.id)}?done=plan-agreed`)
    : consultationPage(request, consultation, [notNow])
}

const record = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const consultation = await lockConsultation(scope, request.params.id ?? '')
  assertReadable(request, consultation)
  if (consultation.state === 'cancelled') return consultationPage(request, consultation, [notNow])
  allow(canRecordConsultation(scope.actor, consultation))
  const read = readConsultationRecord(form, scope.now)
  if (!read.ok) return consultationPage(request, consultation, read.error)
  const done = await recordConsultation(scope, city, { consultation, record: read.value })
  return done.ok
    ? redirect(`${paths.consultation(city.slug, consultation.id)}?done=recorded`)
    : consultationPage(request, consultation, [notNow])
}

const cancel = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const consultation = await lockConsultation(scope, request.params.id ?? '')
  assertReadable(request, consultation)
  if (consultation.state !== 'asked') return consultationPage(request, consultation, [notNow])
  allow(canCancelConsultation(scope.actor, consultation))
  const read = readCancellation(form)
  if (!read.ok) return consultationPage(request, consultation, read.error)
  const done = await cancelConsultation(scope, city, { consultation, reason: read.value })
  return done.ok
    ? redirect(`${paths.consultation(city.slug, consultation.id)}?done=cancelled`)
    : consultationPage(request, consultation, [notNow])
}

/** 事前相談: for the group that asks and those who advise. */
export const consultationRoutes: readonly Route[] = [
  get('/:city/consultations', 'proposals.list-consultations', ['person'], showList),
  get(
    '/:city/consultations/:id',
    'proposals.show-consultation',
    ['member', 'centre', 'office', 'department'],
    showConsultation,
  ),
  post(
    '/:city/consultations/:id/appointment',
    'proposals.propose-appointment',
    ['centre', 'office'],
    propose,
  ),
  post(
    '/:city/consultations/:id/appointment/agreement',
    'proposals.agree-appointment',
    ['member'],
    agree,
  ),
  post(
    '/:city/consultations/:id/record',
    'proposals.record-consultation',
    ['centre', 'office'],
    record,
  ),
  post(
    '/:city/consultations/:id/cancellation',
    'proposals.cancel-consultation',
    ['member', 'centre', 'office'],
    cancel,
  ),
]
