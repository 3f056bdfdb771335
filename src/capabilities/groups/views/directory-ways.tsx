import { Icon } from '#web/ui/index.ts'
import {
  type Facet,
  flagFacets,
  isFiltering,
  listFacets,
  sorts,
  wholeDirectory,
  without,
} from '../directory.ts'
import { directorySentences } from '../directory-sentences.ts'
import { paths } from '../paths.ts'
import { nameOfValue } from './directory-filter.tsx'
import type { DirectoryProps } from './directory-props.ts'

/** What was chosen, each with a way to drop it. */
export const Conditions = (props: DirectoryProps) => {
  const { lang, city, filter } = props
  const words = directorySentences[lang]
  if (!isFiltering(filter)) return null
  const chosen: readonly (readonly [Facet, string | undefined])[] = [
    ...listFacets.flatMap((facet) => filter[facet].map((value) => [facet, value] as const)),
    ...flagFacets.filter((facet) => filter[facet]).map((facet) => [facet, undefined] as const),
  ]
  const chips = [
    ...(filter.q === ''
      ? []
      : [
          {
            name: words.words(filter.q),
            filter: {
              ...filter,
              q: '',
              page: 1,
              sort: filter.sort === 'match' ? 'reading' : filter.sort,
            } as const,
          },
        ]),
    ...chosen.map(([facet, value]) => ({
      name: nameOfValue(props, facet, value),
      filter: without(filter, facet, value),
    })),
  ]
  return (
    <nav class="conditions" aria-label={words.conditions}>
      <ul>
        {chips.map(({ name, filter: rest }) => (
          <li key={name}>
            <a href={paths.directory(city.slug, rest)} aria-label={words.removeCondition(name)}>
              {name}
              <Icon name="close" />
            </a>
          </li>
        ))}
        <li>
          <a
            class="conditions-reset"
            href={paths.directory(city.slug, { ...wholeDirectory, view: filter.view })}
          >
            {words.reset}
          </a>
        </li>
      </ul>
    </nav>
  )
}

/** The orders and the two ways of showing, as links: they work everywhere and can be shared. */
export const Ways = ({ lang, city, filter }: DirectoryProps) => {
  const words = directorySentences[lang]
  const offered = sorts.filter((sort) => sort !== 'match' || filter.q !== '')
  return (
    <div class="directory-ways">
      <nav aria-label={words.view}>
        <ul class="switch">
          {(['list', 'map'] as const).map((view) => (
            <li key={view}>
              <a
                href={paths.directory(city.slug, { ...filter, view, page: 1 })}
                aria-current={view === filter.view ? 'true' : undefined}
              >
                <Icon name={view === 'map' ? 'pin' : 'menu'} />
                {words.views[view]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {filter.view === 'list' && (
        <nav aria-label={words.sort}>
          <ul class="sorts">
            {offered.map((sort) => (
              <li key={sort}>
                <a
                  href={paths.directory(city.slug, { ...filter, sort, page: 1 })}
                  aria-current={sort === filter.sort ? 'true' : undefined}
                >
                  {words.sorts[sort]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}
