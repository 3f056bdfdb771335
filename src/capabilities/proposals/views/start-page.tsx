import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatDateInBothEras } from '#kernel/date-text.ts'
import {
  ButtonLink,
  Disclosure,
  EmptyState,
  ErrorSummary,
  type FieldError,
  Heading,
  Lead,
  NotificationBanner,
} from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import {
  type Call,
  CallCancelled,
  CallDeadline,
  type CallMoment,
  ConsultationWay,
  programmePaths,
} from '../../programmes/index.ts'
import type { RegistrationStage } from '../conditions.ts'
import { sentences } from '../sentences.ts'
import { BeginForm } from './begin-form.tsx'
import { PaperGroup, type PaperSearch } from './paper-group.tsx'

/** A group of the reader's, and how far its registration has come. */
export type GroupChoice = {
  readonly id: string
  readonly name: string
  readonly registration: RegistrationStage
}

type Around = { readonly lang: Language; readonly city: City; readonly now: Date }

export type StartPageProps = Around & {
  readonly call: Call
  readonly moment: CallMoment
  /** Why the call was called off; undefined for every other. */
  readonly cancelledFor: string | undefined
  /** The consultation from which the group goes on. */
  readonly consultation: { readonly id: string; readonly topic: string } | undefined
  /** Groups for which the reader may begin; refused ones are told of below. */
  readonly groups: readonly GroupChoice[]
  readonly refused: readonly string[]
  readonly themes: readonly { readonly id: string; readonly title: string }[]
  readonly issue: { readonly id: string; readonly title: string } | undefined
  /** True for the office, which enters what came on paper. */
  readonly onPaper: boolean
  /** Only for the office, until it has named a group. */
  readonly paper: PaperSearch | undefined
  readonly typed: {
    readonly group: string
    readonly type: string
    readonly theme: string
    readonly channel: string
  }
  readonly errors: readonly FieldError[]
  readonly formKey: string
}

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

/** Whether the call takes proposals, kindly where it does not. */
const MomentBox = ({ lang, city, call, moment, cancelledFor }: StartPageProps) => {
  const words = sentences[lang].start
  if (cancelledFor !== undefined)
    return <CallCancelled lang={lang} city={city} reason={cancelledFor} />
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
  const { lang, city, groups, moment, onPaper, cancelledFor } = props
  const words = sentences[lang].start
  if (cancelledFor !== undefined || (moment === 'closed' && !onPaper)) return null
  if (groups.length === 0 && props.paper) return null
  if (groups.length === 0)
    return (
      <div id="group">
        <EmptyState
          title={words.noGroup}
          action={<ButtonLink href={groupPaths.guide(city.slug)}>{words.registerGroup}</ButtonLink>}
        >
          <p>{words.noGroupHelp}</p>
        </EmptyState>
      </div>
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
        <a href={programmePaths.form(city.slug, call.id)}>{words.preview}</a>
      </p>
      <MomentBox {...props} />
      {props.consultation ? (
        <p>{words.fromConsultation(props.consultation.topic)}</p>
      ) : (
        <ConsultationWay
          lang={lang}
          city={props.city}
          call={call}
          now={now}
          about={{ theme: props.typed.theme, group: props.typed.group }}
        />
      )}
      <Rules {...props} />
      <Refusals {...props} />
      <Body {...props} />
      {props.paper && <PaperGroup lang={lang} city={props.city} call={call} search={props.paper} />}
    </>
  )
}
