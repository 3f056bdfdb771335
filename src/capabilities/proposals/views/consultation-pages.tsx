import type { Person } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { dayText } from '#web/moment.ts'
import {
  ButtonLink,
  Card,
  ChipRow,
  type Description,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  type FieldError,
  Heading,
  type Jump,
  Lead,
  ResourceList,
  When,
} from '#web/ui/index.ts'
import { AnswerList, type Sheet } from '../../forms/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { themePaths } from '../../issues/index.ts'
import {
  Conversation,
  History,
  type Message,
  NextSteps,
  type Task,
  type TimelineEntry,
} from '../../procedures/index.ts'
import { type CallHead, programmePaths } from '../../programmes/index.ts'
import type { Consultation } from '../consultation.ts'
import { consultationSentences } from '../consultation-sentences.ts'
import { paths } from '../paths.ts'
import { AboutSection, type RelatableProposal } from './about-section.tsx'
import { AppointmentSection } from './appointment.tsx'
import { CancelForm, RecordForm, type TypedRecord } from './consultation-forms.tsx'
import { ConsultationChip } from './labels.tsx'

type Around = { readonly lang: Language; readonly city: City }

/** The consultations of one's groups, or those that wait for the desk. */
export const ConsultationListPage = ({
  lang,
  city,
  consultations,
  forStaff,
}: Around & { readonly consultations: readonly Consultation[]; readonly forStaff: boolean }) => {
  const words = consultationSentences[lang]
  const ask = <ButtonLink href={paths.askConsultation(city.slug)}>{words.ask}</ButtonLink>
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.listLead}</Lead>
      {!forStaff && consultations.length > 0 && <p>{ask}</p>}
      {consultations.length === 0 ? (
        <EmptyState title={words.none} action={forStaff ? undefined : ask}>
          <p>{words.noneHelp}</p>
        </EmptyState>
      ) : (
        <ResourceList>
          {consultations.map(({ id, topic, groupName, askedAt, ...consultation }) => (
            <Card
              key={id}
              level={2}
              title={topic}
              href={paths.consultation(city.slug, id)}
              labels={
                <ConsultationChip lang={lang} consultation={consultation} forStaff={forStaff} />
              }
              facts={[
                { term: words.facts.group, description: groupName },
                {
                  term: words.facts.asked,
                  description: <When time={dayText(tokyoDayOf(askedAt), lang)} />,
                },
              ]}
            />
          ))}
        </ResourceList>
      )}
    </>
  )
}

export type ConsultationPageProps = Around & {
  readonly person: Person
  readonly now: Date
  readonly consultation: Consultation
  readonly call: CallHead | undefined
  /** Whether the reader may open the proposal it is about: a draft is its group’s alone. */
  readonly readsProposal: boolean
  readonly sheet: Sheet | undefined
  readonly tasks: readonly Task[]
  readonly events: readonly TimelineEntry[]
  readonly messages: readonly Message[]
  readonly may: {
    readonly plan: boolean
    readonly agree: boolean
    readonly record: boolean
    readonly cancel: boolean
    readonly talk: boolean
    readonly desk: boolean
    /** Says on the record which proposal it is about. */
    readonly relate: boolean
  }
  /** Proposals of the group among which staff choose; the others choose on the page of their draft. */
  readonly relatable: readonly RelatableProposal[]
  readonly typed: TypedRecord & {
    readonly cancelReason: string
    readonly plannedOn: string
    readonly plannedDetail: string
    readonly heldEarlier: boolean
    readonly proposal: string
  }
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

const factsOf = (props: ConsultationPageProps): Description[] => {
  const { lang, city, consultation, call, readsProposal } = props
  const words = consultationSentences[lang].facts
  const { groupId, groupName, proposalId, themeId, themeTitle } = consultation
  const { heldOn, advisor, note, askedAt } = consultation
  return [
    {
      term: words.group,
      description: <a href={groupPaths.group(city.slug, groupId)}>{groupName}</a>,
    },
    ...(call
      ? [
          {
            term: words.call,
            description: (
              <a href={programmePaths.call(city.slug, call.id)}>{say(call.title, lang)}</a>
            ),
          },
        ]
      : []),
    ...(themeId && themeTitle
      ? [
          {
            term: consultationSentences[lang].themeWord,
            description: <a href={themePaths.theme(city.slug, themeId)}>{themeTitle}</a>,
          },
        ]
      : []),
    ...(proposalId && readsProposal
      ? [
          {
            term: words.proposal,
            description: (
              <a href={paths.show(city.slug, proposalId)}>
                {consultationSentences[lang].openProposal}
              </a>
            ),
          },
        ]
      : []),
    { term: words.asked, description: <When time={dayText(tokyoDayOf(askedAt), lang)} /> },
    ...(heldOn ? [{ term: words.held, description: <When time={dayText(heldOn, lang)} /> }] : []),
    ...(advisor ? [{ term: words.advisor, description: advisor }] : []),
    ...(note ? [{ term: words.note, description: <span class="prose">{note}</span> }] : []),
  ]
}

const Talk = ({ lang, city, consultation, messages, may, newKey }: ConsultationPageProps) =>
  may.talk ? (
    <Conversation
      lang={lang}
      city={city}
      subject={{ kind: 'consultation', id: consultation.id }}
      messages={messages}
      formKey={newKey()}
    />
  ) : null

/** The forms further down, in the order in which they are needed. */
const jumpsOf = ({ lang, consultation, may }: ConsultationPageProps): readonly Jump[] => {
  const words = consultationSentences[lang]
  const { state, appointment } = consultation
  return [
    ...(may.agree && appointment && !appointment.agreedAt
      ? [{ label: words.answerDay, to: 'appointment' }]
      : []),
    ...(may.plan ? [{ label: appointment ? words.planAgain : words.plan, to: 'appointment' }] : []),
    ...(may.record ? [{ label: state === 'held' ? words.amend : words.record, to: 'record' }] : []),
    ...(may.talk ? [{ label: words.toMessages, to: 'messages' }] : []),
  ]
}

/** One consultation: what it is about, when it was held, what was advised. */
export const ConsultationPage = (props: ConsultationPageProps) => {
  const { lang, city, person, now, consultation, sheet, tasks, events, may, errors } = props
  const words = consultationSentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <ChipRow>
        <ConsultationChip lang={lang} consultation={consultation} forStaff={may.desk} />
      </ChipRow>
      <Heading level={1} over={words.title}>
        {consultation.topic}
      </Heading>
      <NextSteps
        lang={lang}
        city={city}
        here={paths.consultation(city.slug, consultation.id)}
        person={person}
        now={now}
        tasks={tasks}
        jumps={jumpsOf(props)}
      />
      <DescriptionList items={factsOf(props)} />
      <AboutSection {...props} />
      {sheet && (
        <AnswerList
          lang={lang}
          city={city}
          definition={sheet.definition}
          answers={sheet.answers}
          visibility={sheet.visibility}
          reader="staff"
        />
      )}
      <AppointmentSection {...props} />
      <RecordForm {...props} />
      <Talk {...props} />
      <History lang={lang} city={city} entries={events} withNames />
      <CancelForm {...props} />
    </>
  )
}
