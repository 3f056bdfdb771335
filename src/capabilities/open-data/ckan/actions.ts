import { type Entry, nameOf, type Offer } from '../catalogue.ts'
import { badSearch, invalid, notFound, type Reply, resultOf } from './envelope.ts'
import { packageId, toPackage } from './package.ts'
import { readFilter, readWords } from './search.ts'

/** What the actions work on: all that is offered, and how its state is found out. */
export type Shelf = {
  readonly offers: readonly Offer[]
  readonly title: string
  readonly siteUrl: string
  readonly describe: (offers: readonly Offer[]) => Promise<readonly Entry[]>
}

type Action = {
  readonly help: string
  readonly run: (shelf: Shelf, asked: URLSearchParams) => Reply | Promise<Reply>
}

/** A whole number from 0 on; undefined for what is none. */
const wholeOf = (asked: URLSearchParams, name: string, usual: number): number | undefined => {
  const text = asked.get(name)?.trim() ?? ''
  if (text === '') return usual
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

const mostRows = 100

const listPackages = ({ offers }: Shelf, asked: URLSearchParams): Reply => {
  const limit = wholeOf(asked, 'limit', offers.length)
  const offset = wholeOf(asked, 'offset', 0)
  if (limit === undefined) return invalid('limit', 'Invalid integer')
  if (offset === undefined) return invalid('offset', 'Invalid integer')
  return resultOf(
    offers
      .map(nameOf)
      .toSorted()
      .slice(offset, offset + limit),
  )
}

const showPackage = async ({ offers, describe }: Shelf, asked: URLSearchParams): Promise<Reply> => {
  const id = asked.get('id') || asked.get('name_or_id')
  if (!id) return invalid('name_or_id', 'Missing value')
  const found = offers.find((offer) => nameOf(offer) === id || packageId(offer) === id)
  if (!found) return notFound
  const [entry] = await describe([found])
  return entry ? resultOf(toPackage(entry)) : notFound
}

const searchPackages = async (
  { offers, describe }: Shelf,
  asked: URLSearchParams,
): Promise<Reply> => {
  const rows = wholeOf(asked, 'rows', 10)
  const start = wholeOf(asked, 'start', 0)
  if (rows === undefined) return invalid('rows', 'Invalid integer')
  if (start === undefined) return invalid('start', 'Invalid integer')
  const fq = asked.get('fq') ?? ''
  const filter = readFilter(fq)
  if (!filter) return badSearch(fq)
  const holds = readWords(asked.get('q') ?? '')
  const found = offers.filter((offer) => holds(offer) && filter(offer))
  const ordered = found.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const shown = await describe(ordered.slice(start, start + Math.min(rows, mostRows)))
  return resultOf({
    count: found.length,
    sort: 'name asc',
    facets: {},
    search_facets: {},
    results: shown.map(toPackage),
  })
}

const showStatus = ({ title, siteUrl }: Shelf): Reply =>
  resultOf({
    ckan_version: '2.10.0',
    site_url: siteUrl,
    site_description: '',
    site_title: title,
    error_emails_to: null,
    locale_default: 'ja',
    extensions: [],
  })

const actions: Readonly<Record<string, Action>> = {
  package_list: {
    help: "Return a list of the names of the site's datasets. limit, offset: integers.",
    run: listPackages,
  },
  package_show: {
    help: 'Return the metadata of a dataset and its resources. id: its id or name.',
    run: showPackage,
  },
  package_search: {
    help: `Search for packages satisfying a given search. q, fq: what is looked for; rows (${mostRows} at most), start: integers.`,
    run: searchPackages,
  },
  status_show: { help: 'Return a dictionary with information about the site.', run: showStatus },
  help_show: {
    help: 'Return the help string for a particular API action. name: its name.',
    run: (_, asked) => {
      const name = asked.get('name')
      if (!name) return invalid('name', 'Missing value')
      return Object.hasOwn(actions, name) ? resultOf(actions[name]!.help) : notFound
    },
  },
}

/** Carries out an action of CKAN's that only reads. */
export const runAction = async (
  shelf: Shelf,
  name: string,
  asked: URLSearchParams,
): Promise<Reply> =>
  Object.hasOwn(actions, name)
    ? actions[name]!.run(shelf, asked)
    : { kind: 'unknown', action: name }
