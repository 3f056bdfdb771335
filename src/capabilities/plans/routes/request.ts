import { NotFound } from '#kernel/refusals.ts'
import type { PageRequest } from '#web/route.ts'
import type { Crumb } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { Plan } from '../plan.ts'
import { findPlan } from '../queries/plans.ts'
import { sentences } from '../sentences.ts'

/** True for what can be the id of a plan; everything else is a page that does not exist. */
export const isPlanId = (id: string): boolean => /^[a-z0-9-]{1,100}$/.test(id)

/** The plan of the address. */
export const getPlan = async (request: PageRequest): Promise<Plan> => {
  const id = request.params.id ?? ''
  const plan = isPlanId(id) ? await findPlan(request.scope, id) : undefined
  if (!plan) throw new NotFound('plan')
  return plan
}

/** The way from the city's home to the plans, and to one of them. */
export const crumbsTo = (request: PageRequest, plan?: Plan): Crumb[] => {
  const { city, language } = request
  const list = { label: sentences[language].plans, href: paths.plans(city.slug) }
  return plan
    ? [list, { label: plan.title[language], href: paths.plan(city.slug, plan.id) }]
    : [list]
}
