import type { Answer } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { listPlans } from '../../plans/index.ts'
import {
  countEntries,
  type EntryKind,
  listLatestEntries,
  listOpenEntries,
} from '../../publishing/index.ts'
import { homeSentences } from '../sentences/home.ts'
import { CityHome } from '../views/city-home.tsx'

/** What can be news. Groups, plans and figures have pages of their own. */
export const newsKinds: readonly EntryKind[] = ['issue', 'theme', 'call', 'proposal', 'project']

const showHome = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const words = homeSentences[language]
  const plans = await listPlans(scope)
  return page(
    request,
    {
      title: words.title(city.name[language]),
      description: words.lead(city.name[language]),
      width: 'full',
    },
    <CityHome
      lang={language}
      city={city}
      now={scope.now}
      open={await listOpenEntries(scope, { most: 6 })}
      latest={await listLatestEntries(scope, { kinds: newsKinds, most: 6 })}
      counts={await countEntries(scope)}
      plans={plans.slice(0, 2)}
      signedIn={request.person !== undefined}
    />,
  )
}

/** A city's home. */
export const cityHomeRoutes: readonly Route[] = [getKept('/:city', 'home.show', showHome)]
