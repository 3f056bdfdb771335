import { NotFound } from '#kernel/refusals.ts'
import type { Answer } from '#web/answer.ts'
import type { Dataset } from '#web/dataset.ts'
import { page } from '#web/page.tsx'
import { get, getKept, type PageRequest, type Route } from '#web/route.ts'
import { lastChange } from '../catalogue.ts'
import { cityCatalogue } from '../dcat.ts'
import { describeEntries } from '../describe.ts'
import { codesCsv, dictionaryCsv } from '../files.ts'
import { paths } from '../paths.ts'
import { catalogueData, datasetData } from '../schema-org.ts'
import { sentences } from '../sentences.ts'
import { codeTablesOf } from '../table.ts'
import { findUnmappable } from '../unmappable.ts'
import { CataloguePage } from '../views/catalogue-page.tsx'
import { DatasetPage } from '../views/dataset-page.tsx'
import { UnmappablePage } from '../views/unmappable-page.tsx'
import { downloadCsv, downloadJson, encodingAsked } from './downloads.ts'

/** What changes every day stands before what the city loads once a year. */
const liveFirst = (datasets: readonly Dataset[]): readonly Dataset[] =>
  datasets.toSorted(
    (a, b) => Number(b.changes === 'continually') - Number(a.changes === 'continually'),
  )

const showCatalogue =
  (datasets: readonly Dataset[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language, site } = request
    const words = sentences[language]
    const entries = await describeEntries(scope, city, liveFirst(datasets))
    return page(
      request,
      {
        title: words.title,
        description: words.description(city.name[language]),
        breadcrumb: [{ label: words.title }],
        width: 'wide',
        data: [catalogueData(city, site.publicUrl, entries)],
      },
      <CataloguePage lang={language} city={city} entries={entries} changed={lastChange(entries)} />,
    )
  }

const showDcat =
  (datasets: readonly Dataset[]) =>
  async ({ scope, city, site }: PageRequest): Promise<Answer> => ({
    kind: 'bytes',
    status: 200,
    type: 'application/ld+json; charset=utf-8',
    body: JSON.stringify(
      cityCatalogue(city, site.publicUrl, await describeEntries(scope, city, datasets)),
    ),
    shared: true,
    open: true,
  })

const getDataset = (datasets: readonly Dataset[], code: string): Dataset => {
  const found = datasets.find((dataset) => dataset.code === code)
  if (!found) throw new NotFound('dataset')
  return found
}

/** The page of a data set, or with `.csv` or `.json` behind its name the data. */
const showDataset =
  (datasets: readonly Dataset[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language, params } = request
    const [, code = '', ending] = /^([a-z-]{1,60})(\.csv|\.json)?$/.exec(params.name ?? '') ?? []
    const dataset = getDataset(datasets, code)
    if (ending === '.csv') return downloadCsv(request, dataset)
    if (ending === '.json') return downloadJson(request, dataset)
    const words = sentences[language]
    const [entry] = await describeEntries(scope, city, [dataset])
    return page(
      request,
      {
        title: dataset.title[language],
        description: dataset.description[language],
        breadcrumb: [
          { label: words.title, href: paths.catalogue(city.slug) },
          { label: dataset.title[language] },
        ],
        width: 'wide',
        data: [datasetData(entry!, language)],
      },
      <DatasetPage lang={language} entry={entry!} />,
    )
  }

const file = (body: Uint8Array, fileName: string, charset: string): Answer => ({
  kind: 'bytes',
  status: 200,
  type: `text/csv; charset=${charset}`,
  body,
  fileName,
  shared: true,
  open: true,
})

const charsets = { 'utf-8': 'utf-8', cp932: 'Windows-31J' } as const

const showDictionary =
  (datasets: readonly Dataset[]) =>
  async ({ city, params, query }: PageRequest): Promise<Answer> => {
    const dataset = getDataset(datasets, params.name ?? '')
    const encoding = encodingAsked(query)
    const name = `${city.code}_${city.slug}_${dataset.code}_dictionary.csv`
    return file(dictionaryCsv(dataset, encoding), name, charsets[encoding])
  }

const showCodes =
  (datasets: readonly Dataset[]) =>
  async ({ city, params, query }: PageRequest): Promise<Answer> => {
    const wanted = /^([a-z-]{1,60})\.csv$/.exec(params.table ?? '')?.[1]
    const table = datasets.flatMap(codeTablesOf).find(({ name }) => name === wanted)
    if (!table) throw new NotFound('code-table')
    const encoding = encodingAsked(query)
    const name = `${city.code}_${city.slug}_codes_${table.name}.csv`
    return file(codesCsv(table, city, encoding), name, charsets[encoding])
  }

const showUnmappable =
  (datasets: readonly Dataset[]) =>
  async (request: PageRequest): Promise<Answer> => {
    const { scope, city, language, params, site } = request
    const dataset = getDataset(datasets, params.name ?? '')
    const words = sentences[language]
    return page(
      request,
      {
        title: words.unmappable.title(dataset.title[language]),
        breadcrumb: [
          { label: words.title, href: paths.catalogue(city.slug) },
          {
            label: dataset.title[language],
            href: paths.dataset(city.slug, dataset.code),
          },
          { label: words.unmappable.crumb },
        ],
        width: 'wide',
        unlisted: true,
      },
      <UnmappablePage
        lang={language}
        city={city}
        dataset={dataset}
        found={await findUnmappable(scope, dataset, { city, publicUrl: site.publicUrl })}
      />,
    )
  }

/** The catalogue, its data sets, their files. */
export const catalogueRoutes = (datasets: readonly Dataset[]): readonly Route[] => [
  getKept('/:city/open-data', 'open-data.list', showCatalogue(datasets)),
  get(
    '/:city/open-data/catalog.jsonld',
    'open-data.show-catalogue',
    ['everyone'],
    showDcat(datasets),
  ),
  get('/:city/open-data/codes/:table', 'open-data.show-codes', ['everyone'], showCodes(datasets)),
  getKept('/:city/open-data/:name', 'open-data.show', showDataset(datasets)),
  get(
    '/:city/open-data/:name/dictionary.csv',
    'open-data.show-dictionary',
    ['everyone'],
    showDictionary(datasets),
  ),
  getKept('/:city/open-data/:name/cp932', 'open-data.show-unmappable', showUnmappable(datasets)),
]
