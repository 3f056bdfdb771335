import { allow } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { get, type PageRequest, post, type Route } from '#web/route.ts'
import { addFacility, changeFacility, closeFacility, reopenFacility } from '../actions/keep.ts'
import { emptyFacts, type Facility, type FacilityFacts } from '../facility.ts'
import { type FieldProblem, readClosing, readFacility } from '../form.ts'
import { paths } from '../paths.ts'
import { canClose, canKeep, canReopen } from '../policy.ts'
import { getFacility } from '../queries/facilities.ts'
import { listKinds } from '../queries/kinds.ts'
import { sentences } from '../sentences.ts'
import { FacilityFormPage } from '../views/facility-form.tsx'
import { facilityPage } from './reading-routes.tsx'

type Shown = {
  readonly values: Readonly<Record<string, string>>
  readonly problems?: readonly FieldProblem[]
  readonly editing?: Facility
}

const formPage = async (request: PageRequest, shown: Shown): Promise<Answer> => {
  const { scope, city, language } = request
  const { values, problems, editing } = shown
  const words = sentences[language]
  const title = editing ? words.editTitle(editing.name) : words.addTitle
  return page(
    request,
    {
      title,
      breadcrumb: [{ label: words.crumb, href: paths.list(city.slug) }, { label: title }],
      unlisted: true,
      ...(problems ? { status: 422 } : {}),
    },
    <FacilityFormPage
      lang={language}
      city={city}
      kinds={await listKinds(scope)}
      values={values}
      problems={problems ?? []}
      formKey={newFormKey()}
      editing={editing}
    />,
  )
}

const asTyped = (facts: FacilityFacts): Record<string, string> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, value === null ? '' : String(value)]),
  )

const typed = ({ form }: PageRequest): Record<string, string> =>
  Object.fromEntries(Object.keys(emptyFacts).map((name) => [name, form.text(name)]))

const showNew = (request: PageRequest): Promise<Answer> => {
  allow(canKeep(request.scope.actor))
  return formPage(request, { values: {} })
}

const add = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  allow(canKeep(scope.actor))
  const kinds = await listKinds(scope)
  const { facts, problems } = readFacility(form, { city, kinds })
  if (problems.length > 0) return formPage(request, { values: typed(request), problems })
  const id = await addFacility(scope, facts)
  return redirect(`${paths.facility(city.slug, id)}?done=added`)
}

const getOwn = async (request: PageRequest): Promise<Facility> => {
  allow(canKeep(request.scope.actor))
  return getFacility(request.scope, request.params.id ?? '')
}

const showEdit = async (request: PageRequest): Promise<Answer> => {
  const editing = await getOwn(request)
  return formPage(request, { values: asTyped(editing), editing })
}

const change = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const editing = await getOwn(request)
  const kinds = await listKinds(scope)
  const { id: _, state: __, closedOn: ___, sample: ____, updatedAt: _____, ...before } = editing
  const { facts, problems } = readFacility(form, { city, kinds, before })
  if (problems.length > 0) return formPage(request, { values: typed(request), problems, editing })
  await changeFacility(scope, editing, facts)
  return redirect(`${paths.facility(city.slug, editing.id)}?done=changed`)
}

const close = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const facility = await getOwn(request)
  allow(canClose(scope.actor, facility))
  const { on, reason, problems } = readClosing(form)
  if (!on || problems.length > 0) return facilityPage(request, problems)
  await closeFacility(scope, facility, { on, reason })
  return redirect(`${paths.facility(city.slug, facility.id)}?done=closed`)
}

const reopen = async (request: PageRequest): Promise<Answer> => {
  const { scope, city } = request
  const facility = await getOwn(request)
  allow(canReopen(scope.actor, facility))
  await reopenFacility(scope, facility)
  return redirect(`${paths.facility(city.slug, facility.id)}?done=reopened`)
}

const keepers = ['office', 'centre', 'city_admin'] as const

/** What those who keep the register do with it. */
export const keepingRoutes: readonly Route[] = [
  get('/:city/facilities/new', 'facilities.open-form', keepers, showNew),
  post('/:city/facilities/new', 'facilities.add', keepers, add),
  get('/:city/facilities/:id/edit', 'facilities.open-edit', keepers, showEdit),
  post('/:city/facilities/:id/edit', 'facilities.change', keepers, change),
  post('/:city/facilities/:id/closing', 'facilities.close', keepers, close),
  post('/:city/facilities/:id/reopening', 'facilities.reopen', keepers, reopen),
]
