import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, type Route } from '#web/route.ts'
import { accountPaths } from '../../accounts/index.ts'
import { listMyGroups } from '../../groups/index.ts'
import { listOwnConversations, ratePages } from '../../introductions/index.ts'
import { listIssuesOf } from '../../issues/index.ts'
import { listTasksFor } from '../../procedures/index.ts'
import { listProjectsOfGroups } from '../../projects/index.ts'
import { listProposalsOfGroups, listToConsult } from '../../proposals/index.ts'
import { listOwnDecisions } from '../../reviews/index.ts'
import { listWaitingSurveys } from '../../surveys/index.ts'
import { paths } from '../paths.ts'
import { personalSentences } from '../sentences/personal.ts'
import { DeskPage } from '../views/desk-page.tsx'
import { MyPage } from '../views/my-page.tsx'
import { isOwnEntry, readDeskAsked, sortByUrgency, workRoleOf } from '../waiting.ts'

const showMine = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, person } = request
  if (!person) return redirect(accountPaths.signIn(city.slug, paths.me(city.slug)))
  const words = personalSentences[language]
  const tasks = sortByUrgency(await listTasksFor(scope, person), scope.now)
  const groups = await listMyGroups(scope, person)
  const groupIds = groups.map((group) => group.id)
  return page(
    request,
    {
      title: words.meTitle,
      breadcrumb: [{ label: words.meTitle }],
      width: 'wide',
      unlisted: true,
    },
    <MyPage
      lang={language}
      city={city}
      person={person}
      now={scope.now}
      tasks={tasks.filter((task) => !workRoleOf(task, person))}
      work={tasks.filter((task) => workRoleOf(task, person) && isOwnEntry(task))}
      groups={groups}
      surveys={await listWaitingSurveys(scope, person, groups)}
      pages={
        await ratePages(
          scope,
          groups
            .filter(({ state, role }) => state === 'approved' && role !== 'member')
            .map(({ id }) => id),
        )
      }
      proposals={await listProposalsOfGroups(scope, groupIds)}
      toConsult={
        await listToConsult(
          scope,
          groups.filter(({ role }) => role !== 'member').map(({ id }) => id),
        )
      }
      projects={await listProjectsOfGroups(scope, groupIds)}
      decided={
        await listOwnDecisions(
          scope,
          groups.filter(({ role }) => role !== 'member').map(({ id }) => id),
        )
      }
      talks={await listOwnConversations(scope, { page: 1, size: 6 })}
      issues={await listIssuesOf(scope, person.accountId)}
      formKey={newFormKey()}
    />,
  )
}

const showDesk = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, person, query } = request
  if (!person) return redirect(accountPaths.signIn(city.slug, paths.desk(city.slug)))
  const words = personalSentences[language]
  const all = await listTasksFor(scope, person)
  const tasks = all.filter((task) => workRoleOf(task, person) && isOwnEntry(task))
  return page(
    request,
    {
      title: words.deskTitle,
      breadcrumb: [{ label: words.deskTitle }],
      width: 'wide',
      unlisted: true,
    },
    <DeskPage
      lang={language}
      city={city}
      person={person}
      now={scope.now}
      tasks={sortByUrgency(tasks, scope.now)}
      asked={readDeskAsked(query)}
    />,
  )
}

/** One's own page, and the desk of those who work for the city or its committee. */
export const personalRoutes: readonly Route[] = [
  get('/:city/me', 'home.show-mine', ['person'], showMine),
  get(
    '/:city/desk',
    'home.show-desk',
    ['centre', 'office', 'department', 'reviewer', 'city_admin'],
    showDesk,
  ),
]
