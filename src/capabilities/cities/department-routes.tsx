import { audit } from '#data/audit.ts'
import { type Actor, hasRole } from '#kernel/actor.ts'
import { say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { parseDate } from '#kernel/date-input.ts'
import { problemTexts, readPhone } from '#kernel/tables/index.ts'
import { cleanLine } from '#kernel/text.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { getKept, type PageRequest, post, type Route } from '#web/route.ts'
import { type Department, hasEnded } from './department.ts'
import {
  getDepartment,
  listDepartments,
  refreshDepartments,
  updateDepartment,
} from './department-queries.ts'
import { paths } from './paths.ts'
import { sentences } from './sentences.ts'
import { DepartmentListPage, DepartmentPage, type DepartmentValues } from './views/departments.tsx'

const keepsDepartments = (actor: Actor): boolean => hasRole(actor, 'office', 'city_admin')

const showList = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  return page(
    request,
    {
      title: words.title,
      width: 'wide',
      breadcrumb: [{ label: words.crumb }],
      description: words.description(city.name[language]),
    },
    <DepartmentListPage
      lang={language}
      city={city}
      today={tokyoDayOf(scope.now)}
      departments={await listDepartments(scope)}
      keeps={keepsDepartments(scope.actor)}
    />,
  )
}

const asValues = (one: Department): DepartmentValues => ({
  name: one.name.ja,
  nameEn: one.name.en,
  phone: one.phone,
  startsOn: one.startsOn ?? '',
  endsOn: one.endsOn ?? '',
  listed: one.listed,
})

const departmentPage = async (
  request: PageRequest,
  back?: { readonly values: DepartmentValues; readonly problems: Readonly<Record<string, string>> },
): Promise<Answer> => {
  const { scope, city, language } = request
  const words = sentences[language]
  const all = await listDepartments(scope)
  const department = await getDepartment(scope, request.params.code ?? '')
  const today = tokyoDayOf(scope.now)
  const path = [...department.above, department.name.ja].join('/')
  const title = say(department.name, language)
  return page(
    request,
    {
      title,
      breadcrumb: [{ label: words.crumb, href: paths.departments(city.slug) }, { label: title }],
      done: words.done,
      ...(back ? { status: 422 } : {}),
    },
    <DepartmentPage
      lang={language}
      city={city}
      today={today}
      department={department}
      below={all.filter((one) => one.above.join('/') === path && !hasEnded(one, today))}
      keeps={keepsDepartments(scope.actor)}
      formKey={newFormKey()}
      values={back?.values ?? asValues(department)}
      problems={back?.problems ?? {}}
    />,
  )
}

const typed = ({ form }: PageRequest): DepartmentValues => ({
  name: cleanLine(form.text('name')),
  nameEn: cleanLine(form.text('name_en')),
  phone: form.text('phone'),
  startsOn: form.text('starts_on'),
  endsOn: form.text('ends_on'),
  listed: form.text('listed') === 'yes',
})

const readDay = (text: string): { readonly day: string | null; readonly wrong: boolean } => {
  if (text.trim() === '') return { day: null, wrong: false }
  const read = parseDate(text)
  return read.ok ? { day: read.value, wrong: false } : { day: null, wrong: true }
}

const readChange = ({ language }: PageRequest, values: DepartmentValues) => {
  const words = sentences[language]
  const [starts, ends] = [readDay(values.startsOn), readDay(values.endsOn)]
  const phone = readPhone(values.phone)
  const problems: Record<string, string> = {}
  if (values.name === '') problems.name = words.nameNeeded
  if (!phone.ok) problems.phone = say(problemTexts[phone.error.code], language)
  if (starts.wrong) problems.starts_on = words.wrongDay
  if (ends.wrong) problems.ends_on = words.wrongDay
  if (starts.day && ends.day && ends.day < starts.day) problems.ends_on = words.order
  const printed = phone.ok ? (phone.value.value?.printed ?? '') : ''
  return { starts: starts.day, ends: ends.day, phone: printed, problems }
}

const change = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const before = await getDepartment(scope, request.params.code ?? '')
  const values = typed(request)
  const { starts, ends, phone, problems } = readChange(request, values)
  if (Object.keys(problems).length > 0) return departmentPage(request, { values, problems })
  const after: Department = {
    ...before,
    name: { ja: values.name, en: values.nameEn || values.name },
    phone,
    startsOn: starts,
    endsOn: ends,
    listed: values.listed,
  }
  await updateDepartment(scope, after)
  await refreshDepartments(scope)
  await audit(scope, {
    action: 'cities.change-department',
    subjectKind: 'department',
    subjectId: before.code,
    before,
    after,
  })
  return redirect(`${paths.department(city.slug, before.code)}?done=changed`)
}

/** The register of departments: everyone reads it, the office keeps it. */
export const departmentRoutes: readonly Route[] = [
  getKept('/:city/departments', 'cities.list-departments', showList),
  getKept('/:city/departments/:code', 'cities.show-department', (request) =>
    departmentPage(request),
  ),
  post('/:city/departments/:code', 'cities.change-department', ['office', 'city_admin'], change),
]
