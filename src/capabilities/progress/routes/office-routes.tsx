import { fiscalYearOf, type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { parseDate } from '#kernel/date-input.ts'
import { allow } from '#kernel/refusals.ts'
import { cleanText } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { listItems, type Plan, seriesOf } from '../../plans/index.ts'
import { listEvents } from '../../procedures/index.ts'
import { type OpeningProblem, openRound, reportedItems } from '../actions/open.ts'
import { addDepartment } from '../actions/part.ts'
import { askCommittee, stepRound } from '../actions/round.ts'
import { assign } from '../assign.ts'
import { paths } from '../paths.ts'
import { canTakeRoundStep } from '../policy.ts'
import { listComments } from '../queries/comments.ts'
import { listRoundItems } from '../queries/items.ts'
import { listParts } from '../queries/parts.ts'
import { listRounds } from '../queries/rounds.ts'
import { findSettings } from '../queries/settings.ts'
import { type Round, type RoundStep, roundKind, roundWorkflow } from '../round.ts'
import { sentences } from '../sentences.ts'
import { OpeningPage } from '../views/opening-page.tsx'
import { RoundPage } from '../views/round-page.tsx'
import { crumbsOf, doneAt, getPlan, getRound, holdRound, placeIn } from './request.ts'
import { withYear, yearAnswer } from './year-answer.ts'

const fieldOfProblem: Readonly<Record<OpeningProblem, string>> = {
  year: 'year',
  'due-past': 'due_on',
  'opened-already': 'year',
  'no-items': 'year',
  scale: 'year',
  'no-fallback': 'year',
}

const openingPage = async (
  request: PageRequest,
  plan: Plan,
  errors: readonly FieldError[] = [],
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const words = sentences[language]
  const settings = await findSettings(scope, plan, city)
  const items = reportedItems(await listItems(scope, plan.id), settings)
  const last = fiscalYearOf(tokyoDayOf(scope.now)) - 1
  const rounds = await listRounds(scope, seriesOf(plan))
  return page(
    request,
    {
      title: words.openTitle,
      breadcrumb: crumbsOf(request, plan, { label: words.openTitle }),
      width: 'text',
      unlisted: true,
      ...(errors.length > 0 ? { status: 422 } : {}),
    },
    <OpeningPage
      lang={language}
      city={city}
      plan={plan}
      settings={settings}
      shares={items.map((item) => ({
        item,
        ...assign(item, { departments: city.departments, fallback: settings.fallback }),
      }))}
      years={Array.from({ length: 20 }, (_, at) => last + 1 - at).filter(
        (year) => !rounds.some(({ fiscalYear }) => fiscalYear === year),
      )}
      typed={{ year: form.text('year') || String(last), due: form.text('due_on') }}
      errors={errors}
      newKey={newFormKey}
    />,
  )
}

const readDay = (text: string): PlainDate | undefined => {
  const read = parseDate(text)
  return read.ok ? read.value : undefined
}

const open = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form } = request
  const words = sentences[language]
  const plan = await getPlan(request)
  const dueOn = readDay(form.text('due_on'))
  if (!dueOn) return openingPage(request, plan, [{ id: 'due_on', message: words.dueNeeded }])
  const opened = await openRound(scope, city, {
    plan,
    items: await listItems(scope, plan.id),
    settings: await findSettings(scope, plan, city),
    fiscalYear: Number(form.text('year')),
    dueOn,
  })
  if (!opened.ok) {
    const id = fieldOfProblem[opened.error]
    return openingPage(request, plan, [{ id, message: words.openingProblems[opened.error] }])
  }
  return redirect(doneAt(paths.round(placeIn(request, opened.value)), 'opened'))
}

const roundPage = async (
  request: PageRequest,
  round: Round,
  errors: readonly FieldError[] = [],
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const words = sentences[language]
  const events = await listEvents(scope, [{ kind: roundKind, id: round.id }], {
    publicOnly: false,
  })
  const title = withYear(request, round, words.roundTitle)
  return yearAnswer(request, round, {
    title,
    crumbs: [{ label: words.roundTitle }],
    width: 'wide',
    back: errors.length > 0 ? 'refused' : undefined,
  })(
    <RoundPage
      lang={language}
      title={title}
      city={city}
      now={scope.now}
      at={placeIn(request, round)}
      round={round}
      parts={await listParts(scope, round.id)}
      items={await listRoundItems(scope, round.id)}
      comments={(await listComments(scope, round.id)).length}
      events={events}
      typed={{ reason: form.text('reason'), due: form.text('due_on') || round.dueOn }}
      errors={errors}
      newKey={newFormKey}
    />,
  )
}

const isStep = (name: string): name is RoundStep =>
  roundWorkflow.transitions.some((one) => one.name === name) && name !== 'publish'

/** Which field a refused step is to be mended in. */
const stepFields: Partial<Record<RoundStep, string>> = {
  'change-due': 'due_reason',
  'ask-committee': 'reason',
  'skip-committee': 'reason',
}

const takeStep = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form } = request
  const words = sentences[language]
  const round = await holdRound(request)
  const name = form.text('step')
  if (!isStep(name)) return roundPage(request, round, [{ id: 'reason', message: words.noStep }])
  allow(canTakeRoundStep(scope.actor, round, name))
  const reason = cleanText(form.text(name === 'change-due' ? 'due_reason' : 'reason')).slice(
    0,
    1_000,
  )
  const dueOn = name === 'change-due' ? readDay(form.text('due_on')) : undefined
  if (name === 'change-due' && (!dueOn || dueOn <= tokyoDayOf(scope.now)))
    return roundPage(request, round, [{ id: 'due_on', message: words.openingProblems['due-past'] }])
  const taken =
    name === 'ask-committee'
      ? await askCommittee(scope, city, { round, reason })
      : await stepRound(scope, city, { round, name, reason, dueOn })
  if (!taken.ok)
    return roundPage(request, round, [
      { id: stepFields[name] ?? 'reason', message: words.stepProblems[taken.error] },
    ])
  const next = taken.value === 'answering' ? paths.answers : paths.round
  return redirect(doneAt(next(placeIn(request, round)), 'moved'))
}

const add = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form } = request
  const words = sentences[language]
  const round = await holdRound(request)
  allow(canTakeRoundStep(scope.actor, round, 'change-due'))
  const department = city.departments.find(({ code }) => code === form.text('department'))?.code
  const items = await listRoundItems(scope, round.id)
  const no = items.find((item) => item.no === form.text('item'))?.no
  if (!no) return roundPage(request, round, [{ id: 'item', message: words.chooseItem }])
  if (!department)
    return roundPage(request, round, [{ id: 'department', message: words.chooseDepartment }])
  const added = await addDepartment(scope, city, { round, no, department })
  if (!added.ok)
    return roundPage(request, round, [
      { id: 'department', message: words.addProblems[added.error] },
    ])
  return redirect(doneAt(paths.round(placeIn(request, round)), 'added'))
}

const at = '/:city/plans/:id/progress'

/** The office opens a year, sees how far it has come, and leads it on. */
export const officeRoutes: readonly Route[] = [
  get(`${at}/new`, 'progress.open-form', ['office'], async (request) =>
    openingPage(request, await getPlan(request)),
  ),
  post(`${at}/new`, 'progress.open', ['office'], open),
  get(`${at}/:year/round`, 'progress.show-round', ['office'], async (request) =>
    roundPage(request, await getRound(request)),
  ),
  post(`${at}/:year/round/step`, 'progress.step', ['office'], takeStep),
  post(`${at}/:year/round/departments`, 'progress.add-department', ['office'], add),
]
