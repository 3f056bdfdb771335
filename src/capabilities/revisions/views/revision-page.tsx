import type { Person } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ChipLabel,
  type Description,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  Section,
  When,
} from '#web/ui/index.ts'
import { accountPaths } from '../../accounts/index.ts'
import { PapersByHand, papersByHand } from '../../forms/index.ts'
import { type Group, groupPaths } from '../../groups/index.ts'
import {
  Conversation,
  History,
  type Message,
  NextSteps,
  type Task,
  type TimelineEntry,
} from '../../procedures/index.ts'
import type { Campaign } from '../campaign.ts'
import { paths } from '../paths.ts'
import { isOpen, isTakenOver, kindNames, revisionKind, revisionWorkflow } from '../revision.ts'
import { sentences } from '../sentences.ts'
import { Decisions, type DecisionsProps, decisionJumps } from './decisions.tsx'
import { Differences, type DifferencesProps } from './differences.tsx'

export type RevisionPageProps = DifferencesProps &
  DecisionsProps & {
    readonly person: Person
    readonly now: Date
    readonly group: Group
    readonly className: string | undefined
    readonly campaign: Campaign | undefined
    readonly events: readonly TimelineEntry[]
    readonly tasks: readonly Task[]
    readonly messages: readonly Message[]
    readonly may: {
      readonly write: boolean
      readonly talk: boolean
      readonly desk: boolean
      readonly takeOver: boolean
      readonly giveBack: boolean
    }
    readonly justSent: boolean
    /** True for somebody who wanted to begin another one while this one waits. */
    readonly askedAgain: boolean
  }

const nameOf = (lang: Language, { revision }: RevisionPageProps): string =>
  say(kindNames[revision.kind], lang)

const factsOf = (props: RevisionPageProps): Description[] => {
  const { lang, revision, className, campaign, may } = props
  const words = sentences[lang].page
  const state = revisionWorkflow.states[revision.state][may.desk ? 'staff' : 'applicant']
  const facts: Description[] = [
    {
      term: words.state,
      description: (
        <ChipLabel tone="key" filled>
          {say(state, lang)}
        </ChipLabel>
      ),
    },
  ]
  const add = (term: string, description: Description['description'] | undefined) => {
    if (description) facts.push({ term, description })
  }
  const day = (date: Parameters<typeof dayText>[0]) => <When time={dayText(date, lang)} />
  add(words.receiptNumber, revision.receiptNumber ?? undefined)
  add(words.class, className)
  add(words.closesOn, campaign && day(campaign.closesOn))
  add(words.sentOn, revision.sentAt ? day(tokyoDayOf(revision.sentAt)) : undefined)
  if (may.desk) add(words.channel, words.channels[revision.channel])
  add(words.receivedOn, revision.receivedOn ? day(revision.receivedOn) : undefined)
  return facts
}

const Ways = ({ lang, city, revision, group, may }: RevisionPageProps) => {
  const words = sentences[lang].page
  const edit = may.desk ? words.enter : revision.state === 'returned' ? words.mend : words.edit
  return (
    <ButtonRow>
      {may.write && <ButtonLink href={paths.edit(city.slug, revision.id)}>{edit}</ButtonLink>}
      <ButtonLink href={groupPaths.registration(city.slug, group.id)} kind="secondary">
        {words.toRegistration}
      </ButtonLink>
    </ButtonRow>
  )
}

/** A renewal on paper: how staff come to enter it, and what becomes of what the group has written itself. */
const OnPaper = ({ lang, city, revision, may, newKey }: RevisionPageProps) => {
  const words = sentences[lang].page
  if (may.takeOver)
    return (
      <Section id="paper" title={words.paper}>
        <p>{revision.state === 'draft' ? words.paperText : words.paperMend}</p>
        <Form action={paths.takingOver(city.slug, revision.id)} idempotencyKey={newKey()}>
          <Button kind="secondary">{words.paperButton}</Button>
        </Form>
      </Section>
    )
  if (!isTakenOver(revision) || !isOpen(revision)) return null
  return (
    <NotificationBanner lang={lang} kind="info" heading={words.onPaper}>
      <p>{may.giveBack ? words.onPaperDesk : words.onPaperText}</p>
      {may.giveBack && (
        <Form action={paths.givingBack(city.slug, revision.id)} idempotencyKey={newKey()}>
          <Button kind="secondary">{words.giveBack}</Button>
        </Form>
      )}
    </NotificationBanner>
  )
}

