import { say } from '#kernel/bilingual.ts'
import { nameOfCode } from '#kernel/city.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Answer } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { compareItems } from '../compare.ts'
import { readChangeFilter } from '../comparison.ts'
import { comparisonSentences } from '../comparison-sentences.ts'
import { paths } from '../paths.ts'
import { type Plan, seriesOf } from '../plan.ts'
import { versionText } from '../plan-text.ts'
import { listItems } from '../queries/items.ts'
import { findTwoPlans } from '../queries/plans.ts'
import { ComparePage } from '../views/compare-page.tsx'
import { crumbsTo, isPlanId } from './request.ts'

/** Two versions of one plan, the newer one named first; anything else is no comparison. */
const getTwo = async ({ scope, params }: PageRequest): Promise<readonly [Plan, Plan]> => {
  const [id = '', other = ''] = [params.id, params.other]
  if (!isPlanId(id) || !isPlanId(other)) throw new NotFound('plan')
  const [after, before] = await findTwoPlans(scope, [id, other])
  if (!after || !before || seriesOf(after) !== seriesOf(before) || after.version <= before.version)
    throw new NotFound('comparison')
  return [before, after]
}

const showComparison = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const [before, after] = await getTwo(request)
  const old = { plan: before, items: await listItems(scope, before.id) }
  const now = { plan: after, items: await listItems(scope, after.id) }
  const words = comparisonSentences[language]
  const names = {
    before: versionText(before, language),
    after: versionText(after, language),
  }
  const changes = compareItems(old, now, {
    department: (code) => nameOfCode(city.departments, code),
  })
  return page(
    request,
    {
      title: `${say(after.title, language)} ${words.heading(names.before, names.after)}`,
      breadcrumb: [...crumbsTo(request, after), { label: words.title }],
      width: 'wide',
    },
    <ComparePage
      lang={language}
      city={city}
      before={before}
      after={after}
      names={names}
      sizes={{ before: old.items.length, after: now.items.length }}
      changes={changes}
      filter={readChangeFilter(request.query)}
      path={paths.compare(city.slug, after.id, before.id)}
      linkTo={(side, item) =>
        paths.item(city.slug, side === 'after' ? after.id : before.id, item.no)
      }
    />,
  )
}

/** What changed between two published versions. */
export const comparingRoutes: readonly Route[] = [
  getKept('/:city/plans/:id/compare/:other', 'plans.compare', showComparison),
]
