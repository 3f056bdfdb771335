import { addDays, tokyoDayOf } from '#kernel/calendar.ts'
import { Forbidden } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { beginSurvey, changeFacts } from '../actions/keep.ts'
import { copyQuestions } from '../arranging.ts'
import { readFacts, wordInputs } from '../form.ts'
import { paths } from '../paths.ts'
import { canAskFor, canBegin, canSee } from '../policy.ts'
import { findSurvey } from '../queries/surveys.ts'
import { read } from '../questionnaire.ts'
import type { FieldProblem } from '../read-answers.ts'
import { sentences } from '../sentences.ts'
import type { Survey, SurveyFacts } from '../survey.ts'
import { FactsFormPage } from '../views/facts-form.tsx'
import type { Values } from '../views/words-fields.tsx'
import { crumbsOf, getKeptOne } from './request.ts'

const textNames = ['title', 'purpose', 'asked', 'use', 'contact'] as const

/** Facts as the inputs of the form hold them. */
const asValues = (facts: SurveyFacts): Record<string, string> => {
  const texts = textNames.flatMap((name) => {
    const inputs = wordInputs(name)
    const words = facts.texts[name]
    return (['ja', 'en', 'easy'] as const).map((one): [string, string] => [inputs[one], words[one]])
  })
  return {
    ...Object.fromEntries(texts),
    opens_on: facts.opensOn,
    closes_on: facts.closesOn,
    department: facts.department ?? '',
    layout: facts.layout,
  }
}

const typedIn = ({ form }: PageRequest): Record<string, string> =>
  Object.fromEntries(form.names().map((name) => [name, form.text(name)]))

type Shown = {
  readonly values: Values
  readonly ways: readonly string[]
  readonly problems?: readonly FieldProblem[]
  readonly editing?: Survey
  readonly copyOf?: Survey | undefined
  readonly meanwhile?: boolean
}

const formPage = (request: PageRequest, shown: Shown): Answer => {
  const { scope, city, language } = request
  const { values, ways, problems, editing, copyOf, meanwhile } = shown
  const words = sentences[language]
  const title = editing ? words.form.editTitle : words.form.title
  const before = editing
    ? crumbsOf(request, editing)
    : [{ label: words.title, href: paths.list(city.slug) }]
  const departments = [null, ...city.departments.map(({ code }) => code)]
  return page(
    request,
    {
      title,
      breadcrumb: [...before, { label: title }],
      unlisted: true,
      ...(problems || meanwhile ? { status: 422 } : {}),
    },
    <FactsFormPage
      lang={language}
      city={city}
      action={editing ? paths.edit(city.slug, editing.id) : paths.begin(city.slug)}
      formKey={newFormKey()}
      values={values}
      ways={ways}
      problems={problems ?? []}
      departments={departments.filter((one) => canAskFor(scope.actor, one))}
      editing={editing !== undefined}
      copyOf={copyOf && read(copyOf.texts.title, language)}
      meanwhile={meanwhile}
    />,
  )
}

const findCopied = async ({ scope }: PageRequest, id: string): Promise<Survey | undefined> => {
  const survey = id ? await findSurvey(scope, id) : undefined
  return survey && canSee(scope.actor, survey) ? survey : undefined
}

const assertMayBegin = ({ scope }: PageRequest): void => {
  if (!canBegin(scope.actor)) throw new Forbidden('surveys.begin')
}

const openNew = async (request: PageRequest): Promise<Answer> => {
  assertMayBegin(request)
  const { scope, query, city, person } = request
  const copyOf = await findCopied(request, query.get('copy') ?? '')
  const opensOn = addDays(tokyoDayOf(scope.now), 1)
  const days = { opens_on: opensOn, closes_on: addDays(opensOn, 27) as string }
  const own = canAskFor(scope.actor, null) ? '' : (person?.departments[0] ?? '')
  const phone = city.contact.phone ? `　${city.contact.phone}` : ''
  const values = copyOf
    ? { ...asValues(copyOf), ...days, copy: copyOf.id }
    : { ...days, department: own, contact_ja: `${city.contact.office.ja}${phone}` }
  return formPage(request, { values, ways: copyOf?.ways ?? ['open'], copyOf })
}

const begin = async (request: PageRequest): Promise<Answer> => {
  assertMayBegin(request)
  const { scope, city, form } = request
  const copyOf = await findCopied(request, form.text('copy'))
  const { facts, problems } = readFacts(form, (department) => canAskFor(scope.actor, department))
  if (!facts)
    return formPage(request, {
      values: typedIn(request),
      ways: form.all('ways'),
      problems,
      copyOf,
    })
  const questionnaire = copyOf && copyQuestions(copyOf.questionnaire)
  const id = await beginSurvey(scope, facts, questionnaire ? { questionnaire } : {})
  return redirect(`${paths.questions(city.slug, id)}?done=begun`)
}

const openEdit = async (request: PageRequest): Promise<Answer> => {
  const editing = await getKeptOne(request)
  const values = { ...asValues(editing), revision: String(editing.revision) }
  return formPage(request, { values, ways: editing.ways, editing })
}

/** A survey that runs keeps its first day and its way of being laid out; its last day has a step of its own. */
const whileRunning = (survey: Survey, facts: SurveyFacts): SurveyFacts =>
  survey.state === 'draft'
    ? facts
    : { ...facts, opensOn: survey.opensOn, closesOn: survey.closesOn }

const change = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const editing = await getKeptOne(request)
  const { facts, problems } = readFacts(form, (department) => canAskFor(scope.actor, department))
  const shown = { values: typedIn(request), ways: form.all('ways'), editing }
  if (!facts) return formPage(request, { ...shown, problems })
  const seen = { ...editing, revision: Number(form.text('revision')) || 0 }
  const done = await changeFacts(scope, seen, whileRunning(editing, facts))
  if (!done.ok) {
    const values = { ...shown.values, revision: String(editing.revision) }
    return formPage(request, { ...shown, values, meanwhile: true })
  }
  return redirect(`${paths.survey(city.slug, editing.id)}?done=changed`)
}

const keepers = ['office', 'centre', 'department'] as const

/** Where a survey is begun and its facts are changed. */
export const keepingRoutes: readonly Route[] = [
  get('/:city/surveys/new', 'surveys.open-new', keepers, openNew),
  post('/:city/surveys/new', 'surveys.begin', keepers, begin),
  get('/:city/surveys/:id/edit', 'surveys.open-edit', keepers, openEdit),
  post('/:city/surveys/:id/edit', 'surveys.change', keepers, change),
]
