import { askAlone, askTogether } from '#data/together.ts'
import { fiscalYearOf, tokyoDayOf } from '#kernel/calendar.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { Answer } from '#web/answer.ts'
import { type Panel, renderPanels } from '#web/capability.ts'
import { newFormKey, page } from '#web/page.tsx'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import { askEvents, listMessages, listNotices, type TimelineEntry } from '../../procedures/index.ts'
import { getCall } from '../../programmes/index.ts'
import { findDecision } from '../../reviews/index.ts'
import { daysLate, isInterimSpared, periodOf } from '../calendar.ts'
import { canRemind, canTalk, canWriteEntry, isConcerned, readingOf } from '../policy.ts'
import type { ProgressEntry } from '../progress.ts'
import { currentYear, lineOf, type Project, projectKind, subjectOf } from '../project.ts'
import { listProjectTasks } from '../project-tasks.ts'
import { askEntries } from '../queries/entries.ts'
import { getProject, listSamplesUnderWay } from '../queries/projects.ts'
import { listYearSheets } from '../queries/year-sheets.ts'
import { sentences } from '../sentences.ts'
import type { Inner } from '../views/party-parts.tsx'
import { ProjectPage } from '../views/project-page.tsx'
import { YearPage } from '../views/year-page.tsx'
import { crumbsOf } from './request.ts'
import { waysOf } from './ways.ts'

type Told = {
  readonly entries: readonly ProgressEntry[]
  readonly events: readonly TimelineEntry[]
}

/**
 * The log, and the public history from the issue on; for those concerned the whole log, and everything that
 * happened to the project.
 */
const listTold = async (
  { scope }: PageRequest,
  project: Project,
  concerned: boolean,
): Promise<Told> => {
  const [entries, events] = await askTogether(scope, [
    askEntries(scope, project.id, { publicOnly: !concerned }),
    askEvents(scope, lineOf(project), { publicOnly: true }),
  ])
  if (!concerned) return { entries, events }
  const own = await askAlone(scope, askEvents(scope, [subjectOf(project)], { publicOnly: false }))
  const known = new Set(events.map(({ id }) => id))
  const all = [...events, ...own.filter(({ id }) => !known.has(id))]
  return { entries, events: all.toSorted((a, b) => a.at.getTime() - b.at.getTime()) }
}

/** What lies between the parties: read only for them. */
const gatherInner = async (request: PageRequest, project: Project): Promise<Inner | undefined> => {
  const { scope, person } = request
  if (!person || !isConcerned(person, project)) return undefined
  const subject = { kind: projectKind, id: project.id }
  const tasks = await listProjectTasks(scope, project)
  const call = await getCall(scope, project.callId)
  const year = currentYear(project)
  const waits = project.state === 'agreeing' && project.agreement.state === 'signed'
  const mayTalk = canTalk(person, project).ok
  return {
    person,
    tasks,
    ways: waysOf(request, project),
    mayRemind:
      canRemind(person, project).ok && tasks.some((task) => daysLate(task.dueOn, scope.now) > 0),
    mayTalk,
    messages: mayTalk ? await listMessages(scope, subject) : [],
    notices: await listNotices(scope, subject),
    conditions: (await findDecision(scope, project.proposalId))?.conditions ?? '',
    beginsOn: waits
      ? periodOf(call, { first: project.firstFiscalYear, last: project.lastFiscalYear }).from
      : undefined,
    // Where the product is tried out, a wait for April is no place to stop: these go on today.
    samples:
      waits && request.site.sampleWorld
        ? await listSamplesUnderWay(scope, fiscalYearOf(tokyoDayOf(scope.now)))
        : [],
    interimSpared:
      project.state === 'running' &&
      year?.interimAt === null &&
      isInterimSpared(call, project, year.fiscalYear),
  }
}

const showProject =
  (panels: readonly Panel[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language } = request
    const project = await getProject(scope, request.params.id ?? '')
    const inner = await gatherInner(request, project)
    const concerned = inner !== undefined
    const years = project.years.map(({ fiscalYear }) => fiscalYear)
    const words = sentences[language]
    return page(
      request,
      {
        title: project.title,
        breadcrumb: crumbsOf(request, project),
        description: project.summary,
        done: words.done,
      },
      <ProjectPage
        lang={language}
        city={city}
        now={scope.now}
        project={project}
        {...(await listTold(request, project, concerned))}
        mayWriteEntry={canWriteEntry(scope.actor, project).ok}
        sheets={await listYearSheets(scope, project, years)}
        reader={readingOf(scope.actor, project)}
        panels={await renderPanels(panels, request, { kind: projectKind, id: project.id })}
        inner={inner}
        newKey={newFormKey}
      />,
    )
  }

const showYear = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const project = await getProject(scope, request.params.id ?? '')
  const fiscalYear = Number(request.params.year)
  if (!project.years.some((year) => year.fiscalYear === fiscalYear))
    throw new NotFound('project year')
  return page(
    request,
    {
      title: `${project.title} ${fiscalYear}`,
      breadcrumb: crumbsOf(request, project, sentences[language].report),
    },
    <YearPage
      lang={language}
      city={city}
      project={project}
      fiscalYear={fiscalYear}
      sheets={await listYearSheets(scope, project, [fiscalYear])}
      reader={readingOf(scope.actor, project)}
    />,
  )
}

/** What everyone may read of a project, with more for those concerned. */
export const showRoutes = (panels: readonly Panel[]): readonly Route[] => [
  getKept('/:city/projects/:id', 'projects.show', showProject(panels)),
  getKept('/:city/projects/:id/years/:year', 'projects.show-year', showYear),
]
