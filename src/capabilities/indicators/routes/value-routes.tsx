import { tokyoDayOf } from '#kernel/calendar.ts'
import { isId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import type { FieldError } from '#web/ui/index.ts'
import { fillIndicator } from '../actions/fill.ts'
import { correctValue, enterValue, withdrawValue } from '../actions/values.ts'
import { type FieldProblem, readGiven, readReason, valueFields } from '../form.ts'
import type { Actual, Indicator } from '../indicator.ts'
import { paths } from '../paths.ts'
import { listHistory, listStanding, lockValue } from '../queries/values.ts'
import { sentences } from '../sentences.ts'
import { showIndicator } from '../shown.ts'
import { yearText } from '../value-text.ts'
import { CorrectPage, typedOf } from '../views/correct-page.tsx'
import type { TypedValue } from '../views/value-fields.tsx'
import { ValuesPage } from '../views/values-page.tsx'
import { crumbsTo, getOwnIndicator, holdIndicator } from './request.ts'

const staff = ['office', 'department'] as const

const toErrors = (
  problems: readonly FieldProblem[],
  { language }: PageRequest,
): readonly FieldError[] =>
  problems.map(({ name, text }) => ({ id: name, message: text[language] }))

const typedIn = ({ form }: PageRequest): TypedValue =>
  Object.fromEntries(valueFields.map((name) => [name, form.text(name)]))

const head = (request: PageRequest, indicator: Indicator, title: string) => ({
  title,
  breadcrumb: crumbsTo(
    request,
    {
      label: indicator.title[request.language],
      href: paths.indicator(request.city.slug, indicator.code),
    },
    { label: title },
  ),
  unlisted: true,
})

const valuesPage = async (
  request: PageRequest,
  indicator: Indicator,
  errors?: readonly FieldError[],
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const words = sentences[language]
  const standing = (await listStanding(scope, [indicator.code])).get(indicator.code) ?? []
  return page(
    request,
    {
      ...head(request, indicator, words.valuesTitle(indicator.title[language])),
      done: {
        saved: words.saved,
        corrected: words.corrected,
        withdrawn: words.withdrawn,
        filled: words.filled,
      },
      ...(errors ? { status: 422 } : {}),
    },
    <ValuesPage
      lang={language}
      citySlug={city.slug}
      shown={showIndicator(indicator, standing, tokyoDayOf(scope.now))}
      typed={errors ? typedIn(request) : {}}
      beside={form.has('beside')}
      errors={errors ?? []}
      newKey={newFormKey}
    />,
  )
}

const showValues = async (request: PageRequest): Promise<Answer> =>
  valuesPage(request, await getOwnIndicator(request))

const enter = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, form } = request
  const indicator = await holdIndicator(request)
  const { value, problems } = readGiven(form, { indicator, now: scope.now, withReason: false })
  if (problems.length > 0) return valuesPage(request, indicator, toErrors(problems, request))
  const done = await enterValue(scope, indicator, {
    value,
    beside: form.has('beside'),
    origin: 'entered',
  })
  if (!done.ok)
    return valuesPage(request, indicator, [
      {
        id: 'beside',
        message: sentences[language].already(yearText(indicator, value.year, language)),
      },
    ])
  return redirect(`${paths.values(city.slug, indicator.code)}?done=saved`)
}

const valueIn = async ({ scope, params }: PageRequest, indicator: Indicator): Promise<Actual> => {
  const id = params.value ?? ''
  const history = isId(id) ? await listHistory(scope, indicator.code) : []
  const found = history.find((one) => one.id === id)
  if (!found) throw new NotFound('indicator value')
  return found
}

const correctPage = (
  request: PageRequest,
  { indicator, actual }: { readonly indicator: Indicator; readonly actual: Actual },
  errors?: readonly FieldError[],
): Answer => {
  const { city, language, form } = request
  const words = sentences[language]
  const isWithdrawal = form.text('step') === 'withdraw'
  const title = words.correctTitle(
    yearText(indicator, actual.year, language),
    actual.value + indicator.unit[language],
  )
  return page(
    request,
    { ...head(request, indicator, title), ...(errors ? { status: 422 } : {}) },
    <CorrectPage
      lang={language}
      citySlug={city.slug}
      indicator={indicator}
      actual={actual}
      typed={errors && !isWithdrawal ? typedIn(request) : typedOf(actual)}
      reasons={{
        correct: isWithdrawal ? '' : form.text('reason'),
        withdraw: isWithdrawal ? form.text('reason') : '',
      }}
      errors={errors ?? []}
      newKey={newFormKey}
    />,
  )
}

/** A value that no longer stands is not corrected: whoever follows an old link sees those that do. */
const showValue = async (request: PageRequest): Promise<Answer> => {
  const indicator = await getOwnIndicator(request)
  const actual = await valueIn(request, indicator)
  return actual.state === 'standing'
    ? correctPage(request, { indicator, actual })
    : redirect(paths.values(request.city.slug, indicator.code))
}

type Held = { readonly indicator: Indicator; readonly actual: Actual }

const withdraw = async (request: PageRequest, held: Held): Promise<Answer> => {
  const { reason, problems } = readReason(request.form)
  if (problems.length > 0)
    return correctPage(
      request,
      held,
      toErrors(problems, request).map(({ message }) => ({ id: 'withdraw_reason', message })),
    )
  const { scope, city, language } = request
  const done = await withdrawValue(scope, held.indicator, { id: held.actual.id, reason })
  if (!done.ok)
    return correctPage(request, held, [
      { id: 'withdraw_reason', message: sentences[language].moved },
    ])
  return redirect(`${paths.values(city.slug, held.indicator.code)}?done=withdrawn`)
}

const correct = async (request: PageRequest, held: Held): Promise<Answer> => {
  const { scope, city, language, form } = request
  const { indicator, actual } = held
  const { value, reason, problems } = readGiven(form, {
    indicator,
    now: scope.now,
    withReason: true,
  })
  if (problems.length > 0) return correctPage(request, held, toErrors(problems, request))
  const done = await correctValue(scope, indicator, {
    id: actual.id,
    value,
    reason,
    origin: 'entered',
  })
  if (!done.ok)
    return correctPage(request, held, [
      done.error === 'already'
        ? {
            id: 'year',
            message: sentences[language].occupied(yearText(indicator, value.year, language)),
          }
        : { id: 'value', message: sentences[language].moved },
    ])
  return redirect(`${paths.values(city.slug, indicator.code)}?done=corrected`)
}

const change = async (request: PageRequest): Promise<Answer> => {
  const { scope, params, form } = request
  const indicator = await holdIndicator(request)
  const id = params.value ?? ''
  const actual = isId(id) ? await lockValue(scope, indicator.code, id) : undefined
  if (!actual) throw new NotFound('indicator value')
  const held = { indicator, actual }
  return form.text('step') === 'withdraw' ? withdraw(request, held) : correct(request, held)
}

const fill = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const indicator = await holdIndicator(request)
  await fillIndicator(scope, indicator, 'asked')
  return redirect(`${paths.values(city.slug, indicator.code)}?done=filled`)
}

const at = '/:city/indicators/:code'

/** Where values are entered, corrected and withdrawn. */
export const valueRoutes: readonly Route[] = [
  get(`${at}/values`, 'indicators.show-values', staff, showValues),
  post(`${at}/values`, 'indicators.enter-value', staff, enter),
  get(`${at}/values/:value`, 'indicators.show-value', staff, showValue),
  post(`${at}/values/:value`, 'indicators.change-value', staff, change),
  post(`${at}/fill`, 'indicators.fill', staff, fill),
]
