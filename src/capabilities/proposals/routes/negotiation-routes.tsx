import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import {
  type Clash,
  checkAnswers,
  clashProblems,
  type Filled,
  type FormDefinition,
  findSheet,
  rowsAskedIn,
  type Sheet,
} from '../../forms/index.ts'
import { listEvents, listTasksOf } from '../../procedures/index.ts'
import {
  type ConfirmRefusal,
  confirmNegotiation,
  confirmStep,
  editStep,
  saveNegotiation,
} from '../actions/negotiate.ts'
import { sheetKeyOf, subjectOf } from '../actions/step.ts'
import { adviceForm, adviceIn, sentAsAdvice } from '../advice.ts'
import type { Problem } from '../figures.ts'
import { paths } from '../paths.ts'
import { canAdviseTalks, canNegotiate, canReadTalksAsCentre, sideOf } from '../policy.ts'
import { findNegotiation } from '../queries/negotiations.ts'
import { sentences } from '../sentences.ts'
import {
  NegotiationConfirmPage,
  NegotiationPage,
  type NegotiationPageProps,
  type Writing,
} from '../views/negotiation-page.tsx'
import { problemLinks } from '../views/problem-links.ts'
import { crumbsOf, findShown, lockShown, revisionIn, type Shown } from './request.ts'
import { tooLatePage } from './too-late.tsx'

/** Steps of the timeline that tell how the sheet came about. */
const changeSteps: readonly string[] = [editStep, confirmStep, 'pass', 'reassign', 'agree', 'go-on']

/** Those who may know of the talks: both sides, the office, and the members of the group. */
const assertConcerned = ({ reading }: Shown): void => {
  if (reading !== 'full' && reading !== 'parties') throw new NotFound('negotiation')
}

/** The centre's own part of the sheet; undefined for all others, and where the sheet leaves it none. */
const adviceFor = (
  { scope }: PageRequest,
  { proposal }: Shown,
  sheet: Sheet | undefined,
): FormDefinition | undefined =>
  sheet && canReadTalksAsCentre(scope.actor, proposal) ? adviceForm(sheet.definition) : undefined

const gather = async (request: PageRequest, shown: Shown): Promise<NegotiationPageProps> => {
  const { scope, city, language, person } = request
  const { proposal, reading } = shown
  const sheet = await findSheet(scope, sheetKeyOf(proposal.id, 'negotiation'))
  const part = adviceFor(request, shown, sheet)
  if (!part) assertConcerned(shown)
  const negotiation = await findNegotiation(scope, proposal.id)
  if (!negotiation || !sheet) throw new NotFound('negotiation')
  const subject = subjectOf(proposal)
  const events = await listEvents(scope, [subject], { publicOnly: false })
  const side = canNegotiate(scope.actor, proposal).ok ? sideOf(scope.actor, proposal) : undefined
  return {
    lang: language,
    city,
    person,
    now: scope.now,
    proposal,
    negotiation,
    sheet,
    tasks: await listTasksOf(scope, subject),
    changes: events.filter(({ step }) => changeSteps.includes(step)),
    side,
    advice: canAdviseTalks(scope.actor, proposal) ? part : undefined,
    reader: reading === 'full' ? 'staff' : 'parties',
    formKey: newFormKey(),
  }
}

type Back = {
  readonly filled?: Filled
  readonly problems?: readonly Problem[]
  readonly clash?: Writing['clash']
  readonly moreRows?: string
}

const writingOf = ({ city }: PageRequest, props: NegotiationPageProps, back: Back): Writing => {
  const { lang, advice } = props
  const sheet = advice ? { ...adviceIn(advice, props.sheet), definition: advice } : props.sheet
  const problems = back.problems ?? []
  return {
    filled: {
      answers: sheet.answers,
      visibility: sheet.visibility,
      problems,
      ...back.filled,
      ...(back.moreRows ? { moreRows: back.moreRows } : {}),
    },
    stored: sheet,
    missing: checkAnswers(sheet.definition, sheet.answers, city),
    errors: problemLinks(sheet.definition, problems, lang),
    clash: back.clash,
  }
}

const sheetPage = async (request: PageRequest, shown: Shown, back: Back = {}): Promise<Answer> => {
  const { language } = request
  const words = sentences[language].negotiation
  const props = await gather(request, shown)
  return page(
    request,
    {
      title: words.title,
      unlisted: true,
      done: words.done,
      breadcrumb: crumbsOf(request, shown.proposal, words.title),
      ...(back.problems ? { status: 422 } : {}),
    },
    <NegotiationPage
      {...props}
      writing={props.side || props.advice ? writingOf(request, props, back) : undefined}
    />,
  )
}

const showSheet = async (request: PageRequest): Promise<Answer> =>
  sheetPage(request, await findShown(request))

const clashBack = (clash: Clash): Back => {
  const problems = clashProblems(clash)
  const { answers, visibility } = clash.reading
  return { problems, filled: { answers, visibility, problems }, clash }
}

