import { newToken } from '#kernel/tokens.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { get, type PageRequest, postUnseen, type Route } from '#web/route.ts'
import { putAside, submitAnswer, takeUp } from '../actions/answer.ts'
import type { Answers } from '../answers.ts'
import { asTyped } from '../as-typed.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { paths } from '../paths.ts'
import { findCode } from '../queries/asked.ts'
import { read, readingOf } from '../questionnaire.ts'
import { type FieldProblem, readAnswers, type Sent } from '../read-answers.ts'
import { hashCode, tidyCode } from '../sealing.ts'
import { nextPart, previousPart, sectionsOf } from '../sections.ts'
import { sentences } from '../sentences.ts'
import { isAnswerable, type Survey } from '../survey.ts'
import { AnswerPage, EndPage, goName } from '../views/answer-page.tsx'
import { showEntry, showRefusal } from './answer-ends.tsx'
import { crumbsOf, getPublic } from './request.ts'

/** How far somebody is, and with what. */
type Writing = {
  readonly survey: Survey
  readonly answers: Answers
  readonly code: string
  readonly draft: string
  readonly part: number
  readonly easy: boolean
  /** Which wording of the questions it was written to. */
  readonly shown: string
  /** True where that is not the one of now. */
  readonly renewed: boolean
}

const partsOf = ({ layout, questionnaire }: Survey) =>
  layout === 'sections'
    ? sectionsOf(questionnaire).map(({ questions }) => questions)
    : [questionnaire.questions]

/** A page of questions, or the end behind the last one. */
const showPart = (
  request: PageRequest,
  writing: Writing,
  back?: {
    readonly typed: Sent
    readonly problems: readonly FieldProblem[]
    readonly sheet: string
  },
): Answer => {
  const { city, language } = request
  const { survey, answers, code, draft, part, easy } = writing
  const parts = partsOf(survey)
  const questions = parts[part - 1]
  const title = read(survey.texts.title, readingOf(language, easy))
  const props = {
    lang: language,
    city,
    survey,
    easy,
    questions: questions ?? [],
    typed: back?.typed ?? asTyped(survey.questionnaire, answers),
    problems: back?.problems ?? [],
    part: questions ? part : parts.length + 1,
    parts: parts.length,
    code,
    draft,
    sheet: back?.sheet || newToken(),
    shown: fingerprintOf(survey.questionnaire),
    renewed: writing.renewed,
  }
  return page(
    request,
    {
      title,
      breadcrumb: [...crumbsOf(request, survey), { label: sentences[language].answer }],
      unlisted: true,
      ...(back && (back.problems.length > 0 || writing.renewed) ? { status: 422 } : {}),
    },
    questions ? <AnswerPage {...props} /> : <EndPage {...props} />,
  )
}

const partAsked = (text: string): number => (/^\d{1,3}$/.test(text) ? Math.max(Number(text), 1) : 1)

const findWriting = async (
  request: PageRequest,
  survey: Survey,
  sent: {
    readonly code: string
    readonly draft: string
    readonly part: string
    readonly easy: string
    readonly shown?: string
  },
): Promise<Writing | undefined> => {
  const draft = tidyCode(sent.draft)
  const aside = draft ? await takeUp(request.scope, survey.id, draft) : undefined
  if (draft && !aside) return undefined
  const now = fingerprintOf(survey.questionnaire)
  const shown = sent.shown || aside?.shown || now
  return {
    survey,
    answers: aside?.answers ?? {},
    code: aside?.code ?? tidyCode(sent.code),
    draft,
    part: partAsked(sent.part),
    easy: sent.easy === 'yes',
    shown,
    renewed: shown !== now,
  }
}

const show = async (request: PageRequest): Promise<Answer> => {
  const { scope, query } = request
  const survey = await getPublic(request)
  if (!isAnswerable(survey, scope.now)) return redirect(paths.survey(request.city.slug, survey.id))
  const asked = (name: string): string => query.get(name) ?? ''
  const writing = await findWriting(request, survey, {
    code: asked('code'),
    draft: asked('draft'),
    part: asked('part'),
    easy: asked('easy'),
  })
  if (!writing) return showEntry(request, survey, { problem: 'draft', typed: asked('draft') })
  const { code } = writing
  if (code) {
    const found = await findCode(scope, survey.id, hashCode('asked', survey.id, code))
    if (found === 'used') return showRefusal(request, survey, 'code-used')
    if (found === 'unknown')
      return showEntry(request, survey, { problem: 'code', typed: asked('code') })
  } else if (asked('code') !== '' || !survey.ways.includes('open'))
    return showEntry(request, survey, {
      ...(asked('code') ? { problem: 'code' as const } : {}),
      typed: asked('code'),
    })
  return showPart(request, writing.renewed ? { ...writing, part: 1 } : writing)
}

