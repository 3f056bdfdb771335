import type { Person } from '#kernel/actor.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { type DeclarationFault, declareInterests } from '../actions/declare.ts'
import type { SheetState } from '../interest.ts'
import { paths } from '../paths.ts'
import { canDeclare } from '../policy.ts'
import { listDeclarations } from '../queries/declarations.ts'
import { listGroupTies } from '../queries/members.ts'
import { listReviewedProposals } from '../queries/proposals.ts'
import { listOwnSheets } from '../queries/sheets.ts'
import type { Review } from '../review.ts'
import { sentences } from '../sentences.ts'
import {
  type DeclarationLine,
  InterestPage,
  interestField,
  noteField,
} from '../views/interest-page.tsx'
import { crumbsTo, openPlace, refusalPage } from './place.tsx'

/** The person of a page that only people reach. */
export const personOf = (request: PageRequest): Person => {
  if (!request.person) throw new NotFound('person')
  return request.person
}

const stateOfSheet = (sheet: { readonly submittedAt: Date | null } | undefined): SheetState => {
  if (!sheet) return 'none'
  return sheet.submittedAt ? 'submitted' : 'draft'
}

/** The proposals as the declaration shows them: nothing of their content is read for it. */
const loadLines = async (request: PageRequest, review: Review): Promise<DeclarationLine[]> => {
  const { scope } = request
  const { accountId } = personOf(request)
  const proposals = (await listReviewedProposals(scope, review.id)).filter(
    ({ state }) => state !== 'withdrawn',
  )
  const declared = new Map(
    (await listDeclarations(scope, review.id, { accountId })).map((one) => [one.proposalId, one]),
  )
  const sheets = new Map(
    (await listOwnSheets(scope, review.id, accountId)).map((one) => [one.proposalId, one]),
  )
  const ties = await listGroupTies(
    scope,
    [accountId],
    proposals.map(({ groupId }) => groupId),
  )
  return proposals.map(({ id, title, groupId, groupName }) => {
    const own = ties.filter((tie) => tie.groupId === groupId)
    const current = own.some((tie) => tie.current)
    return {
      proposalId: id,
      title,
      groupName,
      current: declared.get(id)?.interest,
      note: declared.get(id)?.note ?? '',
      hint: current ? 'member' : own.length > 0 ? 'past' : undefined,
      sheet: stateOfSheet(sheets.get(id)),
    }
  })
}

const interestPage = async (
  request: PageRequest,
  review: Review,
  faults?: readonly DeclarationFault[],
): Promise<Answer> => {
  const { city, language } = request
  const words = sentences[language].interest
  return page(
    request,
    {
      title: words.title,
      breadcrumb: crumbsTo(request, review, words.title),
      unlisted: true,
      ...(faults ? { status: 422 } : {}),
    },
    <InterestPage
      lang={language}
      citySlug={city.slug}
      review={review}
      lines={await loadLines(request, review)}
      formKey={newFormKey()}
      typed={faults ? request.form : undefined}
      faults={faults}
    />,
  )
}

const showInterest = async (request: PageRequest): Promise<Answer> => {
  const { review, at } = await openPlace(request)
  const verdict = canDeclare(request.scope.actor, at)
  return verdict.ok ? interestPage(request, review) : refusalPage(request, review, verdict)
}

const declare = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const { review, at } = await openPlace(request)
  const verdict = canDeclare(scope.actor, at)
  if (!verdict.ok) return refusalPage(request, review, verdict)
  const proposals = await listReviewedProposals(scope, review.id)
  const given = new Map(
    proposals
      .filter(({ id }) => form.has(interestField(id)))
      .map(({ id }) => [
        id,
        { interest: form.text(interestField(id)), note: form.text(noteField(id)) },
      ]),
  )
  const declared = await declareInterests(scope, review, personOf(request), given)
  if (declared.ok) return redirect(`${paths.show(city.slug, review.id)}?done=declared`)
  return declared.error === 'scoring-closed'
    ? refusalPage(request, review, { ok: false, reason: declared.error })
    : interestPage(request, review, declared.error)
}

export const memberRoutes: readonly Route[] = [
  get('/:city/reviews/:id/interest', 'reviews.see-interest', ['reviewer'], showInterest),
  post('/:city/reviews/:id/interest', 'reviews.declare', ['reviewer'], declare),
]
