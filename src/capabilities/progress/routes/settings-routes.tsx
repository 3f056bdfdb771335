import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { fiscalYearOf, tokyoDayOf } from '#kernel/calendar.ts'
import { type Answer, redirect } from '#web/answer.ts'
import type { Counter } from '#web/counter.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { addRowName, type FieldError } from '#web/ui/index.ts'
import { listItems, type Plan } from '../../plans/index.ts'
import { paths } from '../paths.ts'
import { findSettings, saveSettings } from '../queries/settings.ts'
import { sentences } from '../sentences.ts'
import { figureRows, gradeRows, readSettings, typedRows } from '../settings-form.ts'
import { type CounterNow, SettingsPage } from '../views/settings-page.tsx'
import { crumbsOf, doneAt, getPlan, toErrors } from './request.ts'

/** What each counter would say of this year. One query for each. */
const countNow = async (
  scope: Scope,
  counters: readonly Counter[],
): Promise<readonly CounterNow[]> => {
  const today = tokyoDayOf(scope.now)
  const year = { fiscalYear: fiscalYearOf(today), asOf: today }
  const values = await Promise.all(counters.map((counter) => counter.count(scope, year)))
  return counters.map((counter, at) => ({ ...counter, value: values[at] ?? 0 }))
}

const settingsPage = async (
  request: PageRequest,
  { plan, counters }: { readonly plan: Plan; readonly counters: readonly Counter[] },
  errors?: readonly FieldError[],
): Promise<Answer> => {
  const { scope, city, language, form } = request
  const words = sentences[language]
  const settings = await findSettings(scope, plan, city)
  const today = tokyoDayOf(scope.now)
  return page(
    request,
    {
      title: words.settingsTitle,
      breadcrumb: crumbsOf(request, plan, { label: words.settingsTitle }),
      width: 'wide',
      unlisted: true,
      done: { saved: words.settingsSaved },
      // A row more was asked for: nothing is wrong, the form is longer.
      ...(errors && errors.length > 0 ? { status: 422 } : {}),
    },
    <SettingsPage
      lang={language}
      city={city}
      plan={plan}
      settings={settings}
      items={(await listItems(scope, plan.id)).filter(({ aliasOf }) => aliasOf === undefined)}
      counters={await countNow(scope, counters)}
      today={today}
      typed={
        errors && {
          levels: form.all('levels'),
          fallback: form.text('fallback'),
          title: form.text('scale_title'),
          measure: form.text('measure'),
          grades: typedRows(form, gradeRows),
          figures: typedRows(form, figureRows),
          revision: form.text('revision'),
          grown: form.text(addRowName),
        }
      }
      errors={errors ?? []}
      newKey={newFormKey}
    />,
  )
}

const save =
  (counters: readonly Counter[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language, form } = request
    const plan = await getPlan(request)
    if (form.has(addRowName)) return settingsPage(request, { plan, counters }, [])
    const before = await findSettings(scope, plan, city)
    const items = await listItems(scope, plan.id)
    const codes = counters.map(({ code }) => code)
    const { value, problems } = readSettings(form, {
      before,
      city,
      known: { plan, items, counters: codes },
    })
    if (problems.length > 0)
      return settingsPage(request, { plan, counters }, toErrors(problems, request))
    if (!(await saveSettings(scope, plan.id, value)))
      return settingsPage(request, { plan, counters }, [
        { id: 'scale_title', message: sentences[language].settingsConflict },
      ])
    await audit(scope, {
      action: 'progress.change-settings',
      subjectKind: 'plan',
      subjectId: plan.id,
      before,
      after: value,
    })
    return redirect(doneAt(paths.settings(city.slug, plan.id), 'saved'))
  }

const at = '/:city/plans/:id/progress/settings'

/** 進捗の設定: scale, levels and figures of a plan's reports. */
export const settingsRoutes = (counters: readonly Counter[]): readonly Route[] => [
  get(at, 'progress.show-settings', ['office'], async (request) =>
    settingsPage(request, { plan: await getPlan(request), counters }),
  ),
  post(at, 'progress.change-settings', ['office'], save(counters)),
]
