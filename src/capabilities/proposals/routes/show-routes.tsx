import type { Answer } from '#web/answer.ts'
import { type Panel, renderPanels } from '#web/capability.ts'
import { newFormKey, page } from '#web/page.tsx'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { fieldsOf, findSheet, listSheetFiles, type Sheet } from '../../forms/index.ts'
import {
  listEvents,
  listMessages,
  listNotices,
  listTasksOf,
  type StoredFile,
} from '../../procedures/index.ts'
import { sheetKeyOf, subjectOf } from '../actions/step.ts'
import { adviceForm } from '../advice.ts'
import { listChain } from '../chain.ts'
import { type Consultation, stageOf } from '../consultation.ts'
import { paths } from '../paths.ts'
import {
  canCheck,
  canNegotiate,
  canReadConsultation,
  canReadTalksAsCentre,
  canTalk,
  canWithdraw,
  canWrite,
  type Reading,
} from '../policy.ts'
import type { Proposal } from '../proposal.ts'
import { listTalkedOver } from '../queries/consultations.ts'
import { findNegotiation } from '../queries/negotiations.ts'
import { findWithdrawal } from '../queries/withdrawals.ts'
import { sentences } from '../sentences.ts'
import { shownTitle } from '../views/labels.tsx'
import { NoLongerPublicPage } from '../views/no-longer-public-page.tsx'
import { type PageMay, ProposalPage } from '../views/proposal-page.tsx'
import { crumbsOf, findShownOrEnded, type Shown, seesAsStaff } from './request.ts'

/** True where the sheet of the talks leaves the centre a part to write. */
const hasAdvice = async ({ scope }: PageRequest, { proposal }: Shown): Promise<boolean> => {
  if (!canReadTalksAsCentre(scope.actor, proposal)) return false
  const sheet = await findSheet(scope, sheetKeyOf(proposal.id, 'negotiation'))
  return sheet !== undefined && adviceForm(sheet.definition) !== undefined
}

const mayOf = ({ scope }: PageRequest, proposal: Proposal, advises: boolean): PageMay => ({
  write: canWrite(scope.actor, proposal).ok,
  check: canCheck(scope.actor, proposal).ok,
  negotiate: canNegotiate(scope.actor, proposal).ok,
  withdraw: canWithdraw(scope.actor, proposal).ok,
  advise: advises,
  talk: canTalk(scope.actor, proposal).ok,
})

const isConcerned = (reading: Reading): boolean => reading === 'full' || reading === 'parties'

const noFiles: ReadonlyMap<string, readonly StoredFile[]> = new Map()

/** Files are looked up only where the reader may open one. */
const findFiles = async ({ scope }: PageRequest, shown: Shown, sheet: Sheet | undefined) => {
  const open = isConcerned(shown.reading)
  const any = sheet
    ? fieldsOf(sheet.definition).some(
        ({ kind, visibility }) => kind === 'file' && (open || visibility === 'public'),
      )
    : false
  return any ? listSheetFiles(scope, sheetKeyOf(shown.proposal.id, 'proposal')) : noFiles
}

/** What was talked over before is read by the group and those who advise; the department learns only that it was. */
const readConsultations = (
  { scope }: PageRequest,
  { groupId }: Proposal,
  held: readonly Consultation[],
): readonly Consultation[] | undefined =>
  canReadConsultation(scope.actor, { groupId, state: 'held' }).ok ? held : undefined

/** What lies between the parties: read only for them. */
const gatherInner = async ({ scope }: PageRequest, { proposal, reading }: Shown) => {
  const subject = subjectOf(proposal)
  const concerned = isConcerned(reading)
  return {
    tasks: concerned || reading === 'titles' ? await listTasksOf(scope, subject) : [],
    negotiation: concerned ? await findNegotiation(scope, proposal.id) : undefined,
    withdrawal:
      concerned && proposal.state === 'withdrawn'
        ? await findWithdrawal(scope, proposal.id)
        : undefined,
    messages: reading === 'full' ? await listMessages(scope, subject) : [],
    notices: concerned ? await listNotices(scope, subject) : [],
  }
}

const chainOf = ({ proposal, call }: Shown, consultations: readonly Consultation[]) =>
  listChain({
    state: proposal.state,
    rule: call.definition.consultation,
    consulted: stageOf(consultations),
    calendar: call.calendar,
  })

/** For those who came too late: what has happened meanwhile, without reproach. */
const noticeOf = ({ query, language }: PageRequest) => {
  const words = sentences[language]
  const told = { 'sent-before': words.show.sentBefore, 'moved-on': words.show.movedOn }
  const done = query.get('done') ?? ''
  const heading = Object.hasOwn(told, done) ? told[done as keyof typeof told] : undefined
  return heading ? { notice: { kind: 'info' as const, heading } } : {}
}

/** Gone (410), with a word: what was read yesterday does not become a riddle today. */
const noLongerPublic = (
  request: PageRequest,
  { proposal, call }: Pick<Shown, 'proposal' | 'call'>,
): Answer => {
  const { city, language } = request
  const words = sentences[language].noLongerPublic
  const decided = proposal.state === 'not_selected' || proposal.state === 'reserve'
  const title = decided ? words.decidedTitle : words.endedTitle
  return page(
    request,
    {
      title,
      status: 410,
      unlisted: true,
      breadcrumb: [
        { label: sentences[language].title, href: paths.list(city.slug) },
        { label: title },
      ],
    },
    <NoLongerPublicPage lang={language} city={city} call={call} decided={decided} />,
  )
}

const showProposal =
  (panels: readonly Panel[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language, person } = request
    const shown = await findShownOrEnded(request)
    const { proposal, call, reading } = shown
    if (reading === 'none') return noLongerPublic(request, shown)
    const words = sentences[language].show
    const sheet =
      reading === 'titles' ? undefined : await findSheet(scope, sheetKeyOf(proposal.id, 'proposal'))
    const inner = await gatherInner(request, shown)
    const consultations = isConcerned(reading)
      ? (await listTalkedOver(scope, proposal)).counted
      : []
    const subject = { kind: 'proposal', id: proposal.id }
    const events = await listEvents(scope, [subject], { publicOnly: !isConcerned(reading) })
    const { submitted: _, ...done } = words.done
    return page(
      request,
      {
        title: shownTitle(proposal, language),
        breadcrumb: crumbsOf(request, proposal),
        unlisted: reading !== 'public',
        description: reading === 'public' ? proposal.summary : '',
        done,
        ...noticeOf(request),
      },
      <ProposalPage
        lang={language}
        city={city}
        person={person}
        now={scope.now}
        proposal={proposal}
        call={call}
        reading={reading}
        may={mayOf(request, proposal, await hasAdvice(request, shown))}
        forStaff={seesAsStaff(request, proposal)}
        chain={chainOf(shown, consultations)}
        sheet={sheet}
        files={await findFiles(request, shown, sheet)}
        {...inner}
        consultations={readConsultations(request, proposal, consultations)}
        events={events}
        panels={await renderPanels(panels, request, subject)}
        newKey={newFormKey}
        justSent={request.query.get('done') === 'submitted'}
      />,
    )
  }

/** One page of a proposal for everyone concerned. Visitors read what is public of it. */
export const showRoutes = (panels: readonly Panel[]): readonly Route[] => [
  getKept('/:city/proposals/:id', 'proposals.show', showProposal(panels)),
]
