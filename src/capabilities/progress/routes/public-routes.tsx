import { tokyoDayOf } from '#kernel/calendar.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Answer } from '#web/answer.ts'
import { renderPdf } from '#web/document/index.ts'
import { page } from '#web/page.tsx'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { listItems, type PlanItem, seriesOf } from '../../plans/index.ts'
import { listNotices } from '../../procedures/index.ts'
import { readYear } from '../actions/publish.ts'
import { composeItemSheet } from '../item-sheet.ts'
import { isOffice } from '../policy.ts'
import type { YearFilter } from '../published.ts'
import { countGrades, listHistory } from '../queries/history.ts'
import { listRounds } from '../queries/rounds.ts'
import { roundKind } from '../round.ts'
import { sentences } from '../sentences.ts'
import { PlanProgressPage } from '../views/plan-progress-page.tsx'
import { YearPage } from '../views/year-page.tsx'
import { crumbsOf, getPlan, getRound, placeIn, yearCrumbs, yearName } from './request.ts'

const showPlan = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  const plan = await getPlan(request)
  return page(
    request,
    {
      title: words.planTitle(plan.title[language]),
      breadcrumb: crumbsOf(request, plan),
      width: 'wide',
    },
    <PlanProgressPage
      lang={language}
      city={city}
      plan={plan}
      rounds={await listRounds(scope, seriesOf(plan))}
      counts={await countGrades(scope, seriesOf(plan))}
      items={await listItems(scope, plan.id)}
      office={isOffice(scope.actor)}
    />,
  )
}

const readFilter = (query: URLSearchParams): YearFilter => {
  const value = (name: string): string | undefined => query.get(name)?.slice(0, 100) || undefined
  const only = value('only')
  return {
    branch: value('branch'),
    department: value('department'),
    grade: value('grade'),
    only: only === 'missing' || only === 'late' ? only : undefined,
  }
}

/** A year as everyone may read it: before it is published, there is none. */
const showYear = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  const round = await getRound(request)
  if (round.state !== 'published') throw new NotFound('progress report')
  const notices = await listNotices(scope, { kind: roundKind, id: round.id })
  return page(
    request,
    {
      title: words.yearTitle(round.planTitle[language], yearName(request, round)),
      breadcrumb: yearCrumbs(request, round),
      width: 'wide',
      done: words.done,
    },
    <YearPage
      lang={language}
      city={city}
      at={placeIn(request, round)}
      report={await readYear(scope, round)}
      filter={readFilter(request.query)}
      notice={notices[0]}
    />,
  )
}

const itemOf = async (request: PageRequest, planId: string): Promise<readonly PlanItem[]> => {
  const items = await listItems(request.scope, planId)
  const item = items.find(({ no }) => no === request.params.no)
  if (!item) throw new NotFound('plan item')
  const original = items.find(({ no }) => no === item.aliasOf) ?? item
  return [original, ...items]
}

/** 推進項目シート of one item as PDF: what the plan prints, and what was reported year by year. */
const showSheet = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const plan = await getPlan(request)
  const [item, ...items] = await itemOf(request, plan.id)
  if (!item) throw new NotFound('plan item')
  const history = await listHistory(scope, plan.id, item.no)
  const document = composeItemSheet(city, {
    plan,
    items,
    item,
    history,
    date: tokyoDayOf(scope.now),
  })
  return {
    kind: 'bytes',
    status: 200,
    type: 'application/pdf',
    body: await renderPdf(document),
    fileName: `${plan.id}-${items.indexOf(item) + 1}.pdf`,
    shared: true,
  }
}

const at = '/:city/plans/:id/progress'

/** What everyone may read of a plan's progress. */
export const publicRoutes: readonly Route[] = [
  getKept(at, 'progress.show', showPlan),
  getKept(`${at}/:year`, 'progress.show-year', showYear),
  getKept('/:city/plans/:id/items/:no/sheet.pdf', 'progress.show-sheet', showSheet),
]
