import { type Answer, redirect } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import {
  type Clash,
  checkAnswers,
  clashProblems,
  type Filled,
  findSheet,
  rowsAskedIn,
} from '../../forms/index.ts'
import { saveNegotiation } from '../actions/negotiate.ts'
import { sheetKeyOf } from '../actions/step.ts'
import { adviceIn, sentAsAdvice } from '../advice.ts'
import type { Problem } from '../figures.ts'
import { paths } from '../paths.ts'
import { canAdviseTalks, sideOf } from '../policy.ts'
import { sentences } from '../sentences.ts'
import { NegotiationPage, type Writing } from '../views/negotiation-page.tsx'
import type { NegotiationPageProps } from '../views/negotiation-parts.tsx'
import { problemLinks } from '../views/problem-links.ts'
import { adviceFor, gather, isOver, sideFor } from './negotiation-shown.ts'
import { crumbsOf, findShown, lockShown, type Shown } from './request.ts'
import { tooLatePage } from './too-late.tsx'

type Back = {
  readonly filled?: Filled
  readonly problems?: readonly Problem[]
  readonly clash?: Writing['clash']
  readonly moreRows?: string
}

const writingOf = ({ city }: PageRequest, props: NegotiationPageProps, back: Back): Writing => {
  const { lang, advice, overCosts } = props
  const sheet = advice ? { ...adviceIn(advice, props.sheet), definition: advice } : props.sheet
  const problems = back.problems ?? []
  return {
    filled: {
      answers: sheet.answers,
      visibility: sheet.visibility,
      problems: [...problems, ...overCosts],
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
  if (sent.text('intent') === 'confirm')
    return redirect(paths.negotiationConfirmation(city.slug, proposal.id))
  return redirect(`${paths.negotiation(city.slug, proposal.id)}?done=${saved.value}`)
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
]
