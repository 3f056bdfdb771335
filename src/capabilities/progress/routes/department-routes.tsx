import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import type { Counter } from '#web/counter.ts'
import { newFormKey } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { type Held, saveDrafts, sendPart } from '../actions/part.ts'
import { countFor } from '../counts.ts'
import {
  conflictProblem,
  type FieldProblem,
  fieldsOf,
  missingProblems,
  type Proposals,
  type ReadItem,
  readItem,
  takeOver,
} from '../form.ts'
import { paths } from '../paths.ts'
import { canWrite } from '../policy.ts'
import { type Earlier, listEarlier, listTasks } from '../queries/reports.ts'
import { isFinished, isOpen, isUnchanged, missingIn, type Task, type Typed } from '../report.ts'
import { sentences } from '../sentences.ts'
import { DepartmentPage, type ShownItem } from '../views/department-page.tsx'
import {
  departmentName,
  doneAt,
  getPart,
  holdPart,
  placeIn,
  toErrors,
  yearName,
} from './request.ts'
import { partCrumbs, yearAnswer } from './year-answer.ts'

type Seen = Held & {
  readonly tasks: readonly Task[]
  readonly earlier: ReadonlyMap<string, Earlier>
  readonly proposals: Proposals
}

type Comeback = {
  readonly problems: readonly FieldProblem[]
  /** What was typed, by item. */
  readonly typed?: ReadonlyMap<string, Typed>
  readonly conflicts?: readonly string[]
}

const lookUp = async (
  { scope }: PageRequest,
  held: Held,
  counters: readonly Counter[],
): Promise<Seen> => {
  const { round, part } = held
  const tasks = await listTasks(scope, part.id)
  return {
    ...held,
    tasks,
    earlier: await listEarlier(scope, {
      planId: round.planId,
      before: round.fiscalYear,
      department: part.department,
    }),
    proposals: await countFor(scope, counters, { tasks, fiscalYear: round.fiscalYear }),
  }
}

const shownItem = (seen: Seen, task: Task, back: Comeback | undefined): ShownItem => {
  const { item, report } = task
  const typed = back?.typed?.get(item.no)
  return {
    task,
    draft: typed?.draft ?? report,
    earlier: seen.earlier.get(item.no),
    finished: isFinished(task, seen.round.scale),
    unchanged: isUnchanged(report, seen.earlier.get(item.no)),
    open: isOpen(seen.part, report),
    conflict: back?.conflicts?.includes(item.no) ?? false,
  }
}

const departmentPage = (request: PageRequest, seen: Seen, back?: Comeback): Answer => {
  const { scope, city, language } = request
  const { round, part, tasks } = seen
  const words = sentences[language]
  const name = departmentName(request, part.department)
  const title = words.reportTitle(name, yearName(request, round))
  return yearAnswer(request, round, {
    title,
    crumbs: partCrumbs(request, seen),
    width: 'wide',
    // What could be kept is kept, also when one item has to be mended.
    back: back && 'kept',
  })(
    <DepartmentPage
      lang={language}
      title={title}
      city={city}
      now={scope.now}
      at={placeIn(request, round)}
      round={round}
      part={part}
      items={tasks.map((task) => shownItem(seen, task, back))}
      proposals={seen.proposals}
      mayWrite={canWrite(scope.actor, seen).ok}
      errors={toErrors(back?.problems ?? [], request)}
      newKey={newFormKey}
    />,
  )
}

const readAll = ({ form }: PageRequest, seen: Seen): readonly ReadItem[] =>
  seen.tasks.flatMap((task) => {
    const read = isOpen(seen.part, task.report)
      ? readItem(form, { task, scale: seen.round.scale, proposals: seen.proposals })
      : undefined
    return read ? [read] : []
  })

/** What a press of 「引きつぐ」 adds to what was typed: last year's text of one item, or of all empty ones. */
const withEarlier = (typed: Typed, seen: Seen, intent: string): Typed => {
  const earlier = seen.earlier.get(typed.no)
  if (!earlier) return typed
  const empty = typed.draft.results === '' && typed.draft.next === ''
  const asked = intent === `take:${typed.no}` || (intent === 'take-all' && empty)
  return asked ? { ...typed, touched: true, draft: takeOver(typed.draft, earlier) } : typed
}

/** Where to go on writing: the item itself after taking over, else the next unfinished one. */
const anchorAfter = (intent: string, seen: Seen): string => {
  const [what = '', no = ''] = intent.split(/:(.*)/s)
  if (what === 'take') return fieldsOf(no).section
  if (what !== 'next') return ''
  const at = seen.tasks.findIndex(({ item }) => item.no === no)
  const order = [...seen.tasks.slice(at + 1), ...seen.tasks.slice(0, at + 1)]
  const next = order.find((task) => !isFinished(task, seen.round.scale))
  return next ? fieldsOf(next.item.no).section : 'send'
}

const sendAll = async (
  request: PageRequest,
  seen: Seen,
  typed: ReadonlyMap<string, Typed>,
): Promise<Answer> => {
  const { scope, city } = request
  const problems = seen.tasks
    .filter(({ report }) => isOpen(seen.part, report))
    .flatMap((task) => missingProblems(task, missingIn(task, seen.round.scale)))
  if (problems.length > 0) return departmentPage(request, seen, { problems, typed })
  const sent = await sendPart(scope, city, seen)
  if (!sent.ok) return departmentPage(request, seen, { problems: [], typed })
  return redirect(doneAt(paths.report(placeIn(request, seen.round), seen.part.department), 'sent'))
}

const save =
  (counters: readonly Counter[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, form } = request
    const held = await holdPart(request)
    allow(canWrite(scope.actor, held))
    const before = await lookUp(request, held, counters)
    const intent = form.text('intent')
    const read = readAll(request, before)
    const items = read.map(({ typed }) => withEarlier(typed, before, intent))
    const wrong = new Set(
      read.filter(({ problems }) => problems.length > 0).map(({ typed }) => typed.no),
    )
    const { conflicts } = await saveDrafts(
      scope,
      held,
      items.filter(({ no }) => !wrong.has(no)),
    )
    const seen = await lookUp(request, held, counters)
    const problems = [
      ...read.flatMap((one) => one.problems),
      ...seen.tasks.filter(({ item }) => conflicts.includes(item.no)).map(conflictProblem),
    ]
    const kept = items.filter(({ no }) => wrong.has(no) || conflicts.includes(no))
    const typed = new Map(kept.map((one) => [one.no, one] as const))
    if (problems.length > 0) return departmentPage(request, seen, { problems, typed, conflicts })
    if (intent === 'send') return sendAll(request, seen, typed)
    const path = paths.report(placeIn(request, seen.round), seen.part.department)
    return redirect(
      doneAt(path, intent.startsWith('take') ? 'taken' : 'saved', anchorAfter(intent, seen)),
    )
  }

const show =
  (counters: readonly Counter[]) =>
  async (request: PageRequest): Promise<Answer> =>
    departmentPage(request, await lookUp(request, await getPart(request), counters))

const at = '/:city/plans/:id/progress/:year/departments/:code'

/** 担当課の報告: all items of a department on one page. */
export const departmentRoutes = (counters: readonly Counter[]): readonly Route[] => [
  get(at, 'progress.show-report', ['department', 'office'], show(counters)),
  post(at, 'progress.save-report', ['department', 'office'], save(counters)),
]
