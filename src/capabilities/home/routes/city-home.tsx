import type { Scope } from '#data/scope.ts'
import { askTogether } from '#data/together.ts'
import type { Answer } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { listPlans } from '../../plans/index.ts'
import { findOpenCalls } from '../../programmes/index.ts'
import {
  askLatestEntries,
  askOpenEntries,
  countEntries,
  type FrontKind,
} from '../../publishing/index.ts'
import { homeSentences } from '../sentences/home.ts'
import { CityHome } from '../views/city-home.tsx'

/** Decisions and notices: what the city says, calls for, or has agreed with a group. */
const decided: readonly FrontKind[] = ['news', 'call', 'project', 'theme']

/** What was only received so far. */
const received: readonly FrontKind[] = ['issue', 'proposal']

/** What can be news. Groups, plans and figures have pages of their own. */
export const newsKinds: readonly FrontKind[] = [...decided, ...received]

const latestShown = 6

/** What is open, and what is new: decisions and notices first; what was only received fills the places left. */
const askFront = async (scope: Scope) => {
  const [open, first, others] = await askTogether(scope, [
    askOpenEntries(scope, { most: 6 }),
    askLatestEntries(scope, { kinds: decided, most: latestShown }),
    askLatestEntries(scope, { kinds: received, most: latestShown }),
  ])
  return { open, latest: [...first, ...others].slice(0, latestShown) }
}

const showHome = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const words = homeSentences[language]
  const plans = await listPlans(scope)
  const front = await askFront(scope)
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
      open={front.open}
      calls={await findOpenCalls(scope)}
      latest={front.latest}
      counts={await countEntries(scope)}
      plans={plans.slice(0, 2)}
      signedIn={request.person !== undefined}
    />,
  )
}

/** A city's home. */
export const cityHomeRoutes: readonly Route[] = [getKept('/:city', 'home.show', showHome)]
