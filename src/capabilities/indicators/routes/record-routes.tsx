import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { addRowName, type FieldError } from '#web/ui/index.ts'
import { listItems, listPlans } from '../../plans/index.ts'
import { changeRecord } from '../actions/record.ts'
import type { Indicator } from '../indicator.ts'
import { paths } from '../paths.ts'
import {
  gradeColumns,
  gradeRows,
  readRecord,
  rowsIn,
  signOf,
  targetColumns,
  targetRows,
} from '../record-form.ts'
import { sentences } from '../sentences.ts'
import { RecordPage, recordFields, type TypedRecord } from '../views/record-page.tsx'
import { crumbsTo, getIndicator, holdIndicator } from './request.ts'

const typedIn = ({ form }: PageRequest, indicator: Indicator): TypedRecord => ({
  texts: Object.fromEntries(
    ['sign', ...Object.keys(recordFields(indicator).texts)].map((name) => [name, form.text(name)]),
  ),
  targets: rowsIn(form, targetRows, targetColumns).map(({ cells }) => cells),
  grades: rowsIn(form, gradeRows, gradeColumns).map(({ cells }) => cells),
  grown: form.text(addRowName),
})

const recordPage = async (
  request: PageRequest,
  indicator: Indicator,
  errors?: readonly FieldError[],
): Promise<Answer> => {
  const { scope, city, language } = request
  const title = sentences[language].recordTitle
  return page(
    request,
    {
      title,
      breadcrumb: crumbsTo(
        request,
        { label: indicator.title[language], href: paths.indicator(city.slug, indicator.code) },
        { label: title },
      ),
      unlisted: true,
      // A row more was asked for: nothing is wrong, the form is longer.
      ...(errors && errors.length > 0 ? { status: 422 } : {}),
    },
    <RecordPage
      lang={language}
      city={city}
      indicator={indicator}
      plans={await listPlans(scope)}
      typed={errors ? typedIn(request, indicator) : recordFields(indicator)}
      errors={errors ?? []}
      newKey={newFormKey}
    />,
  )
}

const save = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form } = request
  const before = await holdIndicator(request)
  if (form.has(addRowName)) return recordPage(request, before, [])
  if (form.text('sign') !== signOf(before))
    return recordPage(request, before, [{ id: 'title', message: sentences[language].recordMoved }])
  const plans = (await listPlans(scope)).map(({ id }) => id)
  const chosen = plans.find((id) => id === form.text('plan'))
  const items = chosen ? (await listItems(scope, chosen)).map(({ no }) => no) : []
  const { value, problems } = readRecord(form, before, { city, plans, items })
  if (problems.length > 0)
    return recordPage(
      request,
      before,
      problems.map(({ name, text }) => ({ id: name, message: text[language] })),
    )
  await changeRecord(scope, before, value)
  return redirect(`${paths.indicator(city.slug, before.code)}?done=recorded`)
}

const at = '/:city/indicators/:code/definition'

/** Where the office changes a definition record. */
export const recordRoutes: readonly Route[] = [
  get(at, 'indicators.show-record', ['office'], async (request) => {
    return recordPage(request, await getIndicator(request))
  }),
  post(at, 'indicators.change-record', ['office'], save),
]
