import type { Person } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { formatYen } from '#kernel/money.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ChipRow,
  type Description,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  Section,
  Textarea,
} from '#web/ui/index.ts'
import { AnswerList, type Reader, type Sheet, summaryOf } from '../../forms/index.ts'
import {
  History,
  NextSteps,
  type StoredFile,
  type Task,
  type TimelineEntry,
} from '../../procedures/index.ts'
import {
  bothEras,
  ConsultationWay,
  LastDay,
  Period,
  programmePaths,
} from '../../programmes/index.ts'
import { type FieldProblem, limits } from '../form.ts'
import { issuePaths, themePaths } from '../paths.ts'
import { isCallCancelled, shownThemeTitle, type Theme, themeStateAt } from '../theme.ts'
import { themeSentences } from '../theme-sentences.ts'
import { ThemeChip, themeWord } from './theme-list.tsx'

export type ThemePageProps = {
  readonly lang: Language
  readonly city: City
  readonly now: Date
  readonly theme: Theme
  readonly sheet: Sheet | undefined
  readonly files: ReadonlyMap<string, readonly StoredFile[]>
  readonly events: readonly TimelineEntry[]
  readonly panels: readonly View[]
  readonly reader: Reader
  readonly formKey: () => string
  readonly mayEdit: boolean
  readonly mayClose: boolean
  /** Those who are signed in need not be told to sign in. */
  readonly signedIn: boolean
  /** For the department and the office: who acts next. */
  readonly concern?: { readonly person: Person; readonly tasks: readonly Task[] } | undefined
  readonly typedReason?: string | undefined
  readonly problems?: readonly FieldProblem[] | undefined
  readonly refusal?: string | undefined
}

/** The one thing to do now: answer it, wait, or look at other calls. */
const StartBox = ({ lang, city, theme, now, signedIn }: ThemePageProps) => {
  const words = themeSentences[lang]
  const moment = themeStateAt(theme, now)
  if (moment === 'draft') return null
  if (moment === 'open' && theme.call)
    return (
      <>
        <ConsultationWay
          lang={lang}
          city={city}
          call={theme.call}
          now={now}
          about={{ theme: theme.id }}
        />
        <ButtonRow>
          <ButtonLink
            size="large"
            href={themePaths.propose(city.slug, { id: theme.id, callId: theme.call.id })}
          >
            {words.start}
          </ButtonLink>
        </ButtonRow>
        <p>{signedIn ? words.startKept : words.startNote}</p>
      </>
    )
  const heading = isCallCancelled(theme)
    ? words.callCancelledText
    : moment === 'planned' && theme.call
      ? words.notYet(bothEras(theme.call.opensOn, lang).text)
      : theme.call
        ? words.over
        : words.noCall
  return (
    <NotificationBanner lang={lang} kind="info" heading={heading}>
      <p>
        <a href={programmePaths.programmes(city.slug)}>{words.seeProgrammes}</a>
      </p>
    </NotificationBanner>
  )
}

const callFacts = ({ lang, city, theme, now }: ThemePageProps): Description[] => {
  const words = themeSentences[lang]
  const { call } = theme
  if (!call) return []
  return [
    {
      term: words.call,
      description: <a href={programmePaths.call(city.slug, call.id)}>{say(call.title, lang)}</a>,
    },
    {
      term: words.opens,
      description: (
        <Period lang={lang} from={call.opensOn} to={call.closesOn} closesAt={call.closesAt} />
      ),
    },
    { term: words.until, description: <LastDay lang={lang} call={call} now={now} /> },
  ]
}

const factsOf = (props: ThemePageProps): Description[] => {
  const { lang, city, theme } = props
  const words = themeSentences[lang]
  const { issue } = theme
  return [
    {
      term: words.department,
      description: say(nameOfCode(city.departments, theme.department), lang),
    },
    {
      term: words.cap,
      description: theme.cap === null ? words.noCap : formatYen(theme.cap, lang),
    },
    ...callFacts(props),
    ...(issue
      ? [
          {
            term: words.fromIssue,
            description: issue.title ? (
              <a href={issuePaths.issue(city.slug, issue.id)}>{issue.title}</a>
            ) : (
              words.hiddenIssue
            ),
          },
        ]
      : []),
  ]
}

const AskSection = ({ lang, city, theme }: ThemePageProps) => {
  const words = themeSentences[lang]
  const { office, phone, email } = city.contact
  return (
    <Section id="ask" title={words.ask}>
      <p>{words.askText}</p>
      <ul>
        <li>{say(nameOfCode(city.departments, theme.department), lang)}</li>
        <li>
          {say(office, lang)} {phone} {email}
        </li>
        <li>
          {say(city.centre, lang)} {city.centreContact?.phone} {city.centreContact?.email}
        </li>
      </ul>
    </Section>
  )
}

const CloseSection = (props: ThemePageProps) => {
  const { lang, city, theme, formKey, mayClose, problems } = props
  if (!mayClose) return null
  const words = themeSentences[lang]
  const problem = problems?.[0]
  return (
    <Section id="close" title={words.closeTitle}>
      <p>{words.closeText}</p>
      <Form action={themePaths.closing(city.slug, theme.id)} idempotencyKey={formKey()}>
        <Textarea
          lang={lang}
          name="reason"
          label={words.closeLabel}
          hint={words.reasonHint}
          required
          rows={3}
          max={limits.reason}
          value={props.typedReason}
          error={problem && say(problem.text, lang)}
        />
        <Button kind="danger">{words.closeButton}</Button>
      </Form>
    </Section>
  )
}

/** One theme: what the department wants, until when groups can answer, and whom to ask. */
export const ThemePage = (props: ThemePageProps) => {
  const { lang, city, now, theme, sheet, files, reader, concern, refusal } = props
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOf(props.problems ?? [], lang)} />
      {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
      <ChipRow>
        <ThemeChip lang={lang} theme={theme} now={now} />
      </ChipRow>
      <Heading level={1} over={themeWord(city, lang)}>
        {shownThemeTitle(theme.title, lang)}
      </Heading>
      {theme.summary && <Lead>{theme.summary}</Lead>}
      {props.mayEdit && (
        <ButtonRow>
          <ButtonLink kind="secondary" href={themePaths.edit(city.slug, theme.id)}>
            {themeSentences[lang].edit}
          </ButtonLink>
        </ButtonRow>
      )}
      <StartBox {...props} />
      {concern && (
        <NextSteps
          lang={lang}
          city={city}
          person={concern.person}
          now={now}
          here={themePaths.theme(city.slug, theme.id)}
          tasks={concern.tasks}
          jumps={props.mayClose ? [{ label: themeSentences[lang].closeTitle, to: 'close' }] : []}
        />
      )}
      <DescriptionList items={factsOf(props)} />
      {sheet && (
        <AnswerList
          lang={lang}
          city={city}
          definition={sheet.definition}
          answers={sheet.answers}
          visibility={sheet.visibility}
          files={files}
          reader={reader}
        />
      )}
      <AskSection {...props} />
      {props.panels}
      <CloseSection {...props} />
      <History lang={lang} city={city} entries={props.events} withNames={concern !== undefined} />
    </>
  )
}
