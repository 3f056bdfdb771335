import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  Disclosure,
  Heading,
  Lead,
  Pagination,
  ResourceList,
  SearchBox,
  Section,
} from '#web/ui/index.ts'
import { type EntryKind, entryKinds } from '../entry.ts'
import { countedAtMost, type Found, pageSize } from '../found.ts'
import { kindName } from '../kind-name.ts'
import { paths } from '../paths.ts'
import { marksOf } from '../question.ts'
import { sentences } from '../sentences.ts'
import { EntryCard } from './entry-card.tsx'
import { NothingFound } from './nothing-found.tsx'

export interface SearchPageProps {
  lang: Language
  city: City
  found: Found
  now: Date
}

/** What the page is called, in its heading and in the window's title. */
export const searchTitle = ({ lang, city, found }: Omit<SearchPageProps, 'now'>): string => {
  const words = sentences[lang]
  if (found.question.typed !== '') return words.titleOf(found.question.typed)
  return found.kind ? words.titleOfKind(kindName(city, found.kind, lang)) : words.title
}

interface Facet {
  kind: EntryKind | undefined
  name: string
  count: string
}

const listFacets = ({ lang, city, found }: SearchPageProps): Facet[] => {
  const words = sentences[lang]
  const all = [...found.counts.values()].reduce((sum, count) => sum + count, 0)
  const isCut = all > countedAtMost
  const countText = (count: number): string => (isCut ? '' : words.count(formatNumber(count)))
  const kinds = entryKinds.filter((kind) => found.counts.has(kind) || kind === found.kind)
  return [
    {
      kind: undefined,
      name: words.allKinds,
      count: isCut ? words.countAtLeast(formatNumber(countedAtMost)) : countText(all),
    },
    ...kinds.map((kind) => ({
      kind,
      name: kindName(city, kind, lang),
      count: countText(found.counts.get(kind) ?? 0),
    })),
  ]
}

/** Kinds to narrow down by, each with its number where all were counted. */
function Facets(props: SearchPageProps) {
  const { lang, city, found } = props
  const query = found.question.typed
  return (
    <nav aria-label={sentences[lang].facets}>
      <ul class="facets">
        {listFacets(props).map(({ kind, name, count }) => (
          <li key={name}>
            <a
              href={paths.search(city.slug, { query, kind })}
              aria-current={kind === found.kind ? 'true' : undefined}
            >
              {name}
              {count !== '' && <span>{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function HowTo({ lang }: { lang: Language }) {
  const words = sentences[lang]
  return (
    <Disclosure summary={words.howTo}>
      <ul>
        {Object.values(words.howToRows).map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
    </Disclosure>
  )
}

/** Before anything was asked: what can be found here, and ways in for those without a word in mind. */
function Start({ lang, city }: SearchPageProps) {
  const words = sentences[lang]
  const kinds = entryKinds.filter((kind) => kind !== 'page')
  return (
    <Section id="browse" title={words.browse}>
      <ul class="facets">
        {kinds.map((kind) => (
          <li key={kind}>
            <a href={paths.search(city.slug, { kind })}>{kindName(city, kind, lang)}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Results(props: SearchPageProps) {
  const { lang, city, found, now } = props
  const words = sentences[lang]
  const { question, kind, entries, page, total, more, parted } = found
  return (
    <>
      <p role="status">
        {more ? words.foundMany(formatNumber(total)) : words.found(formatNumber(total))}
      </p>
      {question.shortened && question.words.length > 0 && (
        <p class="note">{words.shortened(question.words.map((word) => `「${word}」`).join(' '))}</p>
      )}
      {parted.length > 0 && (
        <p class="note">
          {words.parted(question.typed, parted.map((word) => `「${word}」`).join(''))}
        </p>
      )}
      <ResourceList>
        {entries.map((entry) => (
          <EntryCard
            key={`${entry.kind} ${entry.id}`}
            lang={lang}
            entry={entry}
            now={now}
            kind={kindName(city, entry.kind, lang)}
            words={marksOf(question)}
          />
        ))}
      </ResourceList>
      <Pagination
        lang={lang}
        page={page}
        pageSize={pageSize}
        total={total}
        hrefOf={(to) => paths.search(city.slug, { query: question.typed, kind, page: to })}
      />
    </>
  )
}

/** One box over everything public of a city. */
export function SearchPage(props: SearchPageProps) {
  const { lang, city, found } = props
  const words = sentences[lang]
  const isAsked = found.question.typed !== '' || found.kind !== undefined
  return (
    <>
      <Heading level={1}>{searchTitle(props)}</Heading>
      {!isAsked && <Lead>{words.intro(city.name[lang])}</Lead>}
      <SearchBox
        lang={lang}
        action={paths.search(city.slug)}
        label={words.label}
        labelHidden={false}
        value={found.question.typed}
      />
      <HowTo lang={lang} />
      {found.question.words.length > 0 && found.counts.size > 0 && <Facets {...props} />}
      {found.entries.length > 0 && <Results {...props} />}
      {isAsked && found.entries.length === 0 && <NothingFound {...props} />}
      {!isAsked && <Start {...props} />}
    </>
  )
}
