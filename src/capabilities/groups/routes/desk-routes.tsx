import { isStateOf } from '#kernel/workflow.ts'
import type { Answer } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { get, type PageRequest, type Route } from '#web/route.ts'
import { countDeskEntries, listDeskEntries } from '../queries/desk.ts'
import { type GroupState, registration } from '../registration.ts'
import { registrationSentences } from '../registration-sentences.ts'
import { DeskList } from '../views/desk-list.tsx'

const stateAsked = (query: URLSearchParams): GroupState => {
  const asked = query.get('state') ?? ''
  return isStateOf(registration, asked) ? asked : 'submitted'
}

const showDesk = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, query } = request
  const { title } = registrationSentences[language].list
  const asked = { state: stateAsked(query), page: pageAsked(query) }
  const entries = await listDeskEntries(scope, asked)
  const counts = await countDeskEntries(scope)
  return page(
    request,
    { title, width: 'wide', unlisted: true, breadcrumb: [{ label: title }] },
    <DeskList
      lang={language}
      city={city}
      now={scope.now}
      {...asked}
      entries={entries}
      counts={counts}
    />,
  )
}

/** The desk's list of registrations. */
export const deskRoutes: readonly Route[] = [
  get('/:city/desk/registrations', 'groups.desk', ['centre', 'office'], showDesk),
]
