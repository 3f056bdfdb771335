import { whomToAsk } from '#kernel/city.ts'
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
  const { name, phone, email } = whomToAsk(city)
  return (
    <p>
      {sentences[lang].ask(name[lang])}
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

/** What each word finds alone: the one that finds nothing is the one in the way. */
function EachAlone({ lang, city, found }: SearchPageProps) {
  const words = sentences[lang]
  const { alone } = found.help
  if (alone.length === 0) return null
  return (
    <>
      <p>{words.eachAlone}</p>
      <ul>
        {alone.map(({ word, count }) => (
          <li key={word}>
            {count === 0 ? (
              words.aloneNothing(word)
            ) : (
              <a href={paths.search(city.slug, { query: word })}>
                {words.aloneFound(word, count > 100 ? words.over100 : words.count(String(count)))}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The question with one word replaced by another, as it would be typed. */
const replaced = (all: readonly string[], word: string, instead: string): string =>
  all.map((one) => (one === word ? instead : one)).join(' ')

/** Words that are there and look like what was typed. */
function Nearby({ lang, city, found }: SearchPageProps) {
  const { help, question } = found
  if (help.nearby.length === 0) return null
  const all = help.alone.length > 0 ? help.alone.map(({ word }) => word) : question.words
  return (
    <p>
      {sentences[lang].didYouMean}
      {help.nearby.map(({ word, instead }) => (
        <>
          {' '}
          <a href={paths.search(city.slug, { query: replaced(all, word, instead) })}>
            {replaced(all, word, instead)}
          </a>
        </>
      ))}
    </p>
  )
}

/** Ways on from a search without results: another spelling, each word alone, without the kind, another word. */
function WaysOn(props: SearchPageProps) {
  const { lang, city, found } = props
  const words = sentences[lang]
  const { question, kind, counts } = found
  const others = sumOf(counts)
  return (
    <>
      <Nearby {...props} />
      <EachAlone {...props} />
      <ul>
        {kind && others > 0 && (
          <li>
            <a href={paths.search(city.slug, { query: question.typed })}>
              {words.tryAllKinds(words.count(formatNumber(others)))}
            </a>
          </li>
        )}
        {question.without.length > 0 && (
          <li>
            <a href={paths.search(city.slug, { query: question.words.join(' '), kind })}>
              {words.tryWithout(question.without.map((word) => `-${word}`).join(' '))}
            </a>
          </li>
        )}
        <li>{words.tryShorter}</li>
      </ul>
    </>
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
