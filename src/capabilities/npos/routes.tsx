import type { Answer } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { get, type PageRequest, type Route } from '#web/route.ts'
import { listNpos, nposPageSize } from './queries.ts'
import { sentences } from './sentences.ts'
import { NpoListPage } from './views/npo-list.tsx'

const showList = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, query } = request
  const words = sentences[language]
  const asked = query.get('only')
  const only = (['without-group', 'ended'] as const).find((one) => one === asked) ?? ''
  const at = pageAsked(query)
  const { npos, total } = await listNpos(scope, { only, page: at })
  return page(
    request,
    { title: words.title, width: 'wide', unlisted: true, breadcrumb: [{ label: words.title }] },
    <NpoListPage
      lang={language}
      city={city}
      npos={npos}
      total={total}
      page={at}
      pageSize={nposPageSize}
      only={only}
    />,
  )
}

/** For those who register groups. */
export const npoRoutes: readonly Route[] = [
  get('/:city/desk/npos', 'npos.list', ['office', 'centre', 'city_admin'], showList),
]
