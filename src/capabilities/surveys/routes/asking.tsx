import { writeCsv } from '#data/tables-in-out/index.ts'
import { both } from '#kernel/bilingual.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { renderPdf } from '#web/document/index.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { askPeople, remind, revealCode, takeReturnedCodes } from '../actions/asked.ts'
import { withAreas } from '../actions/steps.ts'
import { readAsked, readCodes } from '../asked-form.ts'
import { composeLetters, composePaper } from '../paper-document.ts'
import { paths } from '../paths.ts'
import { countAsked, listCodes } from '../queries/asked.ts'
import { listReminders } from '../queries/reminders.ts'
import type { FieldProblem } from '../read-answers.ts'
import { sentences } from '../sentences.ts'
import { AskedPage, lettersInFile } from '../views/asked-page.tsx'
import { crumbsOf, getKeptOne } from './request.ts'

const showAsked = async (
  request: PageRequest,
  problems: readonly FieldProblem[] = [],
  codes?: string,
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const survey = await getKeptOne(request)
  const words = sentences[language]
  return page(
    request,
    {
      title: words.asked.title,
      breadcrumb: [...crumbsOf(request, survey), { label: words.asked.title }],
      unlisted: true,
      done: words.done,
      ...(problems.length > 0 ? { status: 422, keep: codes !== undefined } : {}),
    },
    <AskedPage
      lang={language}
      city={city}
      survey={survey}
      counts={await countAsked(scope, survey.id)}
      reminders={await listReminders(scope, survey.id)}
      formKey={newFormKey}
      problems={problems}
      typed={{
        letters: form.text('letters'),
        emails: form.text('emails'),
        codes: codes ?? form.text('codes'),
      }}
    />,
  )
}

const ask = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const survey = await getKeptOne(request)
  const reading = readAsked(form)
  if (!survey.ways.includes(reading.kind)) throw new NotFound('way')
  if (reading.problems.length > 0) return showAsked(request, reading.problems)
  await askPeople(scope, survey, reading)
  return redirect(`${paths.asked(city.slug, survey.id)}?done=asked`)
}

const sendReminders = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const survey = await getKeptOne(request)
  const sent = await remind(scope, city, survey)
  if (sent.ok) return redirect(`${paths.asked(city.slug, survey.id)}?done=reminded`)
  const text = both(
    sentences.ja.asked.refusals[sent.error],
    sentences.en.asked.refusals[sent.error],
  )
  return showAsked(request, [{ name: 'remind-go', text }])
}

const takeReturned = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const survey = await getKeptOne(request)
  const { taken, refused } = await takeReturnedCodes(scope, survey, readCodes(form))
  if (refused.length === 0) return redirect(`${paths.asked(city.slug, survey.id)}?done=returned`)
  const text = both(
    sentences.ja.asked.returnedRefused(refused.join('、'), taken),
    sentences.en.asked.returnedRefused(refused.join(', '), taken),
  )
  // What was right stays recorded: the field keeps only what was not.
  return showAsked(request, [{ name: 'codes', text }], refused.join('\n'))
}

const printLetters = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, query, site } = request
  const survey = await getKeptOne(request)
  const from = Math.max(Number(query.get('from')) || 1, 1)
  const codes = await listCodes(scope, survey.id, { kind: 'codes', from, limit: lettersInFile })
  if (codes.length === 0) throw new NotFound('codes')
  const letters = codes.map(({ number, locked }) => ({
    number,
    code: revealCode(scope, survey.id, locked),
  }))
  const around = { lang: language, city, now: scope.now, publicUrl: site.publicUrl }
  return {
    kind: 'bytes',
    status: 200,
    type: 'application/pdf',
    body: await renderPdf(composeLetters(survey, letters, around)),
    fileName: `letters-${from}.pdf`,
  }
}

const listAsCsv = async (request: PageRequest): Promise<Answer> => {
  const { scope, language } = request
  const survey = await getKeptOne(request)
  const codes = await listCodes(scope, survey.id, { kind: 'codes' })
  const words = sentences[language].letter
  const rows = codes.map(({ number, locked }) => [number, revealCode(scope, survey.id, locked)])
  return {
    kind: 'bytes',
    status: 200,
    type: 'text/csv; charset=utf-8',
    body: writeCsv([[words.serial(0).replace(/\s*0$/, ''), words.code], ...rows], {
      use: 'spreadsheet',
    }).bytes,
    fileName: `codes-${survey.id}.csv`,
  }
}

const printPaper = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const survey = await getKeptOne(request)
  const questionnaire = withAreas(survey.questionnaire, city)
  if (questionnaire.questions.length === 0) throw new NotFound('questions')
  const document = composePaper(
    { ...survey, questionnaire },
    { lang: language, city, now: scope.now },
  )
  return {
    kind: 'bytes',
    status: 200,
    type: 'application/pdf',
    body: await renderPdf(document),
    fileName: `survey-${survey.id}.pdf`,
  }
}

const keepers = ['office', 'centre', 'department'] as const

/** Codes, letters and requests; the questionnaire on paper. */
export const askingRoutes: readonly Route[] = [
  get('/:city/surveys/:id/asked', 'surveys.asked', keepers, (request) => showAsked(request)),
  post('/:city/surveys/:id/asked', 'surveys.ask', keepers, ask),
  get('/:city/surveys/:id/asked/letters', 'surveys.print-letters', keepers, printLetters),
  get('/:city/surveys/:id/asked/codes', 'surveys.list-codes', keepers, listAsCsv),
  post('/:city/surveys/:id/asked/returned', 'surveys.take-returned-codes', keepers, takeReturned),
  post('/:city/surveys/:id/asked/reminders', 'surveys.remind', keepers, sendReminders),
  get('/:city/surveys/:id/paper', 'surveys.print-paper', keepers, printPaper),
]
