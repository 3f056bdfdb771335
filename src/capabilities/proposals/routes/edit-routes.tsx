import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import {
  type Clash,
  type ClashShown,
  clashProblems,
  emptySheet,
  type Filled,
  rowsAskedIn,
} from '../../forms/index.ts'
import { listEvents } from '../../procedures/index.ts'
import { type Examination, examineProposal, isSendable } from '../actions/examine.ts'
import { saveProposal } from '../actions/save.ts'
import { subjectOf } from '../actions/step.ts'
import { unmetConditions } from '../conditions.ts'
import type { Problem } from '../figures.ts'
import { paths } from '../paths.ts'
import { actsForGroup, canWrite, isApplicant } from '../policy.ts'
import { isEditable, type Proposal } from '../proposal.ts'
import { sentences } from '../sentences.ts'
import { EditPage } from '../views/edit-page.tsx'
import { problemLinks } from '../views/problem-links.ts'
import { reasonOfReturn } from '../views/proposal-state.tsx'
import { crumbsOf, findShown, lockShown, type Shown } from './request.ts'
import { tooLatePage } from './too-late.tsx'

type EditShown = {
  readonly filled?: Filled
  /** Problems beside the fields and in the summary: the form came back. */
  readonly problems?: readonly Problem[]
  readonly clash?: ClashShown
  readonly late?: boolean
  readonly keep?: boolean
}

const findReason = async ({ scope }: PageRequest, proposal: Proposal): Promise<string | null> =>
  proposal.state === 'returned'
    ? reasonOfReturn(
        proposal,
        await listEvents(scope, [subjectOf(proposal)], { publicOnly: false }),
      )
    : null

const filledFrom = (examination: Examination, problems: readonly Problem[]): Filled => ({
  answers: examination.answers,
  visibility: examination.sheet?.visibility ?? {},
  files: examination.files,
  problems,
})

const editPage = async (
  request: PageRequest,
  { proposal, call }: Shown,
  shown: EditShown = {},
): Promise<Answer> => {
  const { scope, city, language } = request
  const { problems = [], clash, late = false, keep = false } = shown
  const words = sentences[language].edit
  const examination = await examineProposal(scope, city, { proposal, call })
  const { definition } = examination.form
  const title = proposal.state === 'returned' ? words.mend : words.title
  return page(
    request,
    {
      title,
      unlisted: true,
      done: {
        begun: sentences[language].show.done.begun,
        saved: words.saved,
        related: words.related,
      },
      breadcrumb: crumbsOf(request, proposal, title),
      ...(problems.length > 0 ? { status: 422, keep } : {}),
    },
    <EditPage
      lang={language}
      city={city}
      now={scope.now}
      proposal={proposal}
      call={call}
      definition={definition}
      filled={{ ...filledFrom(examination, problems), ...shown.filled }}
      stored={examination.sheet ?? emptySheet}
      conditions={examination.conditions}
      talkedOver={examination.talkedOver}
      newKey={newFormKey}
      missing={examination.sheet ? examination.problems : []}
      begun={examination.sheet !== undefined}
      warnings={examination.warnings}
      errors={problemLinks(definition, problems, language)}
      askedFor={await findReason(request, proposal)}
      onBehalf={!actsForGroup(scope.actor, proposal)}
      late={late}
      clash={clash}
      formKey={newFormKey()}
    />,
  )
}

/** Sends on, to the state of things, those who may look but not write now. */
const turnAway = (request: PageRequest, { proposal }: Shown): Answer | undefined => {
  if (!isEditable(proposal.state)) return redirect(paths.show(request.city.slug, proposal.id))
  allow(canWrite(request.scope.actor, proposal))
  return undefined
}

const showEdit = async (request: PageRequest): Promise<Answer> => {
  const shown = await findShown(request)
  return turnAway(request, shown) ?? editPage(request, shown)
}

/** The two texts, side by side: nothing was saved, nothing is lost. */
const clashPage = (request: PageRequest, shown: Shown, clash: Clash): Promise<Answer> => {
  const problems = clashProblems(clash)
  const { answers, visibility } = clash.reading
  return editPage(request, shown, {
    filled: { answers, visibility, problems },
    problems,
    clash,
  })
}

/** After saving: goes on to the last look, or tells all that is in the way. What was typed stays. */
const goOn = async (request: PageRequest, shown: Shown): Promise<Answer> => {
  const { scope, city } = request
  const { proposal, call } = shown
  const examination = await examineProposal(scope, city, { proposal, call })
  if (isSendable(examination)) return redirect(paths.confirmation(city.slug, proposal.id))
  const unmet = unmetConditions(examination.conditions)
  return editPage(request, shown, {
    problems: [...unmet, ...examination.problems],
    late: proposal.state === 'draft' && unmet.some(({ name }) => name === 'condition-window'),
    keep: true,
  })
}

const save = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form: sent } = request
  const shown = await lockShown(request)
  const { proposal, call } = shown
  if (!isEditable(proposal.state))
    return isApplicant(scope.actor, proposal)
      ? tooLatePage(request, shown, 'proposal')
      : redirect(paths.show(city.slug, proposal.id))
  allow(canWrite(scope.actor, proposal))
  const saved = await saveProposal(scope, city, { proposal, call, sent })
  if (!saved.ok) return clashPage(request, shown, saved.error)
  const now = await findShown(request)
  if (saved.value.length > 0) return editPage(request, now, { problems: saved.value, keep: true })
  const moreRows = rowsAskedIn(sent)
  if (moreRows) return showMoreRows(request, now, moreRows)
  return sent.text('intent') === 'send'
    ? goOn(request, now)
    : redirect(`${paths.edit(city.slug, proposal.id)}?done=saved`)
}

/** Keeps the form and shows it again with one more row in the table that was asked for. */
const showMoreRows = async (
  request: PageRequest,
  shown: Shown,
  moreRows: string,
): Promise<Answer> => {
  const { scope, city } = request
  const { proposal, call } = shown
  const examination = await examineProposal(scope, city, { proposal, call })
  return editPage(request, shown, { filled: { answers: examination.answers, moreRows } })
}

/** The city's form: for those who act for the group, and for the office when it came on paper. */
export const editRoutes: readonly Route[] = [
  get('/:city/proposals/:id/edit', 'proposals.edit', ['member', 'office'], showEdit),
  post('/:city/proposals/:id/edit', 'proposals.save', ['member', 'office'], save),
]
