import { isStaff } from '#kernel/actor.ts'
import type { Answer } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { listTables } from '../../statistics/index.ts'
import type { Asked } from '../list.ts'
import type { ListAsked } from '../paths.ts'
import { projectStates } from '../project.ts'
import { listProjects, takeCensus } from '../queries/lists.ts'
import { sentences } from '../sentences.ts'
import { ProjectListPage } from '../views/project-list.tsx'

const within = (list: PageRequest['city']['modes'], code: string | null): string | undefined =>
  list.find((entry) => entry.code === code)?.code

/** What was asked for; filters that do not exist are as if they were not there. */
const readAsked = ({ query, city }: PageRequest): Asked => ({
  q: query.get('q')?.slice(0, 100) || undefined,
  state: projectStates.find((state) => state === query.get('state')),
  fiscalYear: /^\d{4}$/.test(query.get('year') ?? '') ? Number(query.get('year')) : undefined,
  department: within(city.departments, query.get('department')),
  mode: within(city.modes, query.get('mode')),
  page: pageAsked(query),
})

const linkOf = (asked: Asked): ListAsked => ({
  q: asked.q,
  state: asked.state,
  year: asked.fiscalYear === undefined ? undefined : String(asked.fiscalYear),
  department: asked.department,
  mode: asked.mode,
})

const findHistory = async ({ scope, language }: PageRequest) => {
  const table = (await listTables(scope)).find(({ theme }) => theme === 'projects')
  return table && { id: table.id, title: table.title[language] }
}

const showList = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const asked = readAsked(request)
  const { projects, total } = await listProjects(scope, asked)
  const words = sentences[language]
  return page(
    request,
    {
      title: words.title,
      width: 'wide',
      breadcrumb: [{ label: words.title }],
      description: words.listLead,
    },
    <ProjectListPage
      lang={language}
      city={city}
      asked={linkOf(asked)}
      page={asked.page}
      projects={projects}
      total={total}
      census={await takeCensus(scope)}
      history={await findHistory(request)}
      now={scope.now}
      showsLate={isStaff(scope.actor)}
    />,
  )
}

export const listRoutes: readonly Route[] = [getKept('/:city/projects', 'projects.list', showList)]
