import type { Person } from '#kernel/actor.ts'
import { colon, type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { dayText, momentText } from '#web/moment.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Deadline,
  EmptyState,
  Form,
  Section,
  StepNavigation,
  When,
} from '#web/ui/index.ts'
import {
  History,
  NextSteps,
  type Notice,
  Notices,
  type Task,
  type TimelineEntry,
} from '../../procedures/index.ts'
import { type Project, projectPaths } from '../../projects/index.ts'
import { type Evaluation, evaluationStates } from '../evaluation.ts'
import { expectedDays } from '../expected.ts'
import { paths } from '../paths.ts'
import type { Result } from '../published.ts'
import { sentences } from '../sentences.ts'
import { MutualResult, Opinions } from './comparison.tsx'
import { Frame } from './frame.tsx'

/** A page of the evaluation that this person may open. */
export type Way = { readonly href: string; readonly label: string }

export type OverviewProps = {
  readonly lang: Language
  readonly city: City
  readonly now: Date
  readonly person: Person | undefined
  readonly project: Project
  /** Undefined before it is opened. */
  readonly evaluation: Evaluation | undefined
  /** What this reader may see of what was written. */
  readonly result: Pick<Result, 'comparisons' | 'explanations'> | undefined
  readonly opinions: Pick<Result, 'tally' | 'opinions'> | undefined
  readonly ways: readonly Way[]
  readonly mayOpen: boolean
  readonly concerned: boolean
  readonly tasks: readonly Task[]
  readonly events: readonly TimelineEntry[]
  readonly notices: readonly Notice[]
  readonly formKey: string
  readonly refusal?: string | undefined
}

const Steps = ({ lang, evaluation }: { lang: Language; evaluation: Evaluation }) => {
  const words = sentences[lang]
  const reached = evaluationStates.indexOf(evaluation.state)
  const published = evaluation.state === 'published'
  return (
    <StepNavigation
      lang={lang}
      steps={evaluationStates.map((state, at) => ({
        label: words.steps[state],
        state: at < reached || published ? 'done' : at === reached ? 'current' : 'upcoming',
      }))}
    />
  )
}

const NotOpened = (props: OverviewProps) => {
  const { lang, city, project, mayOpen, formKey } = props
  const words = sentences[lang]
  return (
    <>
      <EmptyState title={words.notOpened}>
        <p>{mayOpen ? words.readyText : words.notOpenedText}</p>
      </EmptyState>
      <Next {...props} />
      {mayOpen && (
        <Section id="open" title={words.openTitle}>
          <p>{words.openText}</p>
          <Form action={paths.opening(city.slug, project.id)} idempotencyKey={formKey}>
            <Button>{words.open}</Button>
          </Form>
        </Section>
      )}
    </>
  )
}

const StateText = ({
  lang,
  project,
  evaluation,
  now,
}: OverviewProps & { evaluation: Evaluation }) => {
  const words = sentences[lang]
  const stopped = evaluation.state !== 'published' && project.state !== 'evaluating'
  const expected = stopped ? undefined : expectedDays(evaluation, tokyoDayOf(now))
  return (
    <>
      <p>{stopped ? words.stopped : words.openState[evaluation.state]}</p>
      {evaluation.state === 'self' && !stopped && (
        <p>
          <Deadline
            lang={lang}
            label={words.dueOn}
            time={dayText(evaluation.dueOn, lang)}
            daysLeft={countDaysLeft(evaluation.dueOn, now)}
            passed="overdue"
          />
        </p>
      )}
      {expected && (
        <p>
          {evaluation.state !== 'self' &&
            `${words.expectedStep(formatDate(expected.stepUntil, lang))} `}
          {words.expectedPublished(formatDate(expected.publishedBy, lang))}
        </p>
      )}
      {evaluation.publishedAt && (
        <p>
          {words.publishedOn}
          {colon[lang]}
          <When time={momentText(evaluation.publishedAt, lang)} />
        </p>
      )}
    </>
  )
}

const Ways = ({ ways }: Pick<OverviewProps, 'ways'>) => {
  const [first, ...rest] = ways
  if (!first) return null
  return (
    <ButtonRow>
      <ButtonLink href={first.href}>{first.label}</ButtonLink>
      {rest.map(({ href, label }) => (
        <ButtonLink key={href} kind="secondary" href={href}>
          {label}
        </ButtonLink>
      ))}
    </ButtonRow>
  )
}

const Answer = ({ lang, evaluation }: { lang: Language; evaluation: Evaluation }) => {
  const words = sentences[lang]
  if (evaluation.state !== 'published') return null
  return (
    <>
      <Section id="answer" title={words.answer}>
        <p class="prose">{evaluation.cityAnswer}</p>
      </Section>
      <Section id="next-year" title={words.nextYear}>
        <p class="prose">{evaluation.nextYear}</p>
      </Section>
    </>
  )
}

/** Who acts next on the project: the same here as on its own page. */
const Next = ({ lang, city, project, person, now, concerned, tasks }: OverviewProps) =>
  concerned ? (
    <NextSteps
      lang={lang}
      city={city}
      here={paths.show(city.slug, project.id)}
      person={person}
      now={now}
      tasks={tasks}
    />
  ) : null

const Opened = (props: OverviewProps & { evaluation: Evaluation }) => {
  const { lang, city, project, evaluation, result, opinions, concerned } = props
  const { definition } = evaluation
  return (
    <>
      <Steps lang={lang} evaluation={evaluation} />
      <StateText {...props} />
      <Ways ways={props.ways} />
      <Next {...props} />
      <Answer lang={lang} evaluation={evaluation} />
      {opinions && <Opinions lang={lang} definition={definition} result={opinions} />}
      {result && <MutualResult lang={lang} definition={definition} {...result} />}
      {props.notices.length > 0 && (
        <Notices lang={lang} citySlug={city.slug} notices={props.notices} />
      )}
      <History lang={lang} city={city} entries={props.events} withNames={concerned} />
      <p>
        <a href={projectPaths.show(city.slug, project.id)}>{sentences[lang].project}</a>
      </p>
    </>
  )
}

/** An evaluation as far as this reader may follow it. */
export const OverviewPage = (props: OverviewProps) => {
  const { lang, project, evaluation, refusal } = props
  const words = sentences[lang]
  return (
    <Frame lang={lang} title={words.title} over={project.title} lead={words.lead} refusal={refusal}>
      {evaluation ? <Opened {...props} evaluation={evaluation} /> : <NotOpened {...props} />}
    </Frame>
  )
}

/** What everyone calls the state of an evaluation. */
export const stateName = (state: Evaluation['state'], lang: Language): string =>
  say({ ja: sentences.ja.steps[state], en: sentences.en.steps[state] }, lang)
