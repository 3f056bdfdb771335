import { both } from '#kernel/bilingual.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import { get, type PageRequest, postUnseen, type Route } from '#web/route.ts'
import type { AnswerRefusal } from '../actions/answer.ts'
import { paths } from '../paths.ts'
import { getReceiptKey } from '../queries/surveys.ts'
import { read } from '../questionnaire.ts'
import { isReceipt, placeOfReceipts, tidyCode } from '../sealing.ts'
import { sentences } from '../sentences.ts'
import type { Survey } from '../survey.ts'
import { AsidePage, EntryPage, ReceiptPage, RefusedPage } from '../views/answer-ends.tsx'
import { crumbsOf, getPublic } from './request.ts'

const problemText = {
  code: both(sentences.ja.answering.codeUnknown, sentences.en.answering.codeUnknown),
  draft: both(sentences.ja.answering.draftGone, sentences.en.answering.draftGone),
}

/** Asks for the code, or for the number of what was put aside. */
export const showEntry = (
  request: PageRequest,
  survey: Survey,
  back: { readonly problem?: 'code' | 'draft'; readonly typed?: string } = {},
): Answer => {
  const { city, language } = request
  const { problem, typed = '' } = back
  return page(
    request,
    {
      title: read(survey.texts.title, language),
      breadcrumb: [...crumbsOf(request, survey), { label: sentences[language].answer }],
      unlisted: true,
      ...(problem ? { status: 422 } : {}),
    },
    <EntryPage
      lang={language}
      city={city}
      survey={survey}
      asksCode={survey.ways.some((way) => way !== 'open')}
      typed={{ code: problem === 'code' ? typed : '', draft: problem === 'draft' ? typed : '' }}
      problems={problem ? [{ name: problem, text: problemText[problem] }] : []}
    />,
  )
}

/** Says why an answer was not taken. */
export const showRefusal = (
  request: PageRequest,
  survey: Survey,
  refusal: AnswerRefusal,
): Answer => {
  if (refusal === 'code-needed') return showEntry(request, survey)
  const { city, language } = request
  const words = sentences[language].answering
  const said = {
    closed: { heading: words.closed, text: '' },
    changed: { heading: words.changed, text: '' },
    'code-used': { heading: words.codeUsed, text: words.codeUsedText },
  }[refusal]
  return page(
    request,
    {
      title: said.heading,
      breadcrumb: crumbsOf(request, survey),
      unlisted: true,
      status: 422,
    },
    <RefusedPage lang={language} city={city} survey={survey} {...said} />,
  )
}

const openEntry = async (request: PageRequest): Promise<Answer> =>
  showEntry(request, await getPublic(request))

const enter = async (request: PageRequest): Promise<Answer> => {
  const { city, form } = request
  const survey = await getPublic(request)
  const problem = form.has('draft') ? 'draft' : 'code'
  const typed = form.text(problem)
  const code = tidyCode(typed)
  if (!code) return showEntry(request, survey, { problem, typed })
  return redirect(paths.answer(city.slug, survey.id, { [problem]: code }))
}

const showReceipt = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, query } = request
  const survey = await getPublic(request)
  const number = (query.get('number') ?? '').trim().toUpperCase()
  if (number === '') return redirect(paths.survey(city.slug, survey.id))
  const key = scope.outside.secrets.unlock(
    await getReceiptKey(scope, survey.id),
    placeOfReceipts(survey.id),
  )
  if (!isReceipt(key, number)) throw new NotFound('receipt')
  return page(
    request,
    {
      title: sentences[language].answering.receiptTitle,
      breadcrumb: crumbsOf(request, survey),
      unlisted: true,
    },
    <ReceiptPage lang={language} city={city} survey={survey} number={number} />,
  )
}

const showAside = async (request: PageRequest): Promise<Answer> => {
  const { city, language, query } = request
  const survey = await getPublic(request)
  const draft = tidyCode(query.get('draft') ?? '')
  if (!draft) return showEntry(request, survey)
  return page(
    request,
    {
      title: sentences[language].answering.asideTitle,
      breadcrumb: crumbsOf(request, survey),
      unlisted: true,
    },
    <AsidePage
      lang={language}
      city={city}
      survey={survey}
      draft={draft}
      link={paths.answer(city.slug, survey.id, { draft })}
    />,
  )
}

/** Where answering begins with a code, and what comes after it. */
export const answerEndRoutes: readonly Route[] = [
  get('/:city/surveys/:id/entry', 'surveys.open-entry', ['everyone'], openEntry),
  postUnseen('/:city/surveys/:id/entry', 'surveys.enter', ['everyone'], enter),
  get('/:city/surveys/:id/receipt', 'surveys.receipt', ['everyone'], showReceipt),
  get('/:city/surveys/:id/put-aside', 'surveys.put-aside', ['everyone'], showAside),
]
