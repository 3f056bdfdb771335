import { newId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { changeQuestions, mendWording } from '../actions/keep.ts'
import { withAreas } from '../actions/steps.ts'
import { withMoved, withoutQuestion, withQuestion } from '../arranging.ts'
import { readReason, wordInputs } from '../form.ts'
import { paths } from '../paths.ts'
import { readMending, readQuestion } from '../question-form.ts'
import {
  emptyQuestion,
  type Question,
  questionKinds,
  read,
  readingOf,
  type Words,
} from '../questionnaire.ts'
import type { FieldProblem } from '../read-answers.ts'
import { sentences } from '../sentences.ts'
import type { Survey } from '../survey.ts'
import { AnswerPage } from '../views/answer-page.tsx'
import { QuestionFormPage } from '../views/question-form.tsx'
import { QuestionsPage } from '../views/questions-page.tsx'
import type { Values } from '../views/words-fields.tsx'
import { crumbsOf, getKeptOne } from './request.ts'

const showQuestions = async (request: PageRequest, meanwhile = false): Promise<Answer> => {
  const { city, language } = request
  const survey = await getKeptOne(request)
  const words = sentences[language]
  return page(
    request,
    {
      title: words.builder.title,
      breadcrumb: [...crumbsOf(request, survey), { label: words.builder.title }],
      unlisted: true,
      done: words.done,
      ...(meanwhile ? { status: 422 } : {}),
    },
    <QuestionsPage
      lang={language}
      city={city}
      survey={survey}
      formKey={newFormKey}
      meanwhile={meanwhile}
    />,
  )
}

const wordValues = (name: string, words: readonly Words[]): [string, string][] => {
  const inputs = wordInputs(name)
  return (['ja', 'en', 'easy'] as const).map((one) => [
    inputs[one],
    words.some((each) => each[one] !== '') ? words.map((each) => each[one]).join('\n') : '',
  ])
}

const number = (value: number | null): string => (value === null ? '' : String(value))

/** A question as the inputs of its form hold it. */
const asValues = (question: Question): Values => ({
  ...Object.fromEntries([
    ...wordValues('text', [question.text]),
    ...wordValues('help', [question.help]),
    ...wordValues(
      'choices',
      question.choices.map(({ text }) => text),
    ),
    ...wordValues(
      'rows',
      question.rows.map(({ text }) => text),
    ),
    ...wordValues('unit', [question.unit]),
    ...wordValues('section', question.section ? [question.section] : []),
    ...question.branches.flatMap(({ when, to }) =>
      when.map((code): [string, string] => [`branch-${code}`, to]),
    ),
  ]),
  required: question.required ? 'yes' : '',
  dont_know: question.dontKnow ? 'yes' : '',
  other: question.choices.some(({ other }) => other) ? 'yes' : '',
  most: number(question.most),
  least: number(question.least),
  greatest: number(question.greatest),
})

type Shown = {
  readonly survey: Survey
  readonly question: Question
  readonly isNew: boolean
  readonly values?: Values
  readonly problems?: readonly FieldProblem[]
  readonly meanwhile?: boolean
}

const formPage = (request: PageRequest, shown: Shown): Answer => {
  const { city, language } = request
  const { survey, question, isNew, values, problems = [], meanwhile = false } = shown
  const words = sentences[language]
  return page(
    request,
    {
      title: isNew ? words.builder.add : words.builder.edit,
      breadcrumb: [
        ...crumbsOf(request, survey),
        { label: words.builder.title, href: paths.questions(city.slug, survey.id) },
        { label: isNew ? words.builder.add : words.builder.edit },
      ],
      unlisted: true,
      ...(problems.length > 0 || meanwhile ? { status: 422 } : {}),
    },
    <QuestionFormPage
      lang={language}
      city={city}
      survey={survey}
      question={question}
      isNew={isNew}
      action={paths.question(city.slug, survey.id, isNew ? 'new' : question.id)}
      formKey={newFormKey()}
      values={values ?? asValues(question)}
      problems={problems}
      meanwhile={meanwhile}
    />,
  )
}

const isNewIn = ({ params }: PageRequest): boolean => params.question === 'new'

/** The question of the address; an empty one of the kind asked for where it is new. */
const getQuestion = (request: PageRequest, survey: Survey, kindAsked: string): Question => {
  if (!isNewIn(request)) {
    const found = survey.questionnaire.questions.find(({ id }) => id === request.params.question)
    if (!found) throw new NotFound('question')
    return found
  }
  const kind = questionKinds.find((one) => one === kindAsked)
  if (!kind || survey.frozen) throw new NotFound('question')
  return emptyQuestion(newId(), kind)
}

const openQuestion = async (request: PageRequest): Promise<Answer> => {
  const survey = await getKeptOne(request)
  const question = getQuestion(request, survey, request.query.get('kind') ?? '')
  return formPage(request, { survey, question, isNew: isNewIn(request) })
}

const typedIn = ({ form }: PageRequest): Values =>
  Object.fromEntries(form.names().map((name) => [name, form.text(name)]))

/** The survey as the form had it: what changed since then is not written over. */
const asSeen = ({ form }: PageRequest, survey: Survey): Survey => ({
  ...survey,
  revision: Number(form.text('revision')) || 0,
})

const saveQuestion = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const survey = await getKeptOne(request)
  const question = getQuestion(request, survey, form.text('kind'))
  const shown = { survey, question, isNew: isNewIn(request), values: typedIn(request) }
  const back = paths.questions(city.slug, survey.id)
  const seen = asSeen(request, survey)
  if (survey.frozen) {
    const { reason, problems } = readReason(form)
    const mended = readMending(form, question)
    const all = [...mended.problems, ...problems]
    if (all.length > 0) return formPage(request, { ...shown, problems: all })
    const questionnaire = withQuestion(survey.questionnaire, mended.question)
    const done = await mendWording(scope, seen, { questionnaire, reason })
    return done.ok
      ? redirect(`${back}?done=mended`)
      : formPage(request, { ...shown, meanwhile: true })
  }
  const reading = readQuestion(form, question)
  if (reading.problems.length > 0)
    return formPage(request, { ...shown, problems: reading.problems })
  const questionnaire = withQuestion(survey.questionnaire, reading.question)
  const done = await changeQuestions(scope, seen, questionnaire)
  return done.ok ? redirect(`${back}?done=saved`) : formPage(request, { ...shown, meanwhile: true })
}

