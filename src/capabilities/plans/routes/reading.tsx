import { askTogether } from '#data/together.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { NotFound } from '#kernel/refusals.ts'
import { documentsOf } from '#kernel/source.ts'
import type { Answer } from '#web/answer.ts'
import { type Panel, panelsAt, renderPanels } from '#web/capability.ts'
import { page } from '#web/page.tsx'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { paths } from '../paths.ts'
import { ancestorsOf, keyOf, originalOf, type Plan, seriesOf } from '../plan.ts'
import { listItems } from '../queries/items.ts'
import { askLinks } from '../queries/links.ts'
import { askPlanHeads, listPlans } from '../queries/plans.ts'
import { sentences } from '../sentences.ts'
import type { Filter } from '../tree.ts'
import { ItemPage } from '../views/item-page.tsx'
import { PlanList } from '../views/plan-list.tsx'
import { PlanPage } from '../views/plan-page.tsx'
import { crumbsTo, getPlan } from './request.ts'
import { itemTools, listTools, planTools } from './tools.tsx'

const showPlans =
  (panels: readonly Panel[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { city, language } = request
    const title = sentences[language].plans
    return page(
      request,
      { title, breadcrumb: [{ label: title }], width: 'text' },
      <PlanList
        lang={language}
        city={city}
        plans={await listPlans(request.scope)}
        today={tokyoDayOf(request.scope.now)}
        tools={listTools(request)}
        panels={await renderPanels(panels, request, { kind: 'city', id: city.slug })}
      />,
    )
  }

/** What stands around a plan: its versions, the titles of documents, and what carries its items out. */
const readAround = async (request: PageRequest, plan: Plan, itemKey?: string) => {
  const [heads, links] = await askTogether(request.scope, [
    askPlanHeads(request.scope),
    askLinks(request.scope, seriesOf(plan), itemKey),
  ])
  return { heads, links, documents: documentsOf(heads, request.language) }
}

/** Values that no list holds are kept: they leave nothing, and the page says so. */
const readFilter = (query: URLSearchParams): Filter => {
  const value = (name: string): string | undefined => query.get(name)?.slice(0, 100) || undefined
  return {
    class: value('class'),
    flag: value('flag'),
    department: value('department'),
    grade: value('grade'),
  }
}

const showPlan =
  (panels: readonly Panel[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language } = request
    const plan = await getPlan(request)
    const items = await listItems(scope, plan.id)
    const around = await readAround(request, plan)
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
        inFull={request.query.get('view') === 'full'}
        {...around}
        tools={await planTools(request, plan)}
        today={tokyoDayOf(scope.now)}
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
    const original = originalOf(items, item)
    const { documents, links } = await readAround(request, plan, keyOf(original))
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
        links={links}
        tools={itemTools(request, plan, original)}
        panels={
          await renderPanels(panels, request, {
            kind: 'plan-item',
            id: `${plan.id}/${original.no}`,
          })
        }
      />,
    )
  }

/** The pages of plans that everyone reads. */
export const readingRoutes = (panels: readonly Panel[]): readonly Route[] => [
  getKept('/:city/plans', 'plans.list', showPlans(panelsAt(panels, 'plans'))),
  getKept('/:city/plans/:id', 'plans.show', showPlan(panelsAt(panels, 'plan'))),
  getKept('/:city/plans/:id/items/:no', 'plans.show-item', showItem(panelsAt(panels, 'plan-item'))),
]
