import { allow, NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey } from '#web/page.tsx'
import type { PageRequest } from '#web/route.ts'
import { type FormDefinition, findSheet, type Sheet } from '../../forms/index.ts'
import { listEvents, listTasksOf } from '../../procedures/index.ts'
import { costProblemsOf } from '../actions/costs.ts'
import { confirmStep, editStep } from '../actions/negotiate.ts'
import { sheetKeyOf, subjectOf } from '../actions/step.ts'
import { adviceForm } from '../advice.ts'
import { paths } from '../paths.ts'
import { canAdviseTalks, canNegotiate, canReadTalksAsCentre, sideOf } from '../policy.ts'
import { findNegotiation } from '../queries/negotiations.ts'
import type { NegotiationPageProps } from '../views/negotiation-parts.tsx'
import type { Shown } from './request.ts'

/** Steps of the timeline that tell how the sheet came about. */
const changeSteps: readonly string[] = [editStep, confirmStep, 'pass', 'reassign', 'agree', 'go-on']

/** Both sides, the office, and the members of the group. The centre reads the sheet, and no answer of the proposal. */
const isConcerned = ({ reading }: Shown): boolean => reading === 'full' || reading === 'parties'

/** Those who may know of the talks. */
export const assertConcerned = (shown: Shown): void => {
  if (!isConcerned(shown)) throw new NotFound('negotiation')
}

/** The centre's own part of the sheet; undefined for all others, and where the sheet leaves it none. */
export const adviceFor = (
  { scope }: PageRequest,
  { proposal }: Shown,
  sheet: Sheet | undefined,
): FormDefinition | undefined =>
  sheet && canReadTalksAsCentre(scope.actor, proposal) ? adviceForm(sheet.definition) : undefined

/** What both pages of the talks show. */
export const gather = async (request: PageRequest, shown: Shown): Promise<NegotiationPageProps> => {
  const { scope, city, language, person } = request
  const { proposal, call, reading } = shown
  const sheet = await findSheet(scope, sheetKeyOf(proposal.id, 'negotiation'))
  const part = adviceFor(request, shown, sheet)
  const concerned = isConcerned(shown)
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
    budget: concerned ? await findSheet(scope, sheetKeyOf(proposal.id, 'proposal')) : undefined,
    tasks: await listTasksOf(scope, subject),
    changes: events.filter(({ step }) => changeSteps.includes(step)),
    side,
    advice: canAdviseTalks(scope.actor, proposal) ? part : undefined,
    reader: reading === 'full' ? 'staff' : 'parties',
    overCosts:
      concerned && proposal.state === 'negotiating'
        ? costProblemsOf(sheet, { proposal, call })
        : [],
    costsBlock: call.definition.talks.costsAbove === 'block',
    formKey: newFormKey(),
    standsKey: newFormKey(),
  }
}

/** The side that writes; whoever has none, or comes when the talks are over, is told so. */
export const sideFor = ({ scope }: PageRequest, shown: Shown) => {
  assertConcerned(shown)
  allow(canNegotiate(scope.actor, shown.proposal))
  const side = sideOf(scope.actor, shown.proposal)
  if (!side) throw new NotFound('negotiation')
  return side
}

/** Sends on, to the sheet as it stands, those who come when the talks are over. */
export const isOver = (request: PageRequest, shown: Shown): Answer | undefined => {
  assertConcerned(shown)
  return shown.proposal.state === 'negotiating'
    ? undefined
    : redirect(paths.negotiation(request.city.slug, shown.proposal.id))
}
