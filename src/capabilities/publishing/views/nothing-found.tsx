import { formatNumber } from '#kernel/number.ts'
import { ButtonLink, EmptyState } from '#web/ui/index.ts'
import { kindName } from '../kind-name.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import type { SearchPageProps } from './search-page.tsx'

const sumOf = (counts: ReadonlyMap<unknown, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)

/** Whom to ask who does not find what they look for. */
function Contact({ lang, city }: Pick<SearchPageProps, 'lang' | 'city'>) {
  const { office, phone, email } = city.contact
  return (
    <p>
      {sentences[lang].ask(office[lang])}
      {phone && (
        <>
          {' '}
          <a href={`tel:${phone}`}>{phone}</a>
        </>
      )}
      {email && (
        <>
          {' '}
          <a href={`mailto:${email}`}>{email}</a>
        </>
      )}
    </p>
  )
}

/** Ways on from a search without results: without the kind, with each word alone, with another word. */
function WaysOn({ lang, city, found }: SearchPageProps) {
  const words = sentences[lang]
  const { question, kind, counts } = found
  const others = sumOf(counts)
  return (
    <ul>
      {kind && others > 0 && (
        <li>
          <a href={paths.search(city.slug, { query: question.typed })}>
            {words.tryAllKinds(words.count(formatNumber(others)))}
          </a>
        </li>
      )}
      {question.words.length > 1 &&
        question.words.map((word) => (
          <li key={word}>
            <a href={paths.search(city.slug, { query: word, kind })}>{words.tryWord(word)}</a>
          </li>
        ))}
      <li>{words.tryShorter}</li>
    </ul>
  )
}

/** Stands where results would be. */
export function NothingFound(props: SearchPageProps) {
  const { lang, city, found } = props
  const words = sentences[lang]
  const { question, kind, total } = found
  const name = kind && kindName(city, kind, lang)
  if (total > 0)
    return (
      <EmptyState
        title={words.noSuchPage}
        action={
          <ButtonLink href={paths.search(city.slug, { query: question.typed, kind })}>
            {words.firstPage}
          </ButtonLink>
        }
      >
        <p>{words.found(formatNumber(total))}</p>
      </EmptyState>
    )
  if (question.words.length === 0)
    return (
      <EmptyState title={name ? words.nothingPublic(name) : words.noWords}>
        {question.typed !== '' && <p>{words.noWordsHelp}</p>}
        <Contact lang={lang} city={city} />
      </EmptyState>
    )
  return (
    <EmptyState title={words.nothing(question.typed)}>
      {name && <p>{words.nothingOfKind(name)}</p>}
      <p>{words.nothingHelp}</p>
      <WaysOn {...props} />
      <Contact lang={lang} city={city} />
    </EmptyState>
  )
}
