import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { formatYen } from '#kernel/money.ts'
import type { Child, View } from '#web/html/jsx-runtime.ts'
import {
  ButtonLink,
  ButtonRow,
  ChipLabel,
  ChipRow,
  DescriptionList,
  Heading,
  Lead,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import { History, type TimelineEntry } from '../../procedures/index.ts'
import { type Call, callStateAt, isCancelled } from '../call.ts'
import { needsConsultation } from '../consultation.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { CalendarSteps } from './calendar-steps.tsx'
import { CallCancelled } from './call-cancelled.tsx'
import { CallChips, LastDay } from './call-labels.tsx'
import { ConsultationWay } from './consultation-way.tsx'
import { bothEras, Period } from './days.tsx'
import { TypesTable } from './programme-rules.tsx'

type CallPageProps = {
  readonly lang: Language
  readonly city: City
  readonly call: Call
  readonly now: Date
  readonly events: readonly TimelineEntry[]
  readonly withNames: boolean
  readonly mayManage: boolean
  /** Those who are signed in need not be told to sign in. */
  readonly signedIn: boolean
  readonly panels: readonly View[]
}

/** How a call was cancelled before it opened; undefined for every other. */
const cancellationOf = ({ call, events }: CallPageProps): TimelineEntry | undefined =>
  isCancelled(call) ? events.find(({ step }) => step === 'cancel') : undefined

/** The one thing to do now: begin, wait until it opens, or look elsewhere. */
const StartBox = ({ lang, city, call, now, signedIn }: CallPageProps) => {
  const words = sentences[lang]
  const moment = callStateAt(call, now)
  if (moment === 'open')
    return (
      <>
        <ButtonRow>
          <ButtonLink size="large" href={paths.startProposal(city.slug, call.id)}>
            {words.startProposal}
          </ButtonLink>
          <ButtonLink size="large" kind="secondary" href={paths.form(city.slug, call.id)}>
            {words.previewForm}
          </ButtonLink>
        </ButtonRow>
        <p>{signedIn ? words.startKept : words.startNote}</p>
      </>
    )
  const heading =
    moment === 'planned' ? words.notYet(bothEras(call.opensOn, lang).text) : words.over
  return (
    <NotificationBanner lang={lang} kind="info" heading={heading}>
      <p>
        {moment === 'planned' ? (
          <a href={paths.form(city.slug, call.id)}>{words.previewForm}</a>
        ) : (
          <a href={paths.programmes(city.slug)}>{words.otherCalls}</a>
        )}
      </p>
    </NotificationBanner>
  )
}

const factsOf = (props: CallPageProps): { term: string; description: Child }[] => {
  const { lang, city, call, now } = props
  const words = sentences[lang]
  return [
    {
      term: words.receiptWindow,
      description: (
        <Period lang={lang} from={call.opensOn} to={call.closesOn} closesAt={call.closesAt} />
      ),
    },
    ...(cancellationOf(props)
      ? []
      : [{ term: words.until, description: <LastDay lang={lang} call={call} now={now} /> }]),
    ...(call.envelope === null
      ? []
      : [{ term: words.envelope, description: formatYen(call.envelope, lang) }]),
    { term: words.maxYears, description: words.years(call.definition.maxYears) },
    {
      term: words.programmeOf,
      description: (
        <a href={paths.programme(city.slug, call.programmeId)}>
          {say(call.definition.title, lang)}
        </a>
      ),
    },
  ]
}

/** One year's call: until when, for what, with what money, and how to begin. */
export const CallPage = (props: CallPageProps) => {
  const { lang, city, call, now, events, withNames, mayManage, panels } = props
  const words = sentences[lang]
  const cancelled = cancellationOf(props)
  return (
    <>
      <ChipRow>
        {cancelled ? (
          <ChipLabel tone="warning">{words.cancelledChip}</ChipLabel>
        ) : (
          <CallChips lang={lang} call={call} now={now} />
        )}
      </ChipRow>
      <Heading level={1} over={words.title}>
        {say(call.title, lang)}
      </Heading>
      <Lead>{words.callLead(say(call.definition.title, lang))}</Lead>
      {mayManage && !cancelled && (
        <ButtonRow>
          <ButtonLink kind="secondary" href={paths.settings(city.slug, call.id)}>
            {words.settings}
          </ButtonLink>
        </ButtonRow>
      )}
      {cancelled ? (
        <CallCancelled lang={lang} city={city} reason={cancelled.reason ?? ''} />
      ) : (
        <>
          {needsConsultation(call, now) && (
            <ConsultationWay lang={lang} city={city} call={call} now={now} />
          )}
          <StartBox {...props} />
        </>
      )}
      <DescriptionList items={factsOf(props)} />
      <Section id="types" title={words.types}>
        <TypesTable lang={lang} definition={call.definition} />
      </Section>
      <Section
        id="consult"
        title={words.consultTitle}
        more={{
          href: `${paths.programme(city.slug, call.programmeId)}#who`,
          label: words.whoProposes,
        }}
      >
        <ConsultationWay lang={lang} city={city} call={call} now={now} full />
      </Section>
      {panels}
      {!cancelled && (
        <Section
          id="schedule"
          title={words.schedule}
          more={{
            href: `${paths.programme(city.slug, call.programmeId)}#decision`,
            label: words.decision,
          }}
        >
          <CalendarSteps lang={lang} calendar={call.calendar} now={now} closesAt={call.closesAt} />
        </Section>
      )}
      <History lang={lang} city={city} entries={events} withNames={withNames} />
    </>
  )
}
