import type { Person } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import type { View } from '#web/html/jsx-runtime.ts'
import {
  ButtonLink,
  ButtonRow,
  ChipLabel,
  DescriptionList,
  ErrorSummary,
  type FieldError,
  Heading,
  Lead,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import { AnswerList, type Reader, type Sheet } from '../../forms/index.ts'
import {
  Conversation,
  History,
  type Message,
  NextSteps,
  type Notice,
  Notices,
  type StoredFile,
  type Task,
  type TimelineEntry,
} from '../../procedures/index.ts'
import { isBlocking, type Violation } from '../eligibility.ts'
import { type Group, groupKind } from '../group.ts'
import { paths } from '../paths.ts'
import type { stepsFor } from '../policy.ts'
import type { RegistrationSettings } from '../preset.ts'
import type { Agreement } from '../queries/agreements.ts'
import type { Presence } from '../queries/members.ts'
import type { Period } from '../queries/periods.ts'
import type { Visit } from '../queries/visits.ts'
import { registrationSentences } from '../registration-sentences.ts'
import { Decisions, decisionJumps, WithdrawalForm } from './decisions.tsx'
import { registrationFacts } from './registration-facts.tsx'
import { Agreed, Papers, Periods, VisitForm, Visits } from './registration-life.tsx'
import { missesPeople, WithoutPeople } from './without-people.tsx'

export type RegistrationPageProps = {
  readonly lang: Language
  readonly city: City
  readonly person: Person
  readonly now: Date
  readonly group: Group
  /** How groups of this class register. */
  readonly settings: RegistrationSettings
  /** Names of the city's classes, by code. */
  readonly classNames: ReadonlyMap<string, string>
  readonly agreements: readonly Agreement[]
  readonly periods: readonly Period[]
  readonly visits: readonly Visit[]
  readonly sheet: Sheet | undefined
  readonly files: ReadonlyMap<string, readonly StoredFile[]>
  readonly violations: readonly Violation[]
  readonly events: readonly TimelineEntry[]
  readonly tasks: readonly Task[]
  readonly messages: readonly Message[]
  readonly notices: readonly Notice[]
  /** Who can sign in for the group; the desk is told where nobody can. */
  readonly presence: Presence
  /** How much of the answers this person reads. */
  readonly reader: Reader
  /** Answers that everyone can read once the group is registered. */
  readonly publicCodes: ReadonlySet<string>
  readonly may: {
    readonly edit: boolean
    readonly talk: boolean
    readonly recordVisit: boolean
    /** True for staff who work on it. */
    readonly desk: boolean
    /** True for staff who belong to this very group. */
    readonly ownGroup: boolean
    readonly steps: ReturnType<typeof stepsFor>
  }
  readonly newKey: () => string
  /** A form of this page that came back. */
  readonly failed?: FailedStep | undefined
  /** What later capabilities add. */
  readonly panels?: readonly View[]
  /** True right after sending. */
  readonly justSent?: boolean
}

export type FailedStep = {
  readonly step: string
  readonly reason: string
  /** What was typed in other fields of that form. */
  readonly typed?: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
}

const Receipt = ({ lang, group, justSent }: RegistrationPageProps) => {
  const words = registrationSentences[lang].page.done
  if (!justSent || !group.receiptNumber) return null
  return (
    <NotificationBanner lang={lang} kind="success" heading={words.submitted} announced>
      <p>{words.submittedText(group.receiptNumber)}</p>
    </NotificationBanner>
  )
}

/** Why the group was asked to correct, as the newest such event says. */
export const reasonOfReturn = (
  group: Pick<Group, 'state'>,
  events: readonly TimelineEntry[],
): string | null =>
  group.state === 'returned'
    ? (events.findLast(({ step }) => step === 'return')?.reason ?? null)
    : null

const Asked = (props: RegistrationPageProps) => {
  const { lang, group, events } = props
  const reason = reasonOfReturn(group, events)
  if (!reason) return null
  return (
    <NotificationBanner
      lang={lang}
      kind="warning"
      heading={registrationSentences[lang].edit.returned}
    >
      <p class="prose">{reason}</p>
    </NotificationBanner>
  )
}

const Ways = ({ lang, city, group, may }: RegistrationPageProps) => {
  const words = registrationSentences[lang].page
  const edit = may.desk ? words.enter : group.state === 'returned' ? words.mend : words.edit
  return (
    <ButtonRow>
      {may.edit && <ButtonLink href={paths.edit(city.slug, group.id)}>{edit}</ButtonLink>}
      {group.number !== null && (
        <ButtonLink href={paths.group(city.slug, group.id)} kind="secondary">
          {words.open}
        </ButtonLink>
      )}
      <ButtonLink href={paths.members(city.slug, group.id)} kind="secondary">
        {words.members}
      </ButtonLink>
    </ButtonRow>
  )
}

const Warnings = ({ lang, violations }: RegistrationPageProps) => {
  const words = registrationSentences[lang].page
  if (violations.length === 0) return null
  return (
    <Section id="warnings" title={words.warnings}>
      <p>{words.warningsText}</p>
      <ul>
        {violations.map((violation) => (
          <li key={violation.rule.code}>
            <ChipLabel tone={isBlocking(violation) ? 'error' : 'warning'}>
              {isBlocking(violation) ? words.block : words.warn}
            </ChipLabel>{' '}
            {say(violation.rule.message, lang)}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Answers = (props: RegistrationPageProps) => {
  const { lang, city, group, sheet, files, reader, publicCodes } = props
  const words = registrationSentences[lang].page
  return (
    <Section id="sheet" title={group.receiptNumber ? words.sheet : words.draftSheet}>
      {sheet && <p>{words.publicMarks}</p>}
      {sheet ? (
        <AnswerList
          lang={lang}
          city={city}
          definition={sheet.definition}
          answers={sheet.answers}
          visibility={sheet.visibility}
          files={files}
          reader={reader}
          level={3}
          markedPublic={publicCodes}
        />
      ) : (
        <p>{words.nothingYet}</p>
      )}
    </Section>
  )
}

const Talk = ({ lang, city, group, messages, newKey, may }: RegistrationPageProps) =>
  may.talk ? (
    <Conversation
      lang={lang}
      city={city}
      subject={{ kind: groupKind, id: group.id }}
      messages={messages}
      formKey={newKey()}
    />
  ) : null

/** One registration with all that belongs to it, for the group and for the desk. */
export const RegistrationPage = (props: RegistrationPageProps) => {
  const { lang, city, group, events, tasks, notices, person, now, may, failed, presence } = props
  const words = registrationSentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={failed?.errors ?? []} />
      <Heading level={1} over={may.desk ? words.desk.title : words.page.over}>
        {words.page.title(group.name)}
      </Heading>
      <Receipt {...props} />
      {!may.desk && <Lead>{words.page.explained[group.state]}</Lead>}
      {may.ownGroup && <p>{words.desk.ownGroup}</p>}
      <Asked {...props} />
      <DescriptionList items={registrationFacts(props)} />
      <Ways {...props} />
      {may.desk && missesPeople(group, presence) && (
        <WithoutPeople lang={lang} citySlug={city.slug} groupId={group.id} presence={presence} />
      )}
      {(tasks.length > 0 || group.number === null) && (
        <NextSteps
          lang={lang}
          city={city}
          here={paths.registration(city.slug, group.id)}
          person={person}
          now={now}
          tasks={tasks}
          jumps={decisionJumps(props)}
        />
      )}
      <Warnings {...props} />
      {group.number !== null && props.panels}
      <Answers {...props} />
      <Papers {...props} />
      <Visits {...props} />
      <VisitForm {...props} />
      {may.desk && <Decisions {...props} />}
      {group.number === null && props.panels}
      <Agreed {...props} />
      <Periods {...props} />
      <Notices lang={lang} citySlug={city.slug} notices={notices} />
      <Talk {...props} />
      <History lang={lang} city={city} entries={events} withNames />
      {!may.desk && <WithdrawalForm {...props} />}
    </>
  )
}
