import { isStaff } from '#kernel/actor.ts'
import { say } from '#kernel/bilingual.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { PageRequest } from '#web/route.ts'
import type { Crumb } from '#web/ui/index.ts'
import { type Call, getCall, programmePaths } from '../../programmes/index.ts'
import { paths } from '../paths.ts'
import { type Exposure, type Reading, readingOf } from '../policy.ts'
import { isPublic, type Proposal, wasPublic } from '../proposal.ts'
import { getProposal, lockProposal } from '../queries/proposals.ts'
import { sentences } from '../sentences.ts'
import { shownTitle } from '../views/labels.tsx'

/** A proposal with its call, as far as the one who asks may know of it. */
export type Shown = {
  readonly proposal: Proposal
  readonly call: Call
  readonly reading: Reading
}

/** What everyone may know of a proposal in this call. */
export const exposureOf = (proposal: Proposal, call: Call): Exposure => ({
  isPublic: isPublic(proposal.state, call.definition.publish),
})

const readFor = async (request: PageRequest, proposal: Proposal): Promise<Shown> => {
  const call = await getCall(request.scope, proposal.callId)
  const reading = readingOf(request.scope.actor, proposal, exposureOf(proposal, call))
  return { proposal, call, reading }
}

/** How much of a proposal the one who asks may read. */
export const readingFor = async (request: PageRequest, proposal: Proposal): Promise<Reading> =>
  (await readFor(request, proposal)).reading

const shownFor = async (request: PageRequest, proposal: Proposal): Promise<Shown> => {
  const shown = await readFor(request, proposal)
  // What is not for this person is not known to them.
  if (shown.reading === 'none') throw new NotFound('proposal')
  return shown
}

/** The proposal of the address. @throws NotFound also for what is not for this person */
export const findShown = async (request: PageRequest): Promise<Shown> =>
  shownFor(request, await getProposal(request.scope, request.params.id ?? ''))

/**
 * The proposal of the address for a page that also tells of those that were public and no longer are: these come
 * with the reading `none`. @throws NotFound for what never was for this person
 */
export const findShownOrEnded = async (request: PageRequest): Promise<Shown> => {
  const shown = await readFor(request, await getProposal(request.scope, request.params.id ?? ''))
  const { proposal, call, reading } = shown
  if (reading === 'none' && !wasPublic(proposal, call.definition.publish))
    throw new NotFound('proposal')
  return shown
}

/** The same, held until the transaction ends: for every form that is sent. */
export const lockShown = async (request: PageRequest): Promise<Shown> =>
  shownFor(request, await lockProposal(request.scope, request.params.id ?? ''))

/** From the list of the call's proposals to a page below one of them. */
export const crumbsOf = (
  { city, language }: PageRequest,
  proposal: Proposal,
  here?: string,
): readonly Crumb[] => {
  const title = shownTitle(proposal, language)
  return [
    { label: sentences[language].title, href: paths.list(city.slug) },
    here ? { label: title, href: paths.show(city.slug, proposal.id) } : { label: title },
    ...(here ? [{ label: here }] : []),
  ]
}

/** From the call to the first page of a new proposal. */
export const crumbsOfCall = (
  { city, language }: PageRequest,
  call: Call,
  here: string,
): readonly Crumb[] => [
  { label: say(call.title, language), href: programmePaths.call(city.slug, call.id) },
  { label: here },
]

/** True for those who see the names that staff use for states. */
export const seesAsStaff = (request: PageRequest, proposal: Proposal): boolean =>
  isStaff(request.scope.actor) &&
  !request.person?.memberships.some((held) => held.groupId === proposal.groupId)

/** A whole number sent in a hidden field; undefined when there is none. */
export const revisionIn = (request: PageRequest): number | undefined => {
  const sent = request.form.text('revision')
  return /^\d{1,9}$/.test(sent) ? Number(sent) : undefined
}
