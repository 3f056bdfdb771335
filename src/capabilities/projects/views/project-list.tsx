import { colon, inBrackets, type Language, say } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  Button,
  ButtonLink,
  Card,
  ChipLabel,
  EmptyState,
  FilterForm,
  Heading,
  KeyNumbers,
  Lead,
  Pagination,
  ResourceList,
  Section,
  Select,
  TextInput,
} from '#web/ui/index.ts'
import { programmePaths } from '../../programmes/index.ts'
import { statisticPaths } from '../../statistics/index.ts'
import { daysLate } from '../calendar.ts'
import { type Census, type ListedProject, pageSize } from '../list.ts'
import { type ListAsked, paths } from '../paths.ts'
import { projectStates } from '../project.ts'
import { hasPercent, rateText } from '../rate-text.ts'
import { sentences } from '../sentences.ts'
import { headFacts, OutcomeChip, StateChip, stateName } from './labels.tsx'

export type ProjectListProps = {
  readonly lang: Language
  readonly city: City
  /** The filters, without the page. */
  readonly asked: ListAsked
  readonly page: number
  readonly projects: readonly ListedProject[]
  readonly total: number
  readonly census: Census
  readonly now: Date
  /** The table in which the city's documents count joint projects, where they do. */
  readonly history: { readonly id: string; readonly title: string } | undefined
  /** Staff see what is overdue. */
  readonly showsLate: boolean
}

const Filters = ({ lang, city, asked, census }: ProjectListProps) => {
  const words = sentences[lang]
  const states = projectStates.map((state) => ({
    value: state,
    label: `${stateName(state, lang)}${inBrackets(census.byState.get(state) ?? 0, lang)}`,
  }))
  const years = [...census.projectYears].map(([year, count]) => ({
    value: String(year),
    label: `${formatFiscalYear(year, lang)}${inBrackets(count, lang)}`,
  }))
  const named = (list: City['departments']) =>
    list.map(({ code, name }) => ({ value: code, label: say(name, lang) }))
  return (
    <FilterForm action={paths.list(city.slug)}>
      <TextInput lang={lang} name="q" label={words.search} value={asked.q ?? ''} />
      <Select
        lang={lang}
        name="state"
        label={words.state}
        emptyLabel={words.anyState}
        options={states}
        value={asked.state}
      />
      <Select
        lang={lang}
        name="year"
        label={words.fiscalYear}
        emptyLabel={words.anyYear}
        options={years}
        value={asked.year}
      />
      <Select
        lang={lang}
        name="department"
        label={words.department}
        emptyLabel={words.anyDepartment}
        options={named(city.departments)}
        value={asked.department}
      />
      <Select
        lang={lang}
        name="mode"
        label={words.mode}
        emptyLabel={words.anyMode}
        options={named(city.modes)}
        value={asked.mode}
      />
      <Button kind="secondary">{words.filter}</Button>
    </FilterForm>
  )
}

const RateNote = ({ lang, census }: Pick<ProjectListProps, 'lang' | 'census'>) => {
  const words = sentences[lang]
  const { ratio, unrecorded, terminated } = census.rate
  return (
    <>
      {words.rateOf(formatNumber(ratio.numerator), formatNumber(ratio.denominator))}
      {unrecorded > 0 && ` ${words.rateUnrecorded(formatNumber(unrecorded))}`}
      {terminated > 0 && ` ${words.rateTerminated(formatNumber(terminated))}`}
      {hasPercent(ratio) &&
        (lang === 'ja' ? `（${words.rateRounding}）` : ` (${words.rateRounding})`)}
    </>
  )
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((all, one) => all + one, 0)

/** Counts with what they count; the rate only where something ended, never without its denominator. */
const Numbers = (props: ProjectListProps) => {
  const { lang, city, census, now, history } = props
  const words = sentences[lang]
  const day = words.asOf(formatDate(tokyoDayOf(now), lang))
  const projects = sum(census.byState.values())
  const { ratio } = census.rate
  return (
    <Section id="numbers" title={words.numbers}>
      <KeyNumbers
        numbers={[
          {
            label: words.title,
            value: formatNumber(projects),
            note: `${words.projectsNote} ${day}`,
          },
          {
            label: words.projectYears,
            value: formatNumber(sum(census.projectYears.values())),
            note: `${words.projectYearsNote} ${day}`,
          },
          ...(ratio.denominator > 0
            ? [
                {
                  label: words.rate,
                  value: rateText(ratio, lang),
                  note: <RateNote lang={lang} census={census} />,
                },
              ]
            : []),
        ]}
      />
      {history && (
        <p>
          {words.history}
          {colon[lang]}
          <a href={statisticPaths.table(city.slug, history.id)}>{history.title}</a>
        </p>
      )}
    </Section>
  )
}

const LateChip = ({ lang, since, now }: { lang: Language; since: PlainDate; now: Date }) => (
  <ChipLabel tone="error">{sentences[lang].late(daysLate(since, now))}</ChipLabel>
)

const ProjectCards = ({ lang, city, projects, now, showsLate }: ProjectListProps) => (
  <ResourceList>
    {projects.map((project) => (
      <Card
        key={project.id}
        level={2}
        href={paths.show(city.slug, project.id)}
        title={project.title}
        labels={
          <>
            <StateChip lang={lang} state={project.state} />
            {project.outcome && <OutcomeChip lang={lang} outcome={project.outcome} />}
            {showsLate && project.overdueSince && (
              <LateChip lang={lang} since={project.overdueSince} now={now} />
            )}
          </>
        }
        facts={headFacts(city, project, lang)}
      >
        {project.summary && <p>{project.summary}</p>}
      </Card>
    ))}
  </ResourceList>
)

const Nothing = ({ lang, city, asked }: ProjectListProps) => {
  const words = sentences[lang]
  const narrowed = Object.values(asked).some((value) => value !== undefined && value !== '')
  return narrowed ? (
    <EmptyState
      title={words.noneFound}
      action={
        <ButtonLink kind="secondary" href={paths.list(city.slug)}>
          {words.clear}
        </ButtonLink>
      }
    >
      <p>{words.noneFoundText}</p>
    </EmptyState>
  ) : (
    <EmptyState
      title={words.noneYet}
      action={
        <ButtonLink kind="secondary" href={programmePaths.programmes(city.slug)}>
          {words.seeProgrammes}
        </ButtonLink>
      }
    >
      <p>{words.noneYetText}</p>
    </EmptyState>
  )
}

/** All joint projects of the city, past and present. */
export const ProjectListPage = (props: ProjectListProps) => {
  const { lang, city, asked, projects, total } = props
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.listLead}</Lead>
      <Filters {...props} />
      {projects.length === 0 ? (
        <Nothing {...props} />
      ) : (
        <>
          <ProjectCards {...props} />
          <Pagination
            lang={lang}
            page={props.page}
            pageSize={pageSize}
            total={total}
            hrefOf={(page) => paths.list(city.slug, { ...asked, page })}
          />
        </>
      )}
      <Numbers {...props} />
    </>
  )
}
