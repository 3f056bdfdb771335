import { say } from '#kernel/bilingual.ts'
import { whomToAsk } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { ButtonLink, EmptyState } from '#web/ui/index.ts'
import { type Help, publishingPaths } from '../../publishing/index.ts'
import { countChosen, wholeDirectory } from '../directory.ts'
import { directorySentences } from '../directory-sentences.ts'
import { paths } from '../paths.ts'
import type { FilterProps } from './directory-filter.tsx'

export type EmptyProps = FilterProps & { readonly help: Help }

const withWords = ({ city }: FilterProps, q: string): string =>
  paths.directory(city.slug, { ...wholeDirectory, q, sort: 'match' })

/** Another spelling of the word that nothing holds. */
const Nearby = (props: EmptyProps) => {
  const { lang, help } = props
  if (help.nearby.length === 0) return null
  const typed = help.alone.map(({ word }) => word)
  return (
    <p>
      {directorySentences[lang].didYouMean}
      {help.nearby.map(({ word, instead }) => {
        const q =
          typed.length > 0 ? typed.map((one) => (one === word ? instead : one)).join(' ') : instead
        return (
          <>
            {' '}
            <a href={withWords(props, q)}>{q}</a>
          </>
        )
      })}
    </p>
  )
}

const EachAlone = (props: EmptyProps) => {
  const { lang, help } = props
  const words = directorySentences[lang]
  if (help.alone.length === 0) return null
  return (
    <>
      <p>{words.eachAlone}</p>
      <ul>
        {help.alone.map(({ word, count }) => (
          <li key={word}>
            {count === 0 ? (
              words.aloneNothing(word)
            ) : (
              <a href={withWords(props, word)}>
                {words.aloneFound(word, count > 100 ? words.over100 : String(count))}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Stands where groups would be: why there are none, and every way on. */
export const NoGroups = (props: EmptyProps) => {
  const { lang, city, filter, counts } = props
  const words = directorySentences[lang]
  if (counts.total === 0)
    return <EmptyState title={words.nobodyTitle}>{words.nobodyText}</EmptyState>
  if (counts.found > 0)
    return (
      <EmptyState
        title={words.pastEnd}
        action={
          <ButtonLink href={paths.directory(city.slug, { ...filter, page: 1 })} kind="secondary">
            {words.firstPage}
          </ButtonLink>
        }
      >
        <p>{words.found(formatNumber(counts.found))}</p>
      </EmptyState>
    )
  return (
    <EmptyState
      title={words.emptyTitle}
      action={
        <ButtonLink href={paths.directory(city.slug)} kind="secondary">
          {words.reset}
        </ButtonLink>
      }
    >
      <p>{words.emptyHelp}</p>
      <Nearby {...props} />
      <EachAlone {...props} />
      <ul>
        {filter.q !== '' && countChosen(filter) > 0 && counts.held > 0 && (
          <li>
            <a href={withWords(props, filter.q)}>{words.onlyWords(formatNumber(counts.held))}</a>
          </li>
        )}
        {filter.q !== '' && (
          <li>
            <a href={publishingPaths.search(city.slug, { query: filter.q })}>{words.everywhere}</a>
          </li>
        )}
      </ul>
      <p>{words.ask(say(whomToAsk(city).name, lang))}</p>
    </EmptyState>
  )
}