const Asked = ({ lang, revision, events }: RevisionPageProps) => {
  const reason = events.findLast(({ step }) => step === 'return')?.reason
  if (revision.state !== 'returned' || !reason) return null
  return (
    <NotificationBanner lang={lang} kind="warning" heading={sentences[lang].page.returned}>
      <p class="prose">{reason}</p>
    </NotificationBanner>
  )
}

/** A new representative on paper is not yet one on this site. */
const Handover = ({ lang, city, revision, group, may }: RevisionPageProps) => {
  const words = sentences[lang].page
  const codes = [...revision.applied, ...revision.waiting]
  if (!codes.includes('representative_name') || !group.hasRepresentative || may.desk) return null
  if (revision.state === 'refused' || revision.state === 'withdrawn') return null
  return (
    <NotificationBanner lang={lang} kind="info" heading={words.handover}>
      <p>{words.handoverText}</p>
      <ButtonRow>
        <ButtonLink href={accountPaths.handover(city.slug, group.id)} kind="secondary">
          {words.handoverLink}
        </ButtonLink>
      </ButtonRow>
    </NotificationBanner>
  )
}

const Receipt = ({ lang, revision, justSent }: RevisionPageProps) => {
  const words = sentences[lang].page
  if (!justSent || !revision.receiptNumber) return null
  const heading = revision.state === 'applied' ? words.applied : words.sent
  return (
    <NotificationBanner lang={lang} kind="success" heading={heading} announced>
      <p>{words.sentText(revision.receiptNumber)}</p>
    </NotificationBanner>
  )
}

/** Why a new notice was not begun, and the way on. */
const Waiting = ({ lang, revision, askedAgain, steps, may }: RevisionPageProps) => {
  const words = sentences[lang].page
  if (!askedAgain || revision.state !== 'sent') return null
  const mayReopen = steps.some(({ name }) => name === 'reopen')
  return (
    <NotificationBanner lang={lang} kind="info" heading={words.waiting[revision.kind]} announced>
      <p>{may.desk ? words.waitingDesk : words.waitingText}</p>
      {mayReopen && (
        <p>
          <a href="#reopen">{sentences[lang].desk.reopen}</a>
        </p>
      )}
    </NotificationBanner>
  )
}

/** One change notice or renewal with all that belongs to it, for the group and for the desk. */
export const RevisionPage = (props: RevisionPageProps) => {
  const { lang, city, revision, group, person, now, may, failed } = props
  const words = sentences[lang].page
  return (
    <>
      <ErrorSummary lang={lang} errors={failed?.errors ?? []} />
      <Heading level={1} over={nameOf(lang, props)}>
        {words.title(group.name, nameOf(lang, props))}
      </Heading>
      <Receipt {...props} />
      <Waiting {...props} />
      {!may.desk && !isTakenOver(revision) && <Lead>{words.explained[revision.state]}</Lead>}
      <Asked {...props} />
      <DescriptionList items={factsOf(props)} />
      <Ways {...props} />
      <OnPaper {...props} />
      <Handover {...props} />
      <NextSteps
        lang={lang}
        city={city}
        here={paths.revision(city.slug, revision.id)}
        person={person}
        now={now}
        tasks={props.tasks}
        jumps={decisionJumps(props)}
      />
      <Differences {...props} />
      {revision.sentAt && (
        <PapersByHand
          lang={lang}
          papers={papersByHand(props.definition, props.answers)}
          events={props.events}
          action={may.desk ? paths.papers(city.slug, revision.id) : undefined}
          newKey={props.newKey}
        />
      )}
      <Decisions {...props} />
      {may.talk && (
        <Conversation
          lang={lang}
          city={city}
          subject={{ kind: revisionKind, id: revision.id }}
          messages={props.messages}
          formKey={props.newKey()}
        />
      )}
      <History lang={lang} city={city} entries={props.events} withNames />
    </>
  )
}
