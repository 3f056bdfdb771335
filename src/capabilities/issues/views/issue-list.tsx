import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type City, type CodeEntry, nameOfCode } from '#kernel/city.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  ChipLabel,
  EmptyState,
  FilterForm,
  Heading,
  Lead,
  Pagination,
  ResourceList,
  Select,
  TextInput,
  When,
} from '#web/ui/index.ts'
import { type IssueFilter, type ListedIssue, pageSize } from '../listing.ts'
import { issuePaths } from '../paths.ts'
import { sentences } from '../sentences.ts'

type IssueListProps = {
  readonly lang: Language
  readonly city: City
  readonly issues: readonly ListedIssue[]
  readonly total: number
  readonly filter: IssueFilter
}

const optionsOf = (entries: readonly CodeEntry[], lang: Language) =>
  entries.map(({ code, name }) => ({ value: code, label: say(name, lang) }))

const Filters = ({ lang, city, filter }: IssueListProps) => {
  const words = sentences[lang]
  return (
    <FilterForm action={issuePaths.list(city.slug)}>
      <TextInput lang={lang} name="q" id="filter-q" label={words.query} value={filter.q} />
      <Select
        lang={lang}
        name="field"
        id="filter-field"
        label={words.field}
        emptyLabel={words.allFields}
        options={optionsOf(city.fields, lang)}
        value={filter.field}
      />
      <Select
        lang={lang}
        name="department"
        id="filter-department"
        label={words.department}
        emptyLabel={words.allDepartments}
        options={optionsOf(city.departments, lang)}
        value={filter.department}
      />
      <Select
        lang={lang}
        name="state"
        id="filter-state"
        label={words.stateLabel}
        emptyLabel={words.allStates}
        options={(['published', 'closed'] as const).map((state) => ({
          value: state,
          label: words.state[state],
        }))}
        value={filter.state}
      />
      <Button icon="search">{words.narrow}</Button>
    </FilterForm>
  )
}

const IssueCard = ({ lang, city, issue }: { lang: Language; city: City; issue: ListedIssue }) => {
  const words = sentences[lang]
  const facts = [
    ...(issue.place ? [{ term: words.place, description: issue.place }] : []),
    ...(issue.department
      ? [
          {
            term: words.department,
            description: say(nameOfCode(city.departments, issue.department), lang),
          },
        ]
      : []),
    {
      term: words.publishedOn,
      description: <When time={dayText(tokyoDayOf(issue.publishedAt), lang)} />,
    },
  ]
  return (
    <Card
      href={issuePaths.issue(city.slug, issue.id)}
      level={2}
      title={issue.title}
      labels={
        <>
          {issue.field && (
            <ChipLabel tone="key">{say(nameOfCode(city.fields, issue.field), lang)}</ChipLabel>
          )}
          {issue.state === 'closed' && <ChipLabel>{words.state.closed}</ChipLabel>}
          {issue.state === 'published' && issue.answered && (
            <ChipLabel tone="success">{words.answered}</ChipLabel>
          )}
        </>
      }
      facts={facts}
    >
      <p>{issue.beginning}</p>
    </Card>
  )
}

const asksNothing = ({ q, field, department, state }: IssueFilter): boolean =>
  [q, field, department, state].every((one) => one === '')

const Nothing = ({ lang, city, filter }: IssueListProps) => {
  const words = sentences[lang]
  const empty = asksNothing(filter)
  return (
    <EmptyState
      title={empty ? words.noneYet : words.none}
      action={<ButtonLink href={issuePaths.raise(city.slug)}>{words.raise}</ButtonLink>}
    >
      <p>{empty ? words.noneYetText : words.noneText}</p>
    </EmptyState>
  )
}

/** The address of a page of the list with the same conditions. */
export const issueListHref = (citySlug: string, filter: IssueFilter, page: number): string => {
  const asked = new URLSearchParams()
  for (const name of ['q', 'field', 'department', 'state'] as const)
    if (filter[name]) asked.set(name, filter[name])
  if (page > 1) asked.set('page', String(page))
  return `${issuePaths.list(citySlug)}${asked.size > 0 ? `?${asked}` : ''}`
}

/** Everything residents raised that is public, to be searched and narrowed down. */
export const IssueListPage = (props: IssueListProps) => {
  const { lang, city, issues, total, filter } = props
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.listLead(say(city.centre, lang))}</Lead>
      <ButtonRow>
        <ButtonLink icon="plus" href={issuePaths.raise(city.slug)}>
          {words.raise}
        </ButtonLink>
      </ButtonRow>
      <Filters {...props} />
      {issues.length === 0 ? (
        <Nothing {...props} />
      ) : (
        <>
          <ResourceList>
            {issues.map((issue) => (
              <IssueCard key={issue.id} lang={lang} city={city} issue={issue} />
            ))}
          </ResourceList>
          <Pagination
            lang={lang}
            page={filter.page}
            pageSize={pageSize}
            total={total}
            hrefOf={(page) => issueListHref(city.slug, filter, page)}
          />
        </>
      )}
    </>
  )
}
