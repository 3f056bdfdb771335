import { isStateOf } from '#kernel/workflow.ts'
import type { Answer } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { get, type PageRequest, type Route } from '#web/route.ts'
import { countDeskRevisions, type DeskFilter, listDeskRevisions } from '../queries/desk.ts'
import { revisionKinds, revisionWorkflow } from '../revision.ts'
import { sentences } from '../sentences.ts'
import { DeskList } from '../views/desk-list.tsx'

const filterAsked = (query: URLSearchParams): DeskFilter => {
  const state = query.get('state') ?? ''
  return {
    kind: revisionKinds.find((kind) => kind === query.get('kind')) ?? '',
    state: isStateOf(revisionWorkflow, state) ? state : 'sent',
    page: pageAsked(query),
  }
}

const showDesk = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, query } = request
  const { title } = sentences[language].desk
  const filter = filterAsked(query)
  return page(
    request,
    { title, width: 'wide', unlisted: true, breadcrumb: [{ label: title }] },
    <DeskList
      lang={language}
      city={city}
      now={scope.now}
      filter={filter}
      rows={await listDeskRevisions(scope, filter)}
      counts={await countDeskRevisions(scope, filter.kind)}
    />,
  )
}

/** The desk's list of changes and renewals. */
export const deskRoutes: readonly Route[] = [
  get('/:city/desk/revisions', 'revisions.desk', ['centre', 'office'], showDesk),
]
