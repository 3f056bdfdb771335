import type { Answer } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { getKept, type PageRequest, type Route } from '#web/route.ts'
import type { FieldProblem } from '../form.ts'
import { readFilter } from '../listing.ts'
import { paths } from '../paths.ts'
import { keepsFacilities } from '../policy.ts'
import { getFacility } from '../queries/facilities.ts'
import { listKinds } from '../queries/kinds.ts'
import { countFacilities, listFacilities } from '../queries/lists.ts'
import { facilityData } from '../schema-org.ts'
import { sentences } from '../sentences.ts'
import { FacilityListPage } from '../views/facility-list.tsx'
import { FacilityPage } from '../views/facility-page.tsx'

const showList = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, query } = request
  const words = sentences[language]
  const keeps = keepsFacilities(scope.actor)
  const filter = readFilter(query, keeps)
  return page(
    request,
    {
      title: words.title,
      width: 'wide',
      breadcrumb: [{ label: words.crumb }],
      description: words.description(city.name[language]),
    },
    <FacilityListPage
      lang={language}
      city={city}
      filter={filter}
      facilities={await listFacilities(scope, filter)}
      counts={await countFacilities(scope, filter)}
      kinds={await listKinds(scope)}
      keeps={keeps}
    />,
  )
}

/** The page of a facility; with what is to be mended when the form of its closing came back. */
export const facilityPage = async (
  request: PageRequest,
  problems?: readonly FieldProblem[],
): Promise<Answer> => {
  const { scope, city, language, site, form } = request
  const facility = await getFacility(scope, request.params.id ?? '')
  const words = sentences[language]
  return page(
    request,
    {
      title: facility.name,
      breadcrumb: [{ label: words.crumb, href: paths.list(city.slug) }, { label: facility.name }],
      description: [facility.address, facility.description].filter(Boolean).join(' ').slice(0, 120),
      unlisted: facility.state === 'closed',
      done: words.done,
      data: [facilityData(facility, city, { publicUrl: site.publicUrl, language })],
      ...(problems ? { status: 422 } : {}),
    },
    <FacilityPage
      lang={language}
      city={city}
      facility={facility}
      kinds={await listKinds(scope)}
      keeps={keepsFacilities(scope.actor)}
      formKey={newFormKey}
      problems={problems}
      typed={problems && { closedOn: form.text('closed_on'), reason: form.text('reason') }}
    />,
  )
}

/** What everyone may look at. */
export const readingRoutes: readonly Route[] = [
  getKept('/:city/facilities', 'facilities.list', showList),
  getKept('/:city/facilities/:id', 'facilities.show', (request) => facilityPage(request)),
]
