import { say } from '#kernel/bilingual.ts'
import { allow } from '#kernel/refusals.ts'
import type { Result } from '#kernel/result.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import {
  type CallProblem,
  cancelCall,
  endCall,
  openNextCall,
  publishCall,
  rescheduleCall,
} from './actions.ts'
import { type Call, callStateAt } from './call.ts'
import { type FieldProblem, readReason, readSchedule } from './form.ts'
import { paths } from './paths.ts'
import { canManageCalls } from './policy.ts'
import { getCall } from './queries/calls.ts'
import { getProgramme } from './queries/programmes.ts'
import { sentences } from './sentences.ts'
import { CallSettingsPage } from './views/call-settings.tsx'

/** Why the settings page is shown again. */
type Comeback = {
  readonly failed?: 'dates' | 'cancellation'
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: CallProblem
}

const settingsPage = (request: PageRequest, call: Call, back?: Comeback): Answer => {
  const { scope, city, language } = request
  const words = sentences[language]
  const mayCancel = callStateAt(call, scope.now) === 'planned'
  return page(
    request,
    {
      title: words.settingsTitle,
      breadcrumb: [
        { label: words.title, href: paths.programmes(city.slug) },
        { label: say(call.title, language), href: paths.call(city.slug, call.id) },
        { label: words.settingsTitle },
      ],
      unlisted: true,
      done: words.done,
      ...(back ? { status: 422 } : {}),
    },
    <CallSettingsPage
      lang={language}
      city={city}
      call={call}
      formKey={newFormKey}
      mayCancel={mayCancel}
      typed={back ? request.form : undefined}
      problems={back?.problems}
      failed={back?.failed}
      refusal={back?.refusal && words.refused[back.refusal]}
    />,
  )
}

const getManaged = async (request: PageRequest): Promise<Call> => {
  allow(canManageCalls(request.scope.actor))
  return getCall(request.scope, request.params.id ?? '')
}

const showSettings = async (request: PageRequest): Promise<Answer> =>
  settingsPage(request, await getManaged(request))

const answerStep = (
  request: PageRequest,
  call: Call,
  step: { readonly done: string; readonly result: Result<unknown, CallProblem> },
): Answer =>
  step.result.ok
    ? redirect(`${paths.call(request.city.slug, call.id)}?done=${step.done}`)
    : settingsPage(request, call, { refusal: step.result.error })

const changeDates = async (request: PageRequest): Promise<Answer> => {
  const { scope, form } = request
  const call = await getManaged(request)
  const { wanted, reason, problems } = readSchedule(form, call, scope.now)
  if (problems.length > 0) return settingsPage(request, call, { failed: 'dates', problems })
  const result = await rescheduleCall(scope, { call, wanted, reason })
  return answerStep(request, call, { done: 'rescheduled', result })
}

const publish = async (request: PageRequest): Promise<Answer> => {
  const call = await getManaged(request)
  const result = await publishCall(request.scope, call)
  return answerStep(request, call, { done: 'published', result })
}

const cancel = async (request: PageRequest): Promise<Answer> => {
  const call = await getManaged(request)
  const { reason, problems } = readReason(request.form)
  if (problems.length > 0) return settingsPage(request, call, { failed: 'cancellation', problems })
  const result = await cancelCall(request.scope, { call, reason })
  return answerStep(request, call, { done: 'cancelled', result })
}

const end = async (request: PageRequest): Promise<Answer> => {
  const call = await getManaged(request)
  const result = await endCall(request.scope, call)
  return answerStep(request, call, { done: 'ended', result })
}

const openNext = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  allow(canManageCalls(scope.actor))
  const programme = await getProgramme(scope, request.params.id ?? '')
  const opened = await openNextCall(scope, programme)
  // A second press finds the call that the first one made, on the programme's page.
  if (!opened.ok) return redirect(`${paths.programme(city.slug, programme.id)}#calls`)
  return redirect(`${paths.settings(city.slug, opened.value)}?done=opened`)
}

/** What only the office does: prepare, publish, date, cancel and end calls. */
export const officeRoutes: readonly Route[] = [
  get('/:city/calls/:id/settings', 'programmes.see-settings', ['office'], showSettings),
  post('/:city/calls/:id/settings', 'programmes.change-dates', ['office'], changeDates),
  post('/:city/calls/:id/publication', 'programmes.publish-call', ['office'], publish),
  post('/:city/calls/:id/cancellation', 'programmes.cancel-call', ['office'], cancel),
  post('/:city/calls/:id/end', 'programmes.end-call', ['office'], end),
  post('/:city/programmes/:id/calls', 'programmes.open-call', ['office'], openNext),
]
