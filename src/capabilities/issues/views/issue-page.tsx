import type { Person } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import type { Child, View } from '#web/html/jsx-runtime.ts'
import { dayText } from '#web/moment.ts'
import {
  ButtonLink,
  ButtonRow,
  ChipLabel,
  ChipRow,
  type Description,
  DescriptionList,
  ErrorSummary,
  Heading,
  NotificationBanner,
  Section,
  When,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import {
  Conversation,
  FileLinks,
  History,
  type Message,
  NextSteps,
  type StoredFile,
  type Task,
  type TimelineEntry,
} from '../../procedures/index.ts'
import type { FieldProblem, Sent } from '../form.ts'
import { type Issue, isPublicIssue, issueKind, issueWorkflow } from '../issue.ts'
import type { ThemeOfIssue } from '../listing.ts'
import { issuePaths, themePaths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { type Comeback, IssueActions, listForms } from './issue-actions.tsx'

/** What only those concerned see of an issue. */
export type Concern = {
  readonly person: Person
  readonly steps: readonly string[]
  readonly isAuthor: boolean
  readonly isStaff: boolean
  readonly tasks: readonly Task[]
  readonly messages: readonly Message[]
}

export type IssuePageProps = {
  readonly lang: Language
  readonly city: City
  readonly now: Date
  readonly issue: Issue
  readonly themes: readonly ThemeOfIssue[]
  readonly files: readonly StoredFile[]
  readonly events: readonly TimelineEntry[]
  readonly panels: readonly View[]
  readonly formKey: () => string
  readonly mayWriteTheme: boolean
  readonly concern?: Concern | undefined
  /** The form that is shown again, with what was typed and what is to be mended. */
  readonly comeback?: Comeback | undefined
  readonly typed?: Sent | undefined
  readonly problems?: readonly FieldProblem[] | undefined
  readonly refusal?: string | undefined
}

const StateChips = ({ lang, city, issue, concern }: IssuePageProps) => {
  const state = issueWorkflow.states[issue.state]
  const name = concern?.isStaff ? state.staff : state.applicant
  const tone = issue.state === 'returned' ? 'error' : isPublicIssue(issue) ? 'success' : 'info'
  return (
    <ChipRow>
      <ChipLabel tone={tone}>{say(name, lang)}</ChipLabel>
      {issue.field && (
        <ChipLabel tone="key">{say(nameOfCode(city.fields, issue.field), lang)}</ChipLabel>
      )}
    </ChipRow>
  )
}

const factsOf = ({ lang, city, issue, concern }: IssuePageProps): Description[] => {
  const words = sentences[lang]
  const department = issue.department
    ? say(nameOfCode(city.departments, issue.department), lang)
    : words.unset
  return [
    ...(issue.place ? [{ term: words.place, description: issue.place }] : []),
    { term: words.by, description: issue.publicName || words.resident },
    ...(concern?.isStaff
      ? [
          { term: words.authorForStaff, description: issue.authorName },
          { term: words.channel, description: words.channels[issue.channel] },
        ]
      : []),
    ...(isPublicIssue(issue) ? [{ term: words.department, description: department }] : []),
    ...(issue.publishedAt && isPublicIssue(issue)
      ? [
          {
            term: words.publishedOn,
            description: <When time={dayText(tokyoDayOf(issue.publishedAt), lang)} />,
          },
        ]
      : []),
    { term: words.receiptNumber, description: issue.receiptNumber },
  ]
}

const AnswerSection = ({ lang, issue }: IssuePageProps) => {
  if (!isPublicIssue(issue)) return null
  const words = sentences[lang]
  return (
    <Section id="city-answer" title={words.answer}>
      {issue.cityAnswer ? <p class="prose">{issue.cityAnswer}</p> : <p>{words.noAnswer}</p>}
    </Section>
  )
}

const CameSection = (props: IssuePageProps): View | null => {
  const { lang, city, issue, themes, panels, mayWriteTheme } = props
  if (!isPublicIssue(issue)) return null
  const words = sentences[lang]
  const nothing = themes.length === 0 && panels.length === 0
  return (
    <>
      <Section id="came" title={words.came}>
        {nothing && <p>{words.cameNothing}</p>}
        {themes.length > 0 && (
          <ul>
            {themes.map((theme) => (
              <li key={theme.id}>
                <a href={themePaths.theme(city.slug, theme.id)}>{theme.title}</a>
                {words.themeOf(
                  say(nameOfCode(city.departments, theme.department), lang),
                  words.themeState[theme.state],
                )}
              </li>
            ))}
          </ul>
        )}
        <ButtonRow>
          <ButtonLink href={issuePaths.propose(city.slug, issue.id)}>{words.propose}</ButtonLink>
          {mayWriteTheme && (
            <ButtonLink kind="secondary" href={themePaths.begin(city.slug, issue.id)}>
              {words.makeTheme}
            </ButtonLink>
          )}
        </ButtonRow>
      </Section>
      {panels}
    </>
  )
}

const FilesSection = ({ lang, city, files }: IssuePageProps) =>
  files.length === 0 ? null : (
    <Section id="photos" title={sentences[lang].photos}>
      <FileLinks lang={lang} citySlug={city.slug} files={files} />
    </Section>
  )

/** Why it came back, at the top for the one who is to mend it. */
const ReturnedBanner = ({ lang, city, issue, events, concern }: IssuePageProps) => {
  if (issue.state !== 'returned' || !concern?.isAuthor) return null
  const words = sentences[lang]
  const asked = events.findLast(({ to }) => to === 'returned')
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words.returnedNotice}>
      {asked?.reason && <p class="prose">{asked.reason}</p>}
      <ButtonRow>
        <ButtonLink href={issuePaths.edit(city.slug, issue.id)}>{words.edit}</ButtonLink>
      </ButtonRow>
    </NotificationBanner>
  )
}

