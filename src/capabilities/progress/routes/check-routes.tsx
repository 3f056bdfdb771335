import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { finishCheck, type Held, saveVerdicts } from '../actions/part.ts'
import { acceptRest, readVerdict, uncheckedProblem } from '../check-form.ts'
import type { FieldProblem } from '../form.ts'
import { paths } from '../paths.ts'
import { canCheck } from '../policy.ts'
import { listEarlier, listTasks } from '../queries/reports.ts'
import type { Found } from '../report.ts'
import { sentences } from '../sentences.ts'
import { CheckPage } from '../views/check-page.tsx'
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

type Comeback = {
  readonly problems: readonly FieldProblem[]
  readonly found: ReadonlyMap<string, Found>
}

const checkPage = async (request: PageRequest, held: Held, back?: Comeback): Promise<Answer> => {
  const { scope, city, language } = request
  const { round, part } = held
  const words = sentences[language]
  const name = departmentName(request, part.department)
  const of = { planId: round.planId, before: round.fiscalYear, department: part.department }
  const title = words.checkTitle(name, yearName(request, round))
  return yearAnswer(request, round, {
    title,
    crumbs: partCrumbs(request, held, { from: 'round' }),
    width: 'wide',
    back: back && 'kept',
  })(
    <CheckPage
      lang={language}
      title={title}
      city={city}
      at={placeIn(request, round)}
      round={round}
      part={part}
      tasks={await listTasks(scope, part.id)}
      earlier={await listEarlier(scope, of)}
      found={back?.found ?? new Map()}
      mayCheck={canCheck(scope.actor, held).ok}
      errors={toErrors(back?.problems ?? [], request)}
      newKey={newFormKey}
    />,
  )
}

const save = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const held = await holdPart(request)
  allow(canCheck(scope.actor, held))
  const tasks = await listTasks(scope, held.part.id)
  const intent = form.text('intent')
  const read = tasks.map((task) => {
    const typed = readVerdict(form, task)
    return intent === 'finish-rest' ? acceptRest(form, task, typed) : typed
  })
  const problems = read.flatMap((one) => one.problems)
  const typed = read.filter(({ touched }) => touched)
  const found = new Map(typed.map((one) => [one.found.no, one.found] as const))
  const good = typed.filter((one) => one.problems.length === 0).map((one) => one.found)
  await saveVerdicts(scope, held, good)
  if (problems.length > 0) return checkPage(request, held, { problems, found })
  const place = placeIn(request, held.round)
  if (!intent.startsWith('finish'))
    return redirect(doneAt(paths.check(place, held.part.department), 'saved'))
  const done = await finishCheck(scope, city, held)
  if (!done.ok) {
    const open = (await listTasks(scope, held.part.id)).filter(
      ({ report }) => report.verdict === '',
    )
    return checkPage(request, held, { problems: open.map(uncheckedProblem), found })
  }
  return redirect(doneAt(paths.round(place), done.value === 'accepted' ? 'accepted' : 'returned'))
}

const at = '/:city/plans/:id/progress/:year/departments/:code/check'

/** 事務局の確認: every item of a department is accepted, or sent back with a reason. */
export const checkRoutes: readonly Route[] = [
  get(at, 'progress.show-check', ['office'], async (request) =>
    checkPage(request, await getPart(request)),
  ),
  post(at, 'progress.check', ['office'], save),
]
