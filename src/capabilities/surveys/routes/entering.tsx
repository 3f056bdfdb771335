import { both } from '#kernel/bilingual.ts'
import { parseWholeNumber } from '#kernel/number.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, postUnseen, type Route } from '#web/route.ts'
import { enterSheet, recheckSheet } from '../actions/sheets.ts'
import { type Sheet, toSheet } from '../answers.ts'
import { asSent } from '../paper-form.ts'
import { paths } from '../paths.ts'
import { countSheets } from '../queries/sheets.ts'
import { numberOf } from '../questionnaire.ts'
import { type FieldProblem, inputs, readAnswers } from '../read-answers.ts'
import { sentences } from '../sentences.ts'
import type { Survey } from '../survey.ts'
import { SheetsPage } from '../views/sheets-page.tsx'
import { crumbsOf, getKeptOne, getPublic } from './request.ts'

type Back = { readonly problems: readonly FieldProblem[]; readonly differs?: boolean }

const words = (pick: (said: (typeof sentences)['ja']['sheets']) => string) =>
  both(pick(sentences.ja.sheets), pick(sentences.en.sheets))

const sheetsPage = async (request: PageRequest, survey: Survey, back?: Back): Promise<Answer> => {
  const { scope, city, language, query, form } = request
  const count = await countSheets(scope, survey.id)
  const checks = (back ? form.text('check') : query.get('check')) === 'yes'
  const asked = query.get('sheet') ?? ''
  const usual = checks ? String(count.unchecked ?? '') : String(count.next)
  const said = sentences[language]
  const title = checks ? said.sheets.checkTitle : said.sheets.title
  return page(
    request,
    {
      title,
      breadcrumb: [...crumbsOf(request, survey), { label: title }],
      unlisted: true,
      done: said.done,
      ...(back ? { status: 422 } : {}),
    },
    <SheetsPage
      lang={language}
      city={city}
      survey={survey}
      count={count}
      number={back ? form.text('number') : asked || usual}
      typed={form}
      problems={back?.problems ?? []}
      formKey={newFormKey()}
      checks={checks}
      differs={back?.differs ?? false}
    />,
  )
}

const getEntered = async (request: PageRequest): Promise<Survey> => {
  await getPublic(request)
  return getKeptOne(request)
}

const show = async (request: PageRequest): Promise<Answer> =>
  sheetsPage(request, await getEntered(request))

const firstInput = (survey: Survey, id: string): string => {
  const question = survey.questionnaire.questions.find((one) => one.id === id)
  const row = question?.kind === 'matrix' ? question.rows[0] : undefined
  return row ? inputs.row(id, row.code) : inputs.main(id)
}

const differing = (survey: Survey, ids: ReadonlySet<string>): readonly FieldProblem[] =>
  [...ids].map((id) => ({
    name: firstInput(survey, id),
    text: words((said) => said.differs(numberOf(survey.questionnaire, id))),
  }))

const recheck = async (
  request: PageRequest,
  survey: Survey,
  typed: { readonly number: number; readonly sheet: Sheet },
): Promise<Answer> => {
  const { scope, city, form } = request
  const certain = form.text('certain') === 'yes'
  const checked = await recheckSheet(scope, survey, { ...typed, certain })
  const back = paths.check(city.slug, survey.id)
  if (checked.ok)
    return redirect(`${back}&done=${checked.value === 'same' ? 'checked' : 'replaced'}`)
  if (checked.error === 'no-sheet')
    return sheetsPage(request, survey, {
      problems: [{ name: 'number', text: words((said) => said.noSheet) }],
    })
  return sheetsPage(request, survey, {
    problems: differing(survey, checked.error),
    differs: true,
  })
}

const enter = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const survey = await getEntered(request)
  const read = parseWholeNumber(form.text('number'), 999_999)
  const { answers, problems } = readAnswers(
    asSent(survey.questionnaire, form),
    survey.questionnaire,
    { lenient: true },
  )
  const number = read.ok && read.value > 0 ? read.value : undefined
  const all = [
    ...(number === undefined ? [{ name: 'number', text: words((said) => said.badNumber) }] : []),
    ...problems,
  ]
  if (number === undefined || all.length > 0) return sheetsPage(request, survey, { problems: all })
  const sheet = toSheet(survey.questionnaire, answers)
  if (form.text('check') === 'yes') return recheck(request, survey, { number, sheet })
  const entered = await enterSheet(scope, survey, { number, sheet })
  if (entered.ok) return redirect(`${paths.sheets(city.slug, survey.id)}?done=entered`)
  const text =
    entered.error === 'taken'
      ? words((said) => said.taken)
      : both(sentences.ja.form.changedMeanwhile, sentences.en.form.changedMeanwhile)
  return sheetsPage(request, survey, { problems: [{ name: 'number', text }] })
}

const keepers = ['office', 'centre', 'department'] as const

/** Sheets of paper, typed in once and, to be certain, a second time. */
export const enteringRoutes: readonly Route[] = [
  get('/:city/surveys/:id/sheets', 'surveys.sheets', keepers, show),
  postUnseen('/:city/surveys/:id/sheets', 'surveys.enter-sheet', keepers, enter),
]
