import { type Language, say } from '#kernel/bilingual.ts'
import { type City, wordOf } from '#kernel/city.ts'
import { formatDateInBothEras } from '#kernel/date-text.ts'
import { formatYen } from '#kernel/money.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  Disclosure,
  EmptyState,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  Lead,
  NotificationBanner,
  RadioGroup,
  ResourceList,
  Select,
} from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { type Call, CallDeadline, type CallMoment, programmePaths } from '../../programmes/index.ts'
import type { RegistrationStage } from '../conditions.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

/** A group of the reader's, and how far its registration has come. */
export type GroupChoice = {
  readonly id: string
  readonly name: string
  readonly registration: RegistrationStage
}

type Around = { readonly lang: Language; readonly city: City; readonly now: Date }

/** Which call to propose to, when the address names none. */
export const ChooseCallPage = ({
  lang,
  city,
  now,
  calls,
  hrefOf,
}: Around & { readonly calls: readonly Call[]; readonly hrefOf: (call: Call) => string }) => {
  const words = sentences[lang].start
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      {calls.length === 0 ? (
        <EmptyState
          title={words.noCall}
          action={
            <ButtonLink href={programmePaths.programmes(city.slug)}>{words.otherCalls}</ButtonLink>
          }
        >
          <p>{words.noCallHelp}</p>
        </EmptyState>
      ) : (
        <>
          <Lead>{words.chooseCall}</Lead>
          <ResourceList>
            {calls.map((call) => (
              <Card key={call.id} level={2} title={say(call.title, lang)} href={hrefOf(call)}>
                <CallDeadline lang={lang} call={call} now={now} />
              </Card>
            ))}
          </ResourceList>
        </>
      )}
    </>
  )
}

export type StartPageProps = Around & {
  readonly call: Call
  readonly moment: CallMoment
  /** Groups for which the reader may begin; refused ones are told of below. */
  readonly groups: readonly GroupChoice[]
  readonly refused: readonly string[]
  readonly themes: readonly { readonly id: string; readonly title: string }[]
  readonly issue: { readonly id: string; readonly title: string } | undefined
  /** True for the office, which enters what came on paper. */
  readonly onPaper: boolean
  readonly typed: {
    readonly group: string
    readonly type: string
    readonly theme: string
    readonly channel: string
  }
  readonly errors: readonly FieldError[]
  readonly formKey: string
}

const paperChannels = ['counter', 'post', 'phone', 'mail'] as const

const errorOf = ({ errors }: StartPageProps, id: string): string | undefined =>
  errors.find((error) => error.id === id)?.message

const Rules = ({ lang, call }: StartPageProps) => {
  const words = sentences[lang].start
  return (
    <Disclosure summary={words.rules}>
      <ul>
        {call.definition.eligibility.map(({ code, text }) => (
          <li key={code}>{say(text, lang)}</li>
        ))}
      </ul>
    </Disclosure>
  )
}