/** The side that writes; whoever has none, or comes when the talks are over, is told so. */
const sideFor = ({ scope }: PageRequest, shown: Shown) => {
  assertConcerned(shown)
  allow(canNegotiate(scope.actor, shown.proposal))
  const side = sideOf(scope.actor, shown.proposal)
  if (!side) throw new NotFound('negotiation')
  return side
}

/** Sends on, to the sheet as it stands, those who come when the talks are over. */
const isOver = (request: PageRequest, shown: Shown): Answer | undefined => {
  assertConcerned(shown)
  return shown.proposal.state === 'negotiating'
    ? undefined
    : redirect(paths.negotiation(request.city.slug, shown.proposal.id))
}

/** Keeps the centre's part of the sheet; undefined for everybody else. */
const saveAdvice = async (request: PageRequest, shown: Shown): Promise<Answer | undefined> => {
  const { scope, city, form: sent } = request
  const { proposal, call } = shown
  const sheet = await findSheet(scope, sheetKeyOf(proposal.id, 'negotiation'))
  if (!sheet || !adviceFor(request, shown, sheet)) return undefined
  const page = paths.negotiation(city.slug, proposal.id)
  if (!canAdviseTalks(scope.actor, proposal)) return redirect(page)
  const saved = await saveNegotiation(scope, city, {
    proposal,
    call,
    side: 'centre',
    sent: sentAsAdvice(sheet.definition, sheet, sent),
  })
  return saved.ok
    ? redirect(`${page}?done=${saved.value}`)
    : sheetPage(request, shown, clashBack(saved.error))
}

const saveSheetOf = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form: sent } = request
  const shown = await lockShown(request)
  const advised = await saveAdvice(request, shown)
  if (advised) return advised
  const over = isOver(request, shown)
  if (over && sideOf(scope.actor, shown.proposal)) return tooLatePage(request, shown, 'negotiation')
  if (over) return over
  const side = sideFor(request, shown)
  const { proposal, call } = shown
  const saved = await saveNegotiation(scope, city, { proposal, call, side, sent })
  if (!saved.ok) return sheetPage(request, shown, clashBack(saved.error))
  const moreRows = rowsAskedIn(sent)
  if (moreRows) return sheetPage(request, shown, { moreRows })
  return redirect(`${paths.negotiation(city.slug, proposal.id)}?done=${saved.value}`)
}

const confirmPage = async (
  request: PageRequest,
  shown: Shown,
  errors: readonly FieldError[] = [],
): Promise<Answer> => {
  const { language } = request
  const words = sentences[language].negotiation
  const props = await gather(request, shown)
  return page(
    request,
    {
      title: words.confirmTitle,
      unlisted: true,
      breadcrumb: crumbsOf(request, shown.proposal, words.confirmTitle),
      ...(errors.length > 0 ? { status: 422 } : {}),
    },
    <NegotiationConfirmPage {...props} errors={errors} />,
  )
}

const showConfirm = async (request: PageRequest): Promise<Answer> => {
  const shown = await findShown(request)
  const over = isOver(request, shown)
  if (over) return over
  sideFor(request, shown)
  return confirmPage(request, shown)
}

const refusalText = (request: PageRequest, refusal: ConfirmRefusal, revision: number): string => {
  const words = sentences[request.language].negotiation
  if (refusal.kind === 'changed-since') return words.changedSince(revision)
  if (refusal.kind === 'confirmed-before') return words.confirmedBefore
  return refusal.kind === 'incomplete' ? words.incomplete : words.notOpen
}

const confirm = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const shown = await lockShown(request)
  const over = isOver(request, shown)
  if (over) return over
  const side = sideFor(request, shown)
  const { proposal, call } = shown
  const seen = revisionIn(request) ?? 0
  const confirmed = await confirmNegotiation(scope, city, { proposal, call, side, seen })
  if (confirmed.ok)
    return confirmed.value === 'closed'
      ? redirect(`${paths.show(city.slug, proposal.id)}?done=agreed`)
      : redirect(`${paths.negotiation(city.slug, proposal.id)}?done=confirmed`)
  const sheet = await findSheet(scope, sheetKeyOf(proposal.id, 'negotiation'))
  const message = refusalText(request, confirmed.error, sheet?.revision ?? 0)
  return confirmPage(request, shown, [{ id: 'confirm', message }])
}

/** 担当課協議: the sheet both sides write and confirm. */
export const negotiationRoutes: readonly Route[] = [
  get(
    '/:city/proposals/:id/negotiation',
    'proposals.show-negotiation',
    ['member', 'department', 'office', 'centre'],
    showSheet,
  ),
  post(
    '/:city/proposals/:id/negotiation',
    'proposals.write-negotiation',
    ['member', 'department', 'office', 'centre'],
    saveSheetOf,
  ),
  get(
    '/:city/proposals/:id/negotiation/confirmation',
    'proposals.read-negotiation',
    ['member', 'department', 'office'],
    showConfirm,
  ),
  post(
    '/:city/proposals/:id/negotiation/confirmation',
    'proposals.confirm-negotiation',
    ['member', 'department', 'office'],
    confirm,
  ),
]