/** Who acts next, above the text: on a phone the forms lie far below it. */
const Next = (props: IssuePageProps): Child => {
  const { lang, city, now, issue, concern } = props
  if (!concern) return null
  return (
    <NextSteps
      lang={lang}
      city={city}
      here={issuePaths.issue(city.slug, issue.id)}
      person={concern.person}
      now={now}
      tasks={concern.tasks}
      jumps={
        listForms({ ...props, concern }).length > 0
          ? [{ label: sentences[lang].deskTitle, to: 'desk' }]
          : []
      }
    />
  )
}

const ConcernSections = (props: IssuePageProps): Child => {
  const { lang, city, issue, concern, formKey } = props
  if (!concern) return null
  return (
    <>
      <IssueActions {...props} concern={concern} />
      <Conversation
        lang={lang}
        city={city}
        subject={{ kind: issueKind, id: issue.id }}
        messages={concern.messages}
        formKey={formKey()}
      />
    </>
  )
}

/** One issue: what it says, what the city answered, what came of it, and its whole way. */
export const IssuePage = (props: IssuePageProps) => {
  const { lang, city, issue, events, concern, problems = [], comeback, refusal } = props
  const words = sentences[lang]
  const errors = summaryOf(problems, lang).map((error) =>
    comeback && error.id !== 'answer' ? { ...error, id: `${comeback}-${error.id}` } : error,
  )
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
      <StateChips {...props} />
      <Heading level={1} over={words.title}>
        {issue.title}
      </Heading>
      <ReturnedBanner {...props} />
      {Next(props)}
      <p class="prose">{issue.body}</p>
      <DescriptionList items={factsOf(props)} />
      <FilesSection {...props} />
      <AnswerSection {...props} />
      {CameSection(props)}
      {ConcernSections(props)}
      <History lang={lang} city={city} entries={events} withNames={concern?.isStaff ?? false} />
    </>
  )
}
