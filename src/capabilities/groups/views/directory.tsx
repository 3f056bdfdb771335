import { colon, say } from '#kernel/bilingual.ts'
import { wordOf } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  ButtonLink,
  ButtonRow,
  Heading,
  Lead,
  Pagination,
  ResourceList,
  Section,
} from '#web/ui/index.ts'
import { isFiltering, pageSize, wholeCity, withWholeCity } from '../directory.ts'
import { directorySentences } from '../directory-sentences.ts'
import { rowOfHead } from '../kana-rows.ts'
import { paths } from '../paths.ts'
import { GroupCard } from './directory-card.tsx'
import { NoGroups } from './directory-empty.tsx'
import { DirectoryFilterForm } from './directory-filter.tsx'
import { DirectoryMap } from './directory-map.tsx'
import type { DirectoryProps } from './directory-props.ts'
import { GroupsByRow } from './directory-rows.tsx'
import { Conditions, Ways } from './directory-ways.tsx'

const List = (props: DirectoryProps) => {
  const { lang, city, filter, groups, counts } = props
  if (groups.length === 0) return <NoGroups {...props} />
  return (
    <>
      {filter.sort === 'reading' && new Set(groups.map(({ head }) => rowOfHead(head))).size > 1 ? (
        <GroupsByRow {...props} />
      ) : (
        <ResourceList>
          {groups.map((group) => (
            <GroupCard key={group.id} {...props} group={group} />
          ))}
        </ResourceList>
      )}
      <Pagination
        lang={lang}
        page={filter.page}
        pageSize={pageSize}
        total={counts.found}
        hrefOf={(page) => paths.directory(city.slug, { ...filter, page })}
      />
    </>
  )
}

/** Who looks in one district is told of the groups that act in all of them, and how to see both. */
const WholeCity = ({ lang, city, filter, counts }: DirectoryProps) => {
  const both = withWholeCity(filter, city)
  const count = counts.byValue.area.get(wholeCity) ?? 0
  if (!both || count === 0) return null
  const words = directorySentences[lang]
  return (
    <p class="note">
      {words.wholeCity(formatNumber(count))}{' '}
      <a href={paths.directory(city.slug, both)}>{words.withWholeCity}</a>
    </p>
  )
}

const Results = (props: DirectoryProps) => {
  const { lang, filter, counts, parted, signsOnly } = props
  const words = directorySentences[lang]
  const number = formatNumber(counts.found)
  const told = counts.more ? words.foundMany(number) : words.found(number)
  return (
    <section class="directory-results" aria-labelledby="results">
      <Heading level={2} id="results">
        {filter.view === 'map' ? words.map : isFiltering(filter) ? words.results : words.all}
      </Heading>
      {isFiltering(filter) && (
        <p role="status" class="directory-found">
          {told}
        </p>
      )}
      {signsOnly && <p class="note">{words.signsOnly}</p>}
      {parted.length > 0 && (
        <p class="note">{words.parted(filter.q, parted.map((word) => `「${word}」`).join(''))}</p>
      )}
      <Conditions {...props} />
      <WholeCity {...props} />
      <Ways {...props} />
      {filter.view === 'map' && counts.found > 0 ? (
        <DirectoryMap {...props} />
      ) : (
        <List {...props} />
      )}
    </section>
  )
}

const Ends = ({ lang, city }: DirectoryProps) => {
  const words = directorySentences[lang]
  return (
    <>
      <ul class="directory-ends">
        <li>
          {words.feeds}
          {colon[lang]} <a href={paths.newGroups(city.slug, 'atom')}>Atom</a>{' '}
          <a href={paths.newGroups(city.slug, 'rss')}>RSS</a>{' '}
          <a href={paths.newGroups(city.slug, 'json')}>JSON</a>
        </li>
        <li>
          <a href={`/${city.slug}/open-data/groups`}>{words.openData}</a>
        </li>
      </ul>
      <Section id="register" title={words.register}>
        <p>{words.registerText}</p>
        <ButtonRow>
          <ButtonLink href={paths.guide(city.slug)} kind="secondary">
            {words.register}
          </ButtonLink>
        </ButtonRow>
      </Section>
    </>
  )
}

/** 団体をさがす: words and facets, one page of results or the map, and the way to register. */
export const Directory = (props: DirectoryProps) => {
  const { lang, city, counts } = props
  const words = directorySentences[lang]
  const group = wordOf(city, 'group', { ja: '団体', en: 'Group' })
  return (
    <>
      <Heading level={1}>{words.title(say(group, lang))}</Heading>
      <Lead>{words.lead(formatNumber(counts.total))}</Lead>
      <div class="directory">
        <DirectoryFilterForm {...props} />
        <Results {...props} />
      </div>
      <Ends {...props} />
    </>
  )
}
