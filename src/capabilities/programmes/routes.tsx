import { hasRole, isStaff } from '#kernel/actor.ts'
import { say } from '#kernel/bilingual.ts'
import { formatDate } from '#kernel/date-text.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Answer } from '#web/answer.ts'
import { type Panel, panelsAt, renderPanels } from '#web/capability.ts'
import { newFormKey, page } from '#web/page.tsx'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { getForm } from '../forms/index.ts'
import { listEvents } from '../procedures/index.ts'
import { type Call, type CallHead, callStateAt, isCancelled } from './call.ts'
import { officeRoutes } from './office-routes.tsx'
import { paths } from './paths.ts'
import { canManageCalls, canSeeCall } from './policy.ts'
import { nextCallYear, type Programme } from './programme.ts'
import { getCall, listCalls } from './queries/calls.ts'
import { getProgramme, listProgrammes } from './queries/programmes.ts'
import { programmeData } from './schema-org.ts'
import { sentences } from './sentences.ts'
import { CallPage } from './views/call-page.tsx'
import { FormPreviewPage } from './views/form-preview.tsx'
import { ProgrammeListPage } from './views/programme-list.tsx'
import { ProgrammePage } from './views/programme-page.tsx'

const visibleOf = (request: PageRequest, calls: readonly CallHead[]): CallHead[] =>
  calls.filter((call) => canSeeCall(request.scope.actor, call))

const showList = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const programmes = await listProgrammes(scope)
  const calls = visibleOf(request, await listCalls(scope))
  const words = sentences[language]
  return page(
    request,
    { title: words.title, breadcrumb: [{ label: words.title }], description: words.listLead },
    <ProgrammeListPage
      lang={language}
      city={city}
      programmes={programmes}
      calls={calls}
      now={scope.now}
    />,
  )
}

const nextCallOf = (request: PageRequest, programme: Programme, calls: readonly CallHead[]) => {
  if (!canManageCalls(request.scope.actor).ok || programme.state !== 'running') return undefined
  const fiscalYear = nextCallYear(calls, request.scope.now)
  return fiscalYear === undefined ? undefined : { fiscalYear, formKey: newFormKey() }
}

const showProgramme = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const programme = await getProgramme(scope, request.params.id ?? '')
  const calls = await listCalls(scope, { programmeId: programme.id })
  const title = say(programme.title, language)
  return page(
    request,
    {
      title,
      breadcrumb: [
        { label: sentences[language].title, href: paths.programmes(city.slug) },
        { label: title },
      ],
      description: say(programme.definition.about, language),
      data: [programmeData(programme, city, { publicUrl: request.site.publicUrl, language })],
    },
    <ProgrammePage
      lang={language}
      city={city}
      programme={programme}
      calls={visibleOf(request, calls)}
      now={scope.now}
      nextCall={nextCallOf(request, programme, calls)}
    />,
  )
}

const getVisibleCall = async (request: PageRequest): Promise<Call> => {
  const call = await getCall(request.scope, request.params.id ?? '')
  if (!canSeeCall(request.scope.actor, call)) throw new NotFound('call')
  return call
}

/** One sentence for lists of search results: whether it is open, and until when. */
const describeCall = ({ language, scope }: PageRequest, call: Call): string => {
  const words = sentences[language]
  if (isCancelled(call)) return words.cancelled
  const until = formatDate(call.closesOn, language)
  return `${words.moment[callStateAt(call, scope.now)]} ${words.until} ${until}`
}

const showCall =
  (panels: readonly Panel[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language } = request
    const call = await getVisibleCall(request)
    const subject = { kind: 'call', id: call.id }
    const staff = isStaff(scope.actor)
    const events = await listEvents(scope, [subject], { publicOnly: !staff })
    const title = say(call.title, language)
    const words = sentences[language]
    return page(
      request,
      {
        title,
        breadcrumb: [{ label: words.title, href: paths.programmes(city.slug) }, { label: title }],
        description: describeCall(request, call),
        done: words.done,
      },
      <CallPage
        lang={language}
        city={city}
        call={call}
        now={scope.now}
        events={events}
        withNames={staff}
        mayManage={hasRole(scope.actor, 'office')}
        signedIn={request.person !== undefined}
        panels={await renderPanels(panels, request, subject)}
      />,
    )
  }

const showForm = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const call = await getVisibleCall(request)
  const form = await getForm(scope, call.definition.forms.proposal)
  const words = sentences[language]
  return page(
    request,
    {
      title: words.previewTitle,
      breadcrumb: [
        { label: words.title, href: paths.programmes(city.slug) },
        { label: say(call.title, language), href: paths.call(city.slug, call.id) },
        { label: words.previewTitle },
      ],
    },
    <FormPreviewPage lang={language} city={city} call={call} form={form} />,
  )
}

/** Every page of programmes and calls; later capabilities add their panels to the page of a call. */
export const programmeRoutes = (panels: readonly Panel[] = []): readonly Route[] => [
  getKept('/:city/programmes', 'programmes.list', showList),
  getKept('/:city/programmes/:id', 'programmes.show', showProgramme),
  getKept('/:city/calls/:id', 'programmes.show-call', showCall(panelsAt(panels, 'call'))),
  getKept('/:city/calls/:id/form', 'programmes.preview-form', showForm),
  ...officeRoutes,
]
