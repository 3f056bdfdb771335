import type { City } from '#kernel/city.ts'
import type { BytesAnswer } from '#web/answer.ts'
import type { Dataset } from '#web/dataset.ts'
import { ask, type PageRequest, type Route } from '#web/route.ts'
import type { SiteRequest, SiteRoute } from '#web/site-route.ts'
import type { Entry, Offer } from '../catalogue.ts'
import { runAction, type Shelf } from '../ckan/actions.ts'
import { envelope } from '../ckan/envelope.ts'
import { siteCatalogue } from '../dcat.ts'
import { describeEntries } from '../describe.ts'
import { paths } from '../paths.ts'

const answer = async (
  shelf: Shelf,
  asked: { readonly name: string; readonly query: URLSearchParams; readonly folder: string },
): Promise<BytesAnswer> => {
  const reply = await runAction(shelf, asked.name, asked.query)
  const help = `${shelf.siteUrl}${asked.folder}/help_show?name=${encodeURIComponent(asked.name)}`
  const { status, json } = envelope(reply, help)
  return {
    kind: 'bytes',
    status,
    type: 'application/json; charset=utf-8',
    body: json,
    shared: true,
    open: true,
  }
}

const askCity =
  (datasets: readonly Dataset[]) =>
  (request: PageRequest): Promise<BytesAnswer> => {
    const { scope, city, site, params, query } = request
    const shelf: Shelf = {
      offers: datasets.map((dataset) => ({ dataset, city })),
      title: `${city.name.ja}のオープンデータ`,
      siteUrl: site.publicUrl,
      describe: (offers) =>
        describeEntries(
          scope,
          city,
          offers.map(({ dataset }) => dataset),
        ),
    }
    return answer(shelf, { name: params.name ?? '', query, folder: paths.api(city.slug) })
  }

/** City by city, each in a transaction of its own, in the order of the offers. */
const describeIn =
  (request: SiteRequest) =>
  async (offers: readonly Offer[]): Promise<readonly Entry[]> => {
    const cities = new Map<City, Dataset[]>()
    for (const { city, dataset } of offers) cities.set(city, [...(cities.get(city) ?? []), dataset])
    const found: Entry[] = []
    for (const [city, datasets] of cities)
      found.push(...(await request.readIn(city, (scope) => describeEntries(scope, city, datasets))))
    return offers.flatMap(
      (offer) =>
        found.find(({ city, dataset }) => city === offer.city && dataset === offer.dataset) ?? [],
    )
  }

const askSite =
  (datasets: readonly Dataset[]) =>
  (request: SiteRequest): Promise<BytesAnswer> => {
    const { site, params, query } = request
    const shelf: Shelf = {
      offers: site.cities().flatMap((city) => datasets.map((dataset) => ({ dataset, city }))),
      title: 'つなぐのオープンデータ',
      siteUrl: site.publicUrl,
      describe: describeIn(request),
    }
    return answer(shelf, { name: params.name ?? '', query, folder: '/api/3/action' })
  }

/** The reading half of CKAN's API, for those who gather catalogues. */
export const apiRoutes = (datasets: readonly Dataset[]): readonly Route[] => [
  ask('/:city/api/3/action/:name', 'open-data.ask', askCity(datasets)),
]

/** The same for all cities together, and the catalogue of their catalogues. */
export const siteApiRoutes = (datasets: readonly Dataset[]): readonly SiteRoute[] => [
  {
    path: '/api/3/action/:name',
    action: 'open-data.ask-everywhere',
    asks: true,
    handle: askSite(datasets),
  },
  {
    path: '/open-data/catalog.jsonld',
    action: 'open-data.show-every-catalogue',
    handle: async ({ site }) => ({
      kind: 'bytes',
      status: 200,
      type: 'application/ld+json; charset=utf-8',
      body: JSON.stringify(siteCatalogue(site.cities(), site.publicUrl)),
      shared: true,
      open: true,
    }),
  },
]
