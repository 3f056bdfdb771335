import { tokyoDayOf } from '#kernel/calendar.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Documents, documentsOf } from '#kernel/source.ts'
import type { Answer } from '#web/answer.ts'
import { type Panel, panelsAt, renderPanels } from '#web/capability.ts'
import { page } from '#web/page.tsx'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import type { Crumb } from '#web/ui/index.ts'
import { paths } from './paths.ts'
import { ancestorsOf, originalOf, type Plan } from './plan.ts'
import { listIndicators } from './queries/indicators.ts'
import { listItems } from './queries/items.ts'
import { findPlan, listCounterparts, listPlanSources, listPlans } from './queries/plans.ts'
import { sentences } from './sentences.ts'
import type { Filter } from './tree.ts'
import { IndicatorsPage } from './views/indicators-page.tsx'
import { ItemPage } from './views/item-page.tsx'
import { PlanList } from './views/plan-list.tsx'
import { PlanPage } from './views/plan-page.tsx'

const showPlans = async (request: PageRequest): Promise<Answer> => {
  const { city, language } = request
  const title = sentences[language].plans
  const plans = await listPlans(request.scope)
  return page(
    request,
    { title, breadcrumb: [{ label: title }], width: 'text' },
    <PlanList
      lang={language}
      city={city}
      plans={plans}
      today={tokyoDayOf(request.scope.now)}
      hasIndicators={(await listIndicators(request.scope)).length > 0}
    />,
  )
}

const getPlan = async (request: PageRequest): Promise<Plan> => {
  const id = request.params.id ?? ''
  const plan = /^[a-z0-9-]{1,100}$/.test(id) ? await findPlan(request.scope, id) : undefined
  if (!plan) throw new NotFound('plan')
  return plan
}

const readDocuments = async (request: PageRequest): Promise<Documents> =>
  documentsOf(await listPlanSources(request.scope), request.language)

const crumbsTo = (request: PageRequest, plan?: Plan): Crumb[] => {
  const { city, language } = request
  const list = { label: sentences[language].plans, href: paths.plans(city.slug) }
  return plan
    ? [list, { label: plan.title[language], href: paths.plan(city.slug, plan.id) }]
    : [list]
}

/** Values that no list holds are kept: they leave nothing, and the page says so. */
const readFilter = (query: URLSearchParams): Filter => {
  const value = (name: string): string | undefined => query.get(name)?.slice(0, 100) || undefined
  return { class: value('class'), department: value('department'), grade: value('grade') }
}

const showPlan =
  (panels: readonly Panel[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language } = request
    const plan = await getPlan(request)
    const items = await listItems(scope, plan.id)
    const others = await listCounterparts(scope, plan)
    const indicators = await listIndicators(scope)
    const documents = await readDocuments(request)
    return page(
      request,
      {
        title: plan.title[language],
        breadcrumb: [...crumbsTo(request), { label: plan.title[language] }],
        description: plan.about[language],
        width: 'wide',
      },
      <PlanPage
        lang={language}
        city={city}
        plan={plan}
        items={items}
        filter={readFilter(request.query)}
        others={others}
        hasIndicators={indicators.some((one) => one.plan.id === plan.id)}
        today={tokyoDayOf(scope.now)}
        documents={documents}
        panels={await renderPanels(panels, request, { kind: 'plan', id: plan.id })}
      />,
    )
  }

const showItem =
  (panels: readonly Panel[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language } = request
    const plan = await getPlan(request)
    const items = await listItems(scope, plan.id)
    const item = items.find((one) => one.no === request.params.no)
    if (!item) throw new NotFound('plan item')
    const documents = await readDocuments(request)
    const above = ancestorsOf(items, item).map(({ no }) => ({
      label: no,
      href: paths.item(city.slug, plan.id, no),
    }))
    return page(
      request,
      {
        title: `${item.no} ${item.title[language]}`,
        breadcrumb: [...crumbsTo(request, plan), ...above, { label: item.no }],
        width: 'text',
      },
      <ItemPage
        lang={language}
        city={city}
        plan={plan}
        items={items}
        item={item}
        documents={documents}
        panels={
          await renderPanels(panels, request, {
            kind: 'plan-item',
            id: `${plan.id}/${originalOf(items, item).no}`,
          })
        }
      />,
    )
  }

const showIndicators = async (request: PageRequest): Promise<Answer> => {
  const { city, language } = request
  const title = sentences[language].indicatorsTitle
  const plans = await listIndicators(request.scope)
  const documents = await readDocuments(request)
  return page(
    request,
    { title, breadcrumb: [...crumbsTo(request), { label: title }], width: 'text' },
    <IndicatorsPage lang={language} city={city} plans={plans} documents={documents} />,
  )
}

/** The pages of plans, with what later capabilities show of what came of them. */
export const planRoutes = (panels: readonly Panel[]): readonly Route[] => [
  getKept('/:city/plans', 'plans.list', showPlans),
  getKept('/:city/plans/:id', 'plans.show', showPlan(panelsAt(panels, 'plan'))),
  getKept('/:city/plans/:id/items/:no', 'plans.show-item', showItem(panelsAt(panels, 'plan-item'))),
  getKept('/:city/indicators', 'plans.list-indicators', showIndicators),
]
