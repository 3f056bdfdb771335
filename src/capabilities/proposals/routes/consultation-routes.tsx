import { hasRole } from '#kernel/actor.ts'
import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { agreeToAppointment, proposeAppointment } from '../actions/appointment.ts'
import { cancelConsultation, recordConsultation } from '../actions/consult.ts'
import { relateConsultation } from '../actions/relate.ts'
import { readAppointment } from '../appointment-form.ts'
import { type Consultation, canBeClaimed } from '../consultation.ts'
import { consultationSentences } from '../consultation-sentences.ts'
import type { Problem } from '../figures.ts'
import { readCancellation, readConsultationRecord } from '../form.ts'
import { paths } from '../paths.ts'
import {
  canAgreeAppointment,
  canCancelConsultation,
  canPlanConsultation,
  canRecordConsultation,
  canRelateConsultation,
  isAdviserFor,
} from '../policy.ts'
import { isEditable } from '../proposal.ts'
import { getConsultation, listConsultations, lockConsultation } from '../queries/consultations.ts'
import { ConsultationListPage } from '../views/consultation-pages.tsx'
import { assertReadable, consultationPage, listRelatable } from './consultation-page.tsx'

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

/** The day they are to meet; a record that is mended later is no longer bound to it. */
const toBeKept = ({ state, appointment }: Consultation) => (state === 'asked' ? appointment : null)

const record = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const consultation = await lockConsultation(scope, request.params.id ?? '')
  assertReadable(request, consultation)
  if (consultation.state === 'cancelled') return consultationPage(request, consultation, [notNow])
  allow(canRecordConsultation(scope.actor, consultation))
  const read = readConsultationRecord(form, scope.now, toBeKept(consultation))
  if (!read.ok) return consultationPage(request, consultation, read.error)
  const done = await recordConsultation(scope, city, { consultation, record: read.value })
  return done.ok
    ? redirect(`${paths.consultation(city.slug, consultation.id)}?done=recorded`)
    : consultationPage(request, consultation, [notNow])
}

/** Said beside the choice where there is one, and else where the page tells what it is about. */
const goneFrom = (name: 'proposal' | 'about'): Problem => ({
  name,
  text: { ja: consultationSentences.ja.about.gone, en: consultationSentences.en.about.gone },
})

/** The group says so on the page of its draft, and only of what could be about it; staff say so here, of any. */
const relate = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const consultation = await lockConsultation(scope, request.params.id ?? '')
  assertReadable(request, consultation)
  if (consultation.state === 'cancelled') return consultationPage(request, consultation, [notNow])
  allow(canRelateConsultation(scope.actor, consultation))
  const desk = isAdviserFor(scope.actor, consultation)
  const wanted = form.text('proposal')
  const relatable = await listRelatable(request, consultation)
  const proposal = relatable.find(({ id }) => id === wanted)
  const allowed = desk
    ? wanted === '' || proposal !== undefined
    : proposal && isEditable(proposal.state) && canBeClaimed(consultation, proposal)
  if (!allowed) {
    const place = desk && relatable.length > 0 ? 'proposal' : 'about'
    return consultationPage(request, consultation, [goneFrom(place)])
  }
  const done = await relateConsultation(scope, { consultation, proposal })
  if (!done.ok) return consultationPage(request, consultation, [notNow])
  return redirect(
    desk || !proposal
      ? `${paths.consultation(city.slug, consultation.id)}?done=related`
      : `${paths.edit(city.slug, proposal.id)}?done=related`,
  )
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
    '/:city/consultations/:id/proposal',
    'proposals.relate-consultation',
    ['member', 'centre', 'office'],
    relate,
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
