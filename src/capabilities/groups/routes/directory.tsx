import { say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { page } from '#web/page.tsx'
import type { PageRequest } from '#web/route.ts'
import {
  findHelp,
  loadSynonyms,
  marksOf,
  noHelp,
  type Question,
  questionInParts,
  readQuestion,
} from '../../publishing/index.ts'
import {
  type DirectoryFilter,
  filterQuery,
  flagFacets,
  isFiltering,
  listFacets,
  readFilter,
  wholeDirectory,
} from '../directory.ts'
import { directorySentences } from '../directory-sentences.ts'
import { groupKind } from '../group.ts'
import { paths } from '../paths.ts'
import { countDirectory, type DirectoryAsk, listGroups } from '../queries/directory.ts'
import { Directory } from '../views/directory.tsx'
import type { DirectoryProps } from '../views/directory-props.ts'

type Looked = Pick<DirectoryProps, 'counts' | 'groups' | 'marks' | 'parted' | 'help' | 'signsOnly'>

/** Words that are signs only find nothing, and ask nothing. */
const questionOf = async ({ scope }: PageRequest, q: string) => {
  if (readQuestion(q, []).words.length === 0) return undefined
  const synonyms = await loadSynonyms(scope)
  return { question: readQuestion(q, synonyms), synonyms }
}

const look = async (
  { scope }: PageRequest,
  ask: DirectoryAsk,
  parted: readonly string[] = [],
): Promise<Looked> => {
  const counts = await countDirectory(scope, ask)
  const { filter, question } = ask
  const lists = filter.view === 'list' && counts.found > 0
  return {
    counts,
    groups: lists ? await listGroups(scope, ask) : [],
    marks: question ? marksOf(question) : [],
    parted,
    help: noHelp,
  }
}

const helpFor = ({ scope }: PageRequest, question: Question) =>
  findHelp(scope.db, question, {
    cityId: scope.city.id,
    year: Number(tokyoDayOf(scope.now).slice(0, 4)),
    kind: groupKind,
  })

/** At most 5 queries; a long word that no group holds is looked for in its parts. */
const lookFor = async (request: PageRequest, filter: DirectoryFilter): Promise<Looked> => {
  const asked = filter.q === '' ? undefined : await questionOf(request, filter.q)
  const found = await look(request, { filter, question: asked?.question })
  if (!asked) return { ...found, signsOnly: filter.q !== '' }
  if (found.counts.held > 0) return found
  const inParts = questionInParts(asked.question, asked.synonyms)
  if (inParts) {
    const again = await look(request, { filter, question: inParts }, inParts.words)
    if (again.counts.found > 0) return again
  }
  return { ...found, help: await helpFor(request, inParts ?? asked.question) }
}

const known: ReadonlySet<string> = new Set([
  'q',
  ...listFacets,
  ...flagFacets,
  'sort',
  'view',
  'page',
])

/**
 * The same address for everyone who asks the same: nothing empty, everything in its order. Words of others in
 * the address (from where a link was followed) are no reason to send anybody on.
 */
const canonical = ({ query, city }: PageRequest, filter: DirectoryFilter): string | undefined => {
  const asked = new URLSearchParams(query)
  const language = asked.get('lang')
  for (const name of [...asked.keys()]) if (!known.has(name)) asked.delete(name)
  const right = filterQuery(filter)
  if (asked.toString() === right.toString()) return undefined
  if (language) right.set('lang', language)
  return `/${city.slug}/groups${right.size > 0 ? `?${right}` : ''}`
}

/** 団体をさがす. */
export const showDirectory = async (request: PageRequest): Promise<Answer> => {
  const { city, language } = request
  const words = directorySentences[language]
  const filter = readFilter(request.query, city)
  const elsewhere = canonical(request, filter)
  if (elsewhere) return redirect(elsewhere)
  const looked = await lookFor(request, filter)
  return page(
    request,
    {
      title: filter.q === '' ? words.crumb : words.titleOf(`「${filter.q}」`),
      width: 'wide',
      breadcrumb: isFiltering(filter)
        ? [{ label: words.crumb, href: paths.directory(city.slug) }, { label: words.results }]
        : [{ label: words.crumb }],
      description: words.description(say(city.name, language)),
      feed: { title: words.feeds, href: paths.newGroups(city.slug, 'atom') },
      // Of all that can be asked only the whole list is worth a place in a search engine.
      unlisted: filterQuery({ ...filter, page: wholeDirectory.page }).size > 0,
    },
    <Directory lang={language} city={city} filter={filter} {...looked} />,
  )
}
