import { hasRole } from '#kernel/actor.ts'
import { say } from '#kernel/bilingual.ts'
import { isStateOf } from '#kernel/workflow.ts'
import type { Answer } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { type Call, canSeeCall, findCall } from '../../programmes/index.ts'
import { type ProposalState, proposalWorkflow } from '../proposal.ts'
import {
  type Asked,
  countDeskStates,
  countNotSelected,
  type Desk,
  listDeskProposals,
  listOwnProposals,
  listPublicProposals,
  pageSize,
} from '../queries/lists.ts'
import { sentences } from '../sentences.ts'
import { ListPage } from '../views/list-page.tsx'

/** The worklist of this person: all of the city's, that of a department, or none. */
const deskOf = ({ scope }: PageRequest): Desk | undefined => {
  const { actor } = scope
  if (hasRole(actor, 'office', 'centre')) return {}
  if (actor.kind === 'person' && hasRole(actor, 'department'))
    return { departments: actor.departments }
  return undefined
}

const callOf = async ({ scope, query }: PageRequest): Promise<Call | undefined> => {
  const call = await findCall(scope, query.get('call') ?? '')
  return call && canSeeCall(scope.actor, call) ? call : undefined
}

const stateOf = ({ query }: PageRequest): ProposalState | undefined => {
  const asked = query.get('state') ?? ''
  return isStateOf(proposalWorkflow, asked) ? asked : undefined
}

type Found = Awaited<ReturnType<typeof listDeskProposals>>

/** The centre knows of every proposal that was sent, but reads no answers of what is not public. */
const titlesOnly = (found: Found): Found => ({
  ...found,
  proposals: found.proposals.map((proposal) => ({ ...proposal, summary: '' })),
})

const gatherDesk = async ({ scope }: PageRequest, desk: Desk | undefined, asked: Asked) => {
  if (!desk) return undefined
  const found = await listDeskProposals(scope, desk, asked)
  const readsAnswers = hasRole(scope.actor, 'office') || desk.departments !== undefined
  return {
    found: readsAnswers ? found : titlesOnly(found),
    counts: await countDeskStates(scope, desk, asked.callId),
  }
}

/** The number only, where the programme tells no more of those that were not selected. */
const countHidden = async ({ scope }: PageRequest, call: Call | undefined) =>
  call?.definition.publish.notSelected === 'count' && call.state !== 'published'
    ? countNotSelected(scope, call.id)
    : undefined

const showList = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, person } = request
  const words = sentences[language].list
  const call = await callOf(request)
  const state = stateOf(request)
  const pageNumber = pageAsked(request.query)
  const desk = deskOf(request)
  const title = call ? words.inCall(say(call.title, language)) : words.title
  const publicPage = desk && pageNumber > 1 ? 1 : pageNumber
  return page(
    request,
    {
      title,
      breadcrumb: [{ label: title }],
      width: 'wide',
      description: words.lead,
    },
    <ListPage
      lang={language}
      city={city}
      pageNumber={pageNumber}
      pageSize={pageSize}
      call={call}
      state={state}
      found={await listPublicProposals(scope, { callId: call?.id, page: publicPage })}
      notSelected={await countHidden(request, call)}
      mine={person?.memberships.length ? await listOwnProposals(scope, person) : undefined}
      desk={await gatherDesk(request, desk, { callId: call?.id, state, page: pageNumber })}
    />,
  )
}

/** Every list of proposals stands on one page, with what this person may see. */
export const listRoutes: readonly Route[] = [
  getKept('/:city/proposals', 'proposals.list', showList),
]