const move = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const survey = await getKeptOne(request)
  const direction = form.text('direction') === 'up' ? 'up' : 'down'
  const moved = withMoved(survey.questionnaire, form.text('question'), direction)
  const changed = await changeQuestions(scope, asSeen(request, survey), moved)
  if (!changed.ok) return showQuestions(request, true)
  const at = `#question-${form.text('question')}`
  return redirect(`${paths.questions(city.slug, survey.id)}?done=moved${at}`)
}

const remove = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const survey = await getKeptOne(request)
  const rest = withoutQuestion(survey.questionnaire, form.text('question'))
  const changed = await changeQuestions(scope, asSeen(request, survey), rest)
  if (!changed.ok) return showQuestions(request, true)
  return redirect(`${paths.questions(city.slug, survey.id)}?done=removed`)
}

const preview = async (request: PageRequest): Promise<Answer> => {
  const { city, language, query } = request
  const survey = await getKeptOne(request)
  const easy = query.get('easy') === 'yes'
  const questionnaire = withAreas(survey.questionnaire, city)
  return page(
    request,
    {
      title: sentences[language].desk.preview,
      breadcrumb: [...crumbsOf(request, survey), { label: sentences[language].desk.preview }],
      unlisted: true,
    },
    <AnswerPage
      lang={language}
      city={city}
      survey={{ ...survey, questionnaire }}
      easy={easy && read(survey.texts.title, readingOf(language, true)) !== ''}
      questions={questionnaire.questions}
      typed={{ text: () => '', all: () => [] }}
      problems={[]}
      part={1}
      parts={1}
      code=""
      draft=""
      sheet=""
      preview
    />,
  )
}

const keepers = ['office', 'centre', 'department'] as const

/** Where questions are written, ordered and tried. */
export const buildingRoutes: readonly Route[] = [
  get('/:city/surveys/:id/questions', 'surveys.questions', keepers, (request) =>
    showQuestions(request),
  ),
  get('/:city/surveys/:id/questions/:question', 'surveys.open-question', keepers, openQuestion),
  post('/:city/surveys/:id/questions/:question', 'surveys.save-question', keepers, saveQuestion),
  post('/:city/surveys/:id/order', 'surveys.move-question', keepers, move),
  post('/:city/surveys/:id/removal', 'surveys.remove-question', keepers, remove),
  get('/:city/surveys/:id/preview', 'surveys.preview', keepers, preview),
]
