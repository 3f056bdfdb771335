import { type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import { Button, HiddenInput, Icon } from '#web/ui/index.ts'
import {
  countChosen,
  type DirectoryCounts,
  type DirectoryFilter,
  type Facet,
  flagFacets,
  type ListFacet,
  listFacets,
  usualSort,
  valuesOf,
} from '../directory.ts'
import { directorySentences } from '../directory-sentences.ts'
import type { DayKind } from '../facets.ts'
import { paths } from '../paths.ts'

export type FilterProps = {
  readonly lang: Language
  readonly city: City
  readonly filter: DirectoryFilter
  readonly counts: DirectoryCounts
}

/** What a value of a facet is called in this city. */
export const nameOfValue = (
  { lang, city }: Pick<FilterProps, 'lang' | 'city'>,
  facet: Facet,
  value = '',
): string => {
  const words = directorySentences[lang]
  if (facet === 'recruiting' || facet === 'beginners' || facet === 'joint')
    return words.flags[facet]
  if (facet === 'day') return words.days[value as DayKind] ?? value
  const list = { field: city.fields, form: city.legalForms, area: city.areas }[facet]
  return say(nameOfCode(list, value), lang)
}

type Choice = {
  readonly name: string
  readonly value: string
  readonly label: string
  readonly count: number
  readonly chosen: boolean
}

const ChoiceRow = ({ choice, id }: { choice: Choice; id: string }) => (
  <li>
    <input
      type="checkbox"
      id={id}
      name={choice.name}
      value={choice.value}
      checked={choice.chosen}
    />
    <label for={id}>
      <span>{choice.label}</span> <small>{formatNumber(choice.count)}</small>
    </label>
  </li>
)

/** One facet that opens and shuts; what finds nothing and was not chosen is left out. */
const FacetBox = (props: {
  id: string
  title: string
  choices: readonly Choice[]
  open: boolean
}) => {
  const { id, title, choices, open } = props
  const shown = choices.filter(({ count, chosen }) => count > 0 || chosen)
  if (shown.length === 0) return null
  return (
    <details class="facet" open={open || shown.some(({ chosen }) => chosen)}>
      <summary>
        <Icon name="chevron" />
        <span>{title}</span>
      </summary>
      <fieldset>
        <legend class="hidden-text">{title}</legend>
        <ul>
          {shown.map((choice, at) => (
            <ChoiceRow key={choice.value} choice={choice} id={`${id}-${at + 1}`} />
          ))}
        </ul>
      </fieldset>
    </details>
  )
}

const choicesOf = (props: FilterProps, facet: ListFacet): Choice[] =>
  valuesOf(facet, props.city).map((value) => ({
    name: facet,
    value,
    label: nameOfValue(props, facet, value),
    count: props.counts.byValue[facet].get(value) ?? 0,
    chosen: props.filter[facet].includes(value),
  }))

const flagChoices = (props: FilterProps): Choice[] =>
  flagFacets.map((facet) => ({
    name: facet,
    value: 'yes',
    label: nameOfValue(props, facet),
    count: props.counts.byFlag[facet],
    chosen: props.filter[facet],
  }))

const SearchRow = ({ lang, filter }: FilterProps) => {
  const words = directorySentences[lang]
  return (
    <div class="directory-box">
      <label for="group-q">{words.word}</label>
      <p class="hint" id="group-q-hint">
        {words.wordHint}
      </p>
      <div class="search">
        <input
          type="search"
          id="group-q"
          name="q"
          value={filter.q}
          autocomplete="off"
          enterkeyhint="search"
          aria-describedby="group-q-hint"
        />
        <Button icon="search">{words.search}</Button>
      </div>
    </div>
  )
}

/** The box for words, and the facets with their numbers; an ordinary form, so that its address says it all. */
export const DirectoryFilterForm = (props: FilterProps) => {
  const { lang, city, filter, counts } = props
  const words = directorySentences[lang]
  const chosen = countChosen(filter)
  return (
    <search class="directory-filter">
      <form action={paths.directory(city.slug)} method="get">
        <SearchRow {...props} />
        {filter.sort !== usualSort(filter) && filter.sort !== 'match' && (
          <HiddenInput name="sort" value={filter.sort} />
        )}
        {filter.view !== 'list' && <HiddenInput name="view" value={filter.view} />}
        {counts.held > 0 && (
          <details class="facet-panel">
            <summary>
              <Icon name="chevron" />
              <span>{chosen > 0 ? words.narrowCount(chosen) : words.narrow}</span>
            </summary>
            <div class="facet-boxes">
              <FacetBox id="flag" title={words.facets.flags} choices={flagChoices(props)} open />
              {listFacets.map((facet) => (
                <FacetBox
                  key={facet}
                  id={facet}
                  title={words.facets[facet]}
                  choices={choicesOf(props, facet)}
                  open={facet === 'field'}
                />
              ))}
              <p class="hint">{words.orMore}</p>
              <Button kind="secondary">{words.apply}</Button>
            </div>
          </details>
        )}
      </form>
    </search>
  )
}
