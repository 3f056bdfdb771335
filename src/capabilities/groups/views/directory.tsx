import { type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode, wordOf } from '#kernel/city.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  Checkbox,
  ChipLabel,
  EmptyState,
  FilterForm,
  Heading,
  Lead,
  Pagination,
  ResourceList,
  Section,
  Select,
  TextInput,
} from '#web/ui/index.ts'
import {
  type DirectoryCounts,
  type DirectoryFilter,
  isFiltering,
  type ListedGroup,
  pageSize,
} from '../directory.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

export type DirectoryProps = {
  readonly lang: Language
  readonly city: City
  readonly filter: DirectoryFilter
  readonly groups: readonly ListedGroup[]
  readonly counts: DirectoryCounts
  /** All registered groups, whatever is looked for. */
  readonly total: number
}

/** A field's heading in lists; where nothing is found in it, it is left out. */
const fieldOptions = ({ lang, city, counts }: DirectoryProps) =>
  city.fields
    .map(({ code, name }) => ({
      code,
      name: say(name, lang),
      count: counts.byField.get(code) ?? 0,
    }))
    .filter(({ count }) => count > 0)

const Filters = (props: DirectoryProps) => {
  const { lang, city, filter } = props
  const words = sentences[lang].directory
  const known = fieldOptions(props).map(({ code, name, count }) => ({
    value: code,
    label: words.option(name, formatNumber(count)),
  }))
  const chosen = known.some(({ value }) => value === filter.field)
  const options =
    filter.field && !chosen
      ? [{ value: filter.field, label: say(nameOfCode(city.fields, filter.field), lang) }, ...known]
      : known
  return (
    <search>
      <FilterForm action={paths.directory(city.slug)}>
        <TextInput
          lang={lang}
          name="q"
          id="group-q"
          label={words.word}
          hint={words.wordHint}
          value={filter.q}
          autocomplete="off"
        />
        <Select
          lang={lang}
          name="field"
          id="group-field"
          label={words.field}
          emptyLabel={words.anyField}
          options={options}
          value={filter.field}
        />
        <Checkbox
          lang={lang}
          name="recruiting"
          id="group-recruiting"
          label={words.recruitingOnly}
          checked={filter.recruiting}
        />
        <Button icon="search">{words.search}</Button>
      </FilterForm>
    </search>
  )
}

const GroupCard = ({ lang, city, group }: { lang: Language; city: City; group: ListedGroup }) => (
  <Card
    level={3}
    title={group.name}
    href={paths.group(city.slug, group.id)}
    labels={
      <>
        {group.recruiting && (
          <ChipLabel tone="success">{sentences[lang].directory.recruiting}</ChipLabel>
        )}
        {group.fields.slice(0, 3).map((code) => (
          <ChipLabel key={code}>{say(nameOfCode(city.fields, code), lang)}</ChipLabel>
        ))}
      </>
    }
  >
    {group.summary[lang] && <p>{group.summary[lang]}</p>}
  </Card>
)

const Nothing = ({ lang, city, total }: DirectoryProps) => {
  const words = sentences[lang].directory
  if (total === 0) return <EmptyState title={words.nobodyTitle}>{words.nobodyText}</EmptyState>
  return (
    <EmptyState
      title={words.emptyTitle}
      action={
        <ButtonLink href={paths.directory(city.slug)} kind="secondary">
          {words.reset}
        </ButtonLink>
      }
    >
      {words.emptyText}
    </EmptyState>
  )
}

const Results = (props: DirectoryProps) => {
  const { lang, city, filter, groups, counts } = props
  const words = sentences[lang].directory
  const filtering = isFiltering(filter)
  return (
    <Section id="results" title={filtering ? words.results : words.all}>
      {filtering && <p>{words.found(formatNumber(counts.found))}</p>}
      {groups.length === 0 ? (
        <Nothing {...props} />
      ) : (
        <>
          <ResourceList columns={2}>
            {groups.map((group) => (
              <GroupCard key={group.id} lang={lang} city={city} group={group} />
            ))}
          </ResourceList>
          <Pagination
            lang={lang}
            page={filter.page}
            pageSize={pageSize}
            total={counts.found}
            hrefOf={(page) => paths.directory(city.slug, { ...filter, page })}
          />
        </>
      )}
    </Section>
  )
}

const ByField = (props: DirectoryProps) => {
  const { lang, city, filter } = props
  const words = sentences[lang].directory
  const fields = fieldOptions(props)
  if (fields.length === 0) return null
  return (
    <Section id="by-field" title={words.byField}>
      <ul class="chip-row">
        {fields.map(({ code, name, count }) => (
          <li key={code}>
            <a
              href={paths.directory(city.slug, { ...filter, field: code, page: 1 })}
              aria-current={code === filter.field ? 'true' : undefined}
            >
              {words.option(name, formatNumber(count))}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** 団体をさがす: search, filters, one page of results, and the way to register. */
export const Directory = (props: DirectoryProps) => {
  const { lang, city, total } = props
  const words = sentences[lang].directory
  const group = wordOf(city, 'group', { ja: '団体', en: 'Group' })
  return (
    <>
      <Heading level={1}>{words.title(say(group, lang))}</Heading>
      <Lead>{words.lead(formatNumber(total))}</Lead>
      <Filters {...props} />
      <Results {...props} />
      <ByField {...props} />
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
