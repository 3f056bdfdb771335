import { allow } from '#kernel/refusals.ts'
import type { PageRequest } from '#web/route.ts'
import type { Crumb } from '#web/ui/index.ts'
import type { PlanDraft, WholeDraft } from '../draft.ts'
import { planOfDraft } from '../draft-plan.ts'
import { draftSentences } from '../draft-sentences.ts'
import { paths } from '../paths.ts'
import type { Plan } from '../plan.ts'
import { canKeep } from '../policy.ts'
import { getWhole } from '../queries/draft-parts.ts'
import { getDraft } from '../queries/drafts.ts'
import { crumbsTo } from './request.ts'

/** A draft with everything in it, and the plan as it would be published now. */
export type OpenDraft = {
  readonly draft: PlanDraft
  readonly whole: WholeDraft
  readonly plan: Plan
}

/** The draft of the address, for whoever keeps its plan. */
export const getKeptDraft = async ({ scope, params }: PageRequest): Promise<PlanDraft> => {
  const draft = await getDraft(scope, params.draft ?? '')
  allow(canKeep(scope.actor, draft))
  return draft
}

/** The same with all its parts. */
export const openDraft = async (request: PageRequest): Promise<OpenDraft> => {
  const draft = await getKeptDraft(request)
  const whole = await getWhole(request.scope, draft.id)
  const plan = planOfDraft(draft, whole, { id: draft.series, version: 1 })
  return { draft, whole, plan }
}

/** The way from the city's home to the drafts, and to one of them. */
export const draftCrumbs = (request: PageRequest, draft?: PlanDraft): Crumb[] => {
  const { city, language } = request
  const list = { label: draftSentences[language].title, href: paths.drafts(city.slug) }
  return [
    ...crumbsTo(request),
    list,
    ...(draft ? [{ label: draft.title[language], href: paths.draft(city.slug, draft.id) }] : []),
  ]
}

/** Who may reach the drafts at all; which of them, says the policy. */
export const keepers = ['office', 'department'] as const
