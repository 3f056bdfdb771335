import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { listSheetFiles, listSheets, readableFields, type Sheet } from '../../forms/index.ts'
import { getCall } from '../../programmes/index.ts'
import { proposalSheetKey } from '../../proposals/index.ts'
import { saveScores } from '../actions/score.ts'
import type { Part } from '../interest.ts'
import { paths } from '../paths.ts'
import { listPeerTotals } from '../peers.ts'
import { canReadAsMember, canScore, canSeePeers } from '../policy.ts'
import { findPart } from '../queries/part.ts'
import { listPeerScores } from '../queries/sheets.ts'
import type { ReviewedProposal } from '../review.ts'
import { readScores, type ScoreProblem, type ScoreSheet } from '../score-sheet.ts'
import { type ReadableSheet, ScorePage } from '../views/score-page.tsx'
import { personOf } from './member-routes.tsx'
import { crumbsTo, getReviewedProposal, openPlace, type Place, refusalPage } from './place.tsx'

/** A proposal with the part that this member has in it. */
type Desk = Place & {
  readonly proposal: ReviewedProposal
  readonly sheet: ScoreSheet | undefined
  readonly part: Part
}

const openDesk = async (request: PageRequest): Promise<Desk> => {
  const { scope } = request
  const place = await openPlace(request)
  const proposal = await getReviewedProposal(request, place.review)
  const person = personOf(request)
  const found = await findPart(scope, { review: place.review, proposal, person })
  return { ...place, proposal, ...found }
}

/** Fields of a sheet that the parties read, a committee among them; never what is for staff alone. */
const readableFileFields = (sheet: Sheet) =>
  readableFields(sheet.definition, sheet.visibility, 'parties').filter(
    ({ kind }) => kind === 'file',
  )

const loadReadable = async (
  request: PageRequest,
  proposalId: string,
): Promise<{ answers: ReadableSheet | undefined; negotiation: ReadableSheet | undefined }> => {
  const { scope } = request
  const sheets = await listSheets(scope, { kind: 'proposal', id: proposalId })
  const answers = sheets.get('proposal')
  const negotiation = sheets.get('negotiation')
  const files = await listSheetFiles(scope, proposalSheetKey(proposalId, 'proposal'))
  return {
    answers: answers && {
      sheet: answers,
      files: readableFileFields(answers)
        .map((field) => ({ field, files: files.get(field.code) ?? [] }))
        .filter((one) => one.files.length > 0),
    },
    negotiation: negotiation && { sheet: negotiation, files: [] },
  }
}

const loadPeers = async (
  request: PageRequest,
  desk: Desk,
): Promise<readonly string[] | null | undefined> => {
  const { scope } = request
  if (!canSeePeers(scope.actor, desk.at, desk.part).ok) return undefined
  const key = {
    reviewId: desk.review.id,
    proposalId: desk.proposal.id,
    accountId: personOf(request).accountId,
  }
  return listPeerTotals(desk.review.rubric, await listPeerScores(scope, key)) ?? null
}

type Comeback = {
  readonly typed: Readonly<Record<string, string>>
  readonly comment: string
  readonly problems: readonly ScoreProblem[]
}

const scorePage = async (request: PageRequest, desk: Desk, back?: Comeback): Promise<Answer> => {
  const { scope, city, language } = request
  const { review, proposal, sheet } = desk
  const call = await getCall(scope, review.callId)
  return page(
    request,
    {
      title: proposal.title,
      breadcrumb: crumbsTo(request, review, proposal.title),
      unlisted: true,
      ...(back ? { status: 422 } : {}),
    },
    <ScorePage
      lang={language}
      citySlug={city.slug}
      city={city}
      review={review}
      proposal={proposal}
      proposalId={proposal.id}
      sheet={sheet}
      commentsPublic={call.definition.publish.comments}
      mayScore={canScore(scope.actor, desk.at, desk.part).ok}
      peers={await loadPeers(request, desk)}
      {...(await loadReadable(request, proposal.id))}
      formKey={newFormKey()}
      typed={back?.typed}
      typedComment={back?.comment}
      problems={back?.problems}
    />,
  )
}

const showProposal = async (request: PageRequest): Promise<Answer> => {
  const { city, scope } = request
  const desk = await openDesk(request)
  const verdict = canReadAsMember(scope.actor, desk.at, desk.part)
  if (verdict.ok) return scorePage(request, desk)
  // Nothing has been refused that cannot be put right at once.
  if (verdict.reason === 'declare-first' && desk.review.state === 'scoring')
    return redirect(paths.interest(city.slug, desk.review.id))
  return refusalPage(request, desk.review, verdict)
}

/** A file of the proposal, for a member who may open it now and a field that the parties read. */
const readFile = async (request: PageRequest): Promise<Answer> => {
  const { scope } = request
  const desk = await openDesk(request)
  const verdict = canReadAsMember(scope.actor, desk.at, desk.part)
  if (!verdict.ok) return refusalPage(request, desk.review, verdict)
  const { answers } = await loadReadable(request, desk.proposal.id)
  const file = answers?.files
    .flatMap(({ files }) => files)
    .find(({ id }) => id === request.params.file)
  if (!file) throw new NotFound('file')
  const body = await scope.outside.files.get(file.sha256)
  return { kind: 'bytes', status: 200, type: file.mediaType, body, fileName: file.name }
}

const score = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const desk = await openDesk(request)
  const { review, proposal } = desk
  const verdict = canScore(scope.actor, desk.at, desk.part)
  if (!verdict.ok) return refusalPage(request, review, verdict)
  const reading = readScores(review.rubric, form)
  const submit = form.text('intent') === 'send'
  const member = personOf(request)
  const saved = await saveScores(scope, { review, proposal, member, reading, submit })
  if (saved.ok) return redirect(`${paths.show(city.slug, review.id)}?done=${saved.value}`)
  if (typeof saved.error === 'string')
    return refusalPage(request, review, { ok: false, reason: saved.error })
  return scorePage(request, desk, {
    typed: reading.typed,
    comment: form.text('comment'),
    problems: saved.error,
  })
}

export const scoreRoutes: readonly Route[] = [
  get(
    '/:city/reviews/:id/proposals/:proposal',
    'reviews.read-proposal',
    ['reviewer'],
    showProposal,
  ),
  get(
    '/:city/reviews/:id/proposals/:proposal/files/:file',
    'reviews.read-file',
    ['reviewer'],
    readFile,
  ),
  post('/:city/reviews/:id/proposals/:proposal', 'reviews.score', ['reviewer'], score),
]
