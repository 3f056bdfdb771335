import { allow, no, yes } from '#kernel/refusals.ts'
import { cleanText, countCharacters } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import type { KeptPaper } from '#web/kept-paper.ts'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { findSheet, papersByHand, receivePaper } from '../../forms/index.ts'
import { getRegistrationPreset, groupPaths, isDeskOf, lockGroup } from '../../groups/index.ts'
import { beginRevision } from '../actions/begin.ts'
import { approveRevision, decideRevision } from '../actions/decide.ts'
import { handOver } from '../actions/paper.ts'
import { getSituation, lockSituation, type Situation, timeOf } from '../actions/situation.ts'
import { recordTold } from '../actions/tell.ts'
import { listFurtherClasses } from '../further.ts'
import { paths, type RevisionDecision, stepNouns } from '../paths.ts'
import { canBegin, canGiveBack, canTakeOver, canTakeStep, canTellLapse } from '../policy.ts'
import { listHeldClasses } from '../queries/held.ts'
import { getRevision } from '../queries/revisions.ts'
import { sheetKeyOf, subjectOf } from '../revision.ts'
import { sentences } from '../sentences.ts'
import { reasonId } from '../views/decisions.tsx'
import { assertVisible, revisionPage } from './revision-page.tsx'

const concerned = ['member', 'centre', 'office'] as const
const desk = ['centre', 'office'] as const

type Papers = readonly KeptPaper[]

const show = async (request: PageRequest, papers: Papers): Promise<Answer> => {
  const situation = await getSituation(request.scope, request.params.id ?? '', papers)
  assertVisible(request, situation)
  return revisionPage(request, situation)
}

/** Begins a change notice or a further registration, or goes on with the one that is under way. */
const begin = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const group = await lockGroup(scope, request.params.id ?? '')
  allow(canBegin(scope.actor, group))
  const channel = isDeskOf(scope.actor, group) ? 'counter' : 'web'
  const { classes } = await getRegistrationPreset(scope)
  const held = await listHeldClasses(scope, group.id)
  const further = listFurtherClasses(classes, { own: group.class, held })
  const chosen = further.find(({ code }) => code === form.text('class'))
  const isAddition = form.text('kind') === 'addition' && chosen !== undefined
  const id = await beginRevision(scope, city, {
    group,
    kind: isAddition ? 'addition' : 'change',
    class: isAddition ? chosen.code : group.class,
    channel,
  })
  const revision = await getRevision(scope, id)
  if (revision.state !== 'sent') return redirect(paths.edit(city.slug, id))
  return redirect(`${paths.revision(city.slug, id)}?asked=again`)
}

/** The page as it stands now, for somebody whose step came too late. */
export const showNotNow = (
  request: PageRequest,
  situation: Situation,
  step = '',
): Promise<Answer> => {
  const message = sentences[request.language].desk.notNow
  return revisionPage(request, situation, { step, reason: '', errors: [{ id: 'next', message }] })
}

const reasonErrors = (request: PageRequest, name: RevisionDecision, reason: string) => {
  const words = sentences[request.language].desk
  const id = reasonId(name)
  const isAsked = name === 'return' || name === 'refuse'
  if (isAsked && reason === '') return [{ id, message: words.reasonMissing }]
  return countCharacters(reason) > 2_000 ? [{ id, message: words.reasonLong }] : []
}

const decide =
  (name: RevisionDecision, papers: Papers) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, form } = request
    const situation = await lockSituation(scope, request.params.id ?? '', papers)
    assertVisible(request, situation)
    if (!canTakeStep(scope.actor, situation, name).ok) return showNotNow(request, situation, name)
    const reason = cleanText(form.text('reason'))
    const errors = reasonErrors(request, name, reason)
    if (errors.length > 0)
      return revisionPage(request, situation, { step: name, reason: form.text('reason'), errors })
    const taken =
      name === 'approve'
        ? await approveRevision(scope, city, situation)
        : await decideRevision(scope, city, { situation, name, reason })
    if (!taken.ok) return showNotNow(request, situation, name)
    if (name === 'reopen') return redirect(paths.edit(city.slug, situation.revision.id))
    return redirect(
      name === 'withdraw'
        ? `${groupPaths.registration(city.slug, situation.group.id)}#revisions`
        : paths.revision(city.slug, situation.revision.id),
    )
  }

/** Staff enter from paper what the city asked the group for. */
const takeOver = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const situation = await lockSituation(scope, request.params.id ?? '')
  assertVisible(request, situation)
  if (!canTakeOver(scope.actor, situation, timeOf(scope, situation)).ok)
    return showNotNow(request, situation)
  await handOver(scope, city, { situation, to: 'staff' })
  return redirect(paths.edit(city.slug, situation.revision.id))
}

/** Staff have told a group that nobody reads mails for. */
const tellLapse = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const group = await lockGroup(scope, request.params.id ?? '')
  allow(canTellLapse(scope.actor, group))
  await recordTold(scope, group)
  return redirect(`${groupPaths.registration(city.slug, group.id)}#revisions`)
}

const giveBack = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const situation = await lockSituation(scope, request.params.id ?? '')
  assertVisible(request, situation)
  if (!canGiveBack(scope.actor, situation).ok) return showNotNow(request, situation)
  await handOver(scope, city, { situation, to: 'group' })
  return redirect(`${paths.revision(city.slug, situation.revision.id)}?done=given-back`)
}

/** The desk has received a paper that was to be brought to the counter. */
const receive = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const situation = await lockSituation(scope, request.params.id ?? '')
  assertVisible(request, situation)
  const { revision, group } = situation
  allow(isDeskOf(scope.actor, group) ? yes : no('revision'))
  const sheet = await findSheet(scope, sheetKeyOf(revision))
  const papers = sheet ? papersByHand(sheet.definition, revision.sentAnswers ?? {}) : []
  const paper = papers.find(({ code }) => code === form.text('field'))
  if (paper) await receivePaper(scope, subjectOf(revision, group), paper)
  return redirect(`${paths.revision(city.slug, revision.id)}#papers-by-hand`)
}

const decisions = Object.keys(stepNouns) as RevisionDecision[]

/** One change notice or renewal, and the steps taken on it. */
export const revisionRoutes = (papers: Papers): readonly Route[] => [
  post('/:city/groups/:id/revisions', 'revisions.begin', concerned, begin),
  get('/:city/revisions/:id', 'revisions.show', concerned, (request) => show(request, papers)),
  post('/:city/groups/:id/lapse-telling', 'revisions.tell-lapse', desk, tellLapse),
  post('/:city/revisions/:id/paper', 'revisions.take-over', desk, takeOver),
  post('/:city/revisions/:id/papers', 'revisions.receive-paper', desk, receive),
  post('/:city/revisions/:id/giving-back', 'revisions.give-back', desk, giveBack),
  ...decisions.map((name) =>
    post(
      `/:city/revisions/:id/${stepNouns[name]}`,
      `revisions.${name}`,
      name === 'withdraw' || name === 'reopen' ? concerned : desk,
      decide(name, papers),
    ),
  ),
]