const Refusals = ({ lang, city, refused }: StartPageProps) => {
  const words = sentences[lang].start
  if (refused.length === 0) return null
  return (
    <NotificationBanner lang={lang} kind="info" heading={words.rules}>
      <ul>
        {refused.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>
        <a href={groupPaths.guide(city.slug)}>{words.registerGroup}</a>
      </p>
    </NotificationBanner>
  )
}

const Types = (props: StartPageProps) => {
  const { lang, call, typed } = props
  const words = sentences[lang].start
  return (
    <RadioGroup
      lang={lang}
      name="type"
      label={words.type}
      required
      value={typed.type}
      error={errorOf(props, 'type')}
      options={call.definition.types.map((type) => ({
        value: type.code,
        label: say(type.name, lang),
        hint: [
          say(type.about, lang),
          type.themed ? `［${words.themed}］` : '',
          type.cap === null ? say(type.funding, lang) : words.cap(formatYen(type.cap, lang)),
        ]
          .filter(Boolean)
          .join(' '),
      }))}
    />
  )
}

const ThemeChoice = (props: StartPageProps) => {
  const { lang, city, call, themes, typed } = props
  const words = sentences[lang].start
  if (!call.definition.types.some((type) => type.themed)) return null
  if (themes.length === 0) return <p>{words.noThemes}</p>
  const themeWord = say(wordOf(city, 'theme', { ja: 'テーマ', en: 'theme' }), lang)
  return (
    <Select
      lang={lang}
      name="theme"
      label={`${words.theme}${lang === 'ja' ? `（${themeWord}）` : ` (${themeWord})`}`}
      required={false}
      hint={words.themeHint}
      value={typed.theme}
      error={errorOf(props, 'theme')}
      options={themes.map(({ id, title }) => ({ value: id, label: title }))}
    />
  )
}

const BeginForm = (props: StartPageProps) => {
  const { lang, city, call, groups, issue, onPaper, typed, formKey } = props
  const words = sentences[lang].start
  return (
    <Form action={paths.begin(city.slug)} idempotencyKey={formKey}>
      <HiddenInput name="call" value={call.id} />
      {issue && <HiddenInput name="issue" value={issue.id} />}
      <RadioGroup
        lang={lang}
        name="group"
        label={words.group}
        required
        value={typed.group || (groups.length === 1 ? groups[0]?.id : undefined)}
        error={errorOf(props, 'group')}
        options={groups.map(({ id, name, registration }) => ({
          value: id,
          label: name,
          hint: registration === 'applied' ? words.registering(name) : undefined,
        }))}
      />
      <Types {...props} />
      <ThemeChoice {...props} />
      {issue && (
        <p>
          {words.issue}: {issue.title}
        </p>
      )}
      {onPaper && (
        <RadioGroup
          lang={lang}
          name="channel"
          label={words.channel}
          required
          hint={words.channelHint}
          value={typed.channel}
          error={errorOf(props, 'channel')}
          options={paperChannels.map((one) => ({
            value: one,
            label: sentences[lang].channels[one],
          }))}
        />
      )}
      <ButtonRow>
        <Button size="large">{words.begin}</Button>
      </ButtonRow>
    </Form>
  )
}

/** Whether the call takes proposals, kindly where it does not. */
const MomentBox = ({ lang, city, call, moment }: StartPageProps) => {
  const words = sentences[lang].start
  if (moment === 'open') return null
  const planned = moment === 'planned'
  return (
    <NotificationBanner
      lang={lang}
      kind={planned ? 'info' : 'warning'}
      heading={planned ? words.notYet : words.closed}
    >
      <p>
        {planned ? words.notYetHelp(formatDateInBothEras(call.opensOn, lang)) : words.closedHelp}
      </p>
      <p>
        <a href={programmePaths.programmes(city.slug)}>{words.otherCalls}</a>
      </p>
    </NotificationBanner>
  )
}

const Body = (props: StartPageProps) => {
  const { lang, city, groups, moment, onPaper } = props
  const words = sentences[lang].start
  if (moment === 'closed' && !onPaper) return null
  if (groups.length === 0)
    return (
      <EmptyState
        title={words.noGroup}
        action={<ButtonLink href={groupPaths.guide(city.slug)}>{words.registerGroup}</ButtonLink>}
      >
        <p>{words.noGroupHelp}</p>
      </EmptyState>
    )
  return <BeginForm {...props} />
}

/** As which group, in which type, to which theme: the first questions of a proposal. */
export const StartPage = (props: StartPageProps) => {
  const { lang, city, call, now, errors } = props
  const words = sentences[lang].start
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={say(call.title, lang)}>
        {words.title}
      </Heading>
      <Lead>{words.lead}</Lead>
      <p>
        <CallDeadline lang={lang} call={call} now={now} />{' '}
        <a href={programmePaths.form(city.slug, call.id)}>{say(call.definition.title, lang)}</a>
      </p>
      <MomentBox {...props} />
      <Rules {...props} />
      <Refusals {...props} />
      <Body {...props} />
    </>
  )
}