const send = async (request: PageRequest, writing: Writing): Promise<Answer> => {
  const { scope, city, form } = request
  const { survey, answers, code, draft } = writing
  const sent = await submitAnswer(scope, survey, {
    answers,
    code,
    draft: draft || undefined,
    // What was put aside is one answer, from however many windows it is sent.
    key: draft || form.text('sheet') || newToken(),
  })
  if (!sent.ok) return showRefusal(request, survey, sent.error)
  return redirect(paths.receipt(city.slug, survey.id, sent.value))
}

/** Whatever was skipped on the way is asked for before the whole is sent. */
const sendWhole = (request: PageRequest, writing: Writing): Promise<Answer> | Answer => {
  const { survey, answers } = writing
  const typed = asTyped(survey.questionnaire, answers)
  const { problems } = readAnswers(typed, survey.questionnaire)
  if (problems.length === 0) return send(request, writing)
  const [first] = problems
  const part = partsOf(survey).findIndex((questions) =>
    questions.some(({ id }) => first?.name.startsWith(`q-${id}`)),
  )
  const back = { typed, problems, sheet: request.form.text('sheet') }
  return showPart(request, { ...writing, part: part + 1 }, back)
}

const goTo = async (
  request: PageRequest,
  writing: Writing,
  to: number | 'aside',
): Promise<Answer> => {
  const { scope, city } = request
  const { survey, easy } = writing
  const draft = await putAside(scope, survey, writing)
  return redirect(
    to === 'aside'
      ? paths.putAside(city.slug, survey.id, draft)
      : paths.answer(city.slug, survey.id, { draft, part: to, easy }),
  )
}

/** The questions have changed since they were shown: what was written comes back to be checked. */
const checkAnew = async (request: PageRequest, writing: Writing): Promise<Answer> => {
  const { form } = request
  const { survey, answers: before, part } = writing
  if (survey.layout === 'one' && part === 1)
    return showPart(request, writing, { typed: form, problems: [], sheet: form.text('sheet') })
  const ids = new Set(partsOf(survey)[part - 1]?.map(({ id }) => id) ?? [])
  const { answers } = readAnswers(form, survey.questionnaire, { ids, before, lenient: true })
  return goTo(request, { ...writing, answers }, 1)
}

const take = async (request: PageRequest): Promise<Answer> => {
  const { scope, form } = request
  const survey = await getPublic(request)
  if (!isAnswerable(survey, scope.now)) return showRefusal(request, survey, 'closed')
  const before = await findWriting(request, survey, {
    code: form.text('code'),
    draft: form.text('draft'),
    part: form.text('part'),
    easy: form.text('easy'),
    shown: form.text('wording'),
  })
  if (!before) return showEntry(request, survey, { problem: 'draft', typed: form.text('draft') })
  if (before.renewed) return checkAnew(request, before)
  const go = form.text(goName)
  const questions = partsOf(survey)[before.part - 1]
  if (questions && (go === 'easy' || go === 'usual'))
    return showPart(
      request,
      { ...before, easy: go === 'easy' },
      { typed: form, problems: [], sheet: form.text('sheet') },
    )
  if (!questions && go === 'send') return sendWhole(request, before)
  const reading = readAnswers(form, survey.questionnaire, {
    ids: new Set(questions?.map(({ id }) => id) ?? []),
    before: before.answers,
    lenient: go === 'aside' || go === 'back',
  })
  const writing = { ...before, answers: reading.answers }
  if (reading.problems.length > 0)
    return showPart(request, writing, {
      typed: form,
      problems: reading.problems,
      sheet: form.text('sheet'),
    })
  const { questionnaire } = survey
  if (go === 'aside') return goTo(request, writing, 'aside')
  if (go === 'back')
    return goTo(request, writing, previousPart(questionnaire, writing.answers, before.part))
  // Where there is a page for each section, only the last one sends: whatever else was pressed leads on to the next.
  if (survey.layout === 'sections')
    return goTo(request, writing, nextPart(questionnaire, writing.answers, before.part))
  return send(request, writing)
}

/**
 * Answering, for everyone. Nothing of it changes a page for visitors, and what a session would tell is not
 * asked for.
 */
export const answeringRoutes: readonly Route[] = [
  get('/:city/surveys/:id/answer', 'surveys.open-answer', ['everyone'], show),
  postUnseen('/:city/surveys/:id/answer', 'surveys.answer', ['everyone'], take),
]
