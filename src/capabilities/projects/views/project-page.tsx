import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import {
  ButtonLink,
  ButtonRow,
  ChipRow,
  Heading,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import type { Reader, Sheet } from '../../forms/index.ts'
import {
  Conversation,
  History,
  NextSteps,
  Notices,
  type TimelineEntry,
} from '../../procedures/index.ts'
import { paths } from '../paths.ts'
import type { ProgressEntry } from '../progress.ts'
import { currentYear, type Project, projectKind } from '../project.ts'
import { sentences } from '../sentences.ts'
import { OutcomeChip, StateChip, yearStateName } from './labels.tsx'
import { Conditions, type Inner, LateNotice, Ways } from './party-parts.tsx'
import { ProgressLog } from './progress-log.tsx'
import { AgreementSummary, ContinuationView, Facts, TerminationNotice } from './project-facts.tsx'
import { InterimResult, ReportResult } from './year-results.tsx'

export type ProjectPageProps = {
  readonly lang: Language
  readonly city: City
  readonly now: Date
  readonly project: Project
  readonly entries: readonly ProgressEntry[]
  readonly mayWriteEntry: boolean
  /** The interim reviews and reports of all years. */
  readonly sheets: ReadonlyMap<string, Sheet>
  readonly reader: Reader
  readonly events: readonly TimelineEntry[]
  readonly panels: readonly View[]
  readonly inner: Inner | undefined
  readonly newKey: () => string
}

const Progress = (props: ProjectPageProps) => {
  const { lang, city, project, entries, mayWriteEntry, inner } = props
  const words = sentences[lang]
  if (project.years.length === 0) return null
  return (
    <Section id="progress" title={words.progress}>
      {mayWriteEntry && (
        <ButtonRow>
          <ButtonLink kind="secondary" href={paths.newEntry(city.slug, project.id)}>
            {words.addEntry}
          </ButtonLink>
        </ButtonRow>
      )}
      <ProgressLog
        lang={lang}
        citySlug={city.slug}
        entries={entries}
        concerned={inner !== undefined}
      />
    </Section>
  )
}

/** The years of a project with their states; the results of earlier ones are one press away. */
const Years = ({ lang, city, project }: ProjectPageProps) => {
  if (project.years.length < 2) return null
  return (
    <Section id="years" title={sentences[lang].fiscalYear}>
      <ul>
        {project.years.map(({ fiscalYear, state }) => (
          <li key={fiscalYear}>
            <a href={paths.year(city.slug, project.id, fiscalYear)}>
              {formatFiscalYear(fiscalYear, lang)}
            </a>{' '}
            {yearStateName(state, lang)}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Results = (props: ProjectPageProps) => {
  const { lang, city, project, sheets, reader } = props
  const year = currentYear(project)
  if (!year) return null
  // The newest year that has something to read; a year that has just begun says nothing yet.
  const shown =
    project.years.findLast(({ reportedAt, interimAt }) => reportedAt ?? interimAt) ?? year
  const given = { lang, city, year: shown, sheets, reader }
  return (
    <>
      <Years {...props} />
      <InterimResult {...given} />
      <ReportResult {...given} cityShare={project.cityShare} />
    </>
  )
}

const InnerParts = ({
  lang,
  city,
  project,
  inner,
  newKey,
}: ProjectPageProps & { inner: Inner }) => (
  <>
    <Notices lang={lang} citySlug={city.slug} notices={inner.notices} />
    {inner.mayTalk && (
      <Conversation
        lang={lang}
        city={city}
        subject={{ kind: projectKind, id: project.id }}
        messages={inner.messages}
        formKey={newKey()}
      />
    )}
  </>
)

/** A joint project from its agreement to what became of it: one page for everyone, with more for the parties. */
export const ProjectPage = (props: ProjectPageProps) => {
  const { lang, city, project, now, inner, events, panels } = props
  const words = sentences[lang]
  return (
    <>
      <ChipRow>
        <StateChip lang={lang} state={project.state} />
        {project.outcome && <OutcomeChip lang={lang} outcome={project.outcome} />}
      </ChipRow>
      <Heading level={1} over={words.title}>
        {project.title}
      </Heading>
      <TerminationNotice lang={lang} project={project} />
      {inner && (
        <>
          <LateNotice lang={lang} city={city} now={now} tasks={inner.tasks} />
          <NextSteps
            lang={lang}
            city={city}
            here={paths.show(city.slug, project.id)}
            person={inner.person}
            now={now}
            tasks={inner.tasks}
            resting={inner.beginsOn && words.beginsOn(formatDate(inner.beginsOn, lang))}
          />
          {inner.samples.length > 0 && (
            <NotificationBanner lang={lang} kind="info" heading={words.samplesTitle}>
              <p>{words.samplesText}</p>
              <ul>
                {inner.samples.map(({ id, title }) => (
                  <li key={id}>
                    <a href={paths.show(city.slug, id)}>{title}</a>
                  </li>
                ))}
              </ul>
            </NotificationBanner>
          )}
          {inner.interimSpared && <p>{words.interimSpared}</p>}
          <Ways {...props} inner={inner} />
        </>
      )}
      <Facts lang={lang} city={city} project={project} />
      <AgreementSummary lang={lang} city={city} project={project} concerned={inner !== undefined} />
      {inner && <Conditions lang={lang} conditions={inner.conditions} />}
      <Progress {...props} />
      <Results {...props} />
      {panels}
      <ContinuationView lang={lang} project={project} />
      {inner && <InnerParts {...props} inner={inner} />}
      <History lang={lang} city={city} entries={events} withNames={inner !== undefined} />
    </>
  )
}
