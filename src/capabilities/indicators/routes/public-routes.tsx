import { tokyoDayOf } from '#kernel/calendar.ts'
import { documentsOf, sourceText } from '#kernel/source.ts'
import type { Answer } from '#web/answer.ts'
import { findReady, makeReady } from '#web/document/index.ts'
import { page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { get, getKept, type PageRequest, type Route } from '#web/route.ts'
import { findPlan, listItems, listPlanSources } from '../../plans/index.ts'
import { canEnter, canKeep } from '../policy.ts'
import { listIndicators } from '../queries/indicators.ts'
import { listHistory, listStanding } from '../queries/values.ts'
import { composeReport } from '../report-document.ts'
import { sentences } from '../sentences.ts'
import { type Shown, showIndicator } from '../shown.ts'
import { IndicatorPage } from '../views/indicator-page.tsx'
import { ListPage } from '../views/list-page.tsx'
import { crumbsTo, getIndicator } from './request.ts'

/** No city has so many pages of indicators. */
const mostPages = 100

const readPage = async (
  request: PageRequest,
  at: number,
): Promise<{ readonly shown: readonly Shown[]; readonly total: number }> => {
  const { scope } = request
  const { indicators, total } = await listIndicators(scope, at)
  const values = await listStanding(
    scope,
    indicators.map(({ code }) => code),
  )
  const today = tokyoDayOf(scope.now)
  return {
    shown: indicators.map((one) => showIndicator(one, values.get(one.code) ?? [], today)),
    total,
  }
}

const showList = async (request: PageRequest): Promise<Answer> => {
  const { city, language, query, scope } = request
  const words = sentences[language]
  const at = pageAsked(query, mostPages)
  const { shown, total } = await readPage(request, at)
  return page(
    request,
    {
      title: words.title,
      breadcrumb: crumbsTo(request),
      description: words.lead(city.name[language]),
      width: 'wide',
      feed: { title: words.title, href: `/${city.slug}/feed.atom?kind=indicator` },
      done: { 'taken-in': words.takenIn, adopted: words.adopted },
    },
    <ListPage
      lang={language}
      city={city}
      shown={shown}
      page={at}
      total={total}
      keeps={canKeep(scope.actor)}
      enters={
        canKeep(scope.actor) || shown.some(({ indicator }) => canEnter(scope.actor, indicator).ok)
      }
    />,
  )
}

const showOne = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  const indicator = await getIndicator(request)
  const history = await listHistory(scope, indicator.code)
  const documents = documentsOf(await listPlanSources(scope), language)
  const plan = indicator.plan ? await findPlan(scope, indicator.plan) : undefined
  const items = plan && indicator.items.length > 0 ? await listItems(scope, plan.id) : []
  const title = indicator.title[language]
  return page(
    request,
    {
      title,
      breadcrumb: crumbsTo(request, { label: title }),
      width: 'text',
      done: { filled: words.filled, adopted: words.adopted, recorded: words.recorded },
    },
    <IndicatorPage
      lang={language}
      city={city}
      shown={showIndicator(indicator, history, tokyoDayOf(scope.now))}
      plan={plan}
      items={items}
      ended={history.filter(({ state }) => state !== 'standing')}
      enters={canEnter(scope.actor, indicator).ok}
      keeps={canKeep(scope.actor)}
      sourceOf={(source) => sourceText(source, documents)}
    />,
  )
}

const showPdf = async (request: PageRequest): Promise<Answer> => {
  const { city, scope, query } = request
  const { shown } = await readPage(request, pageAsked(query, mostPages))
  const documents = documentsOf(await listPlanSources(scope), 'ja')
  const document = composeReport(shown, {
    city,
    date: tokyoDayOf(scope.now),
    sourceOf: (source) => sourceText(source, documents),
  })
  if (!findReady(document)) await makeReady(document)
  return {
    kind: 'bytes',
    status: 200,
    type: 'application/pdf',
    body: findReady(document) ?? new Uint8Array(),
    fileName: `${city.slug}-indicators.pdf`,
    shared: true,
  }
}

/** Indicators as everyone reads them. */
export const publicRoutes: readonly Route[] = [
  getKept('/:city/indicators', 'indicators.list', showList),
  getKept('/:city/indicators/:code', 'indicators.show', showOne),
  get('/:city/indicators.pdf', 'indicators.show-pdf', ['everyone'], showPdf),
]
