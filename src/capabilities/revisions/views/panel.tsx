import { type Language, say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import {
  Button,
  ButtonRow,
  ChipLabel,
  Disclosure,
  Form,
  HiddenInput,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import type { Group, RegistrationClass } from '../../groups/index.ts'
import { lapseTexts, nextAfterLapse } from '../lapse-texts.ts'
import { paths } from '../paths.ts'
import { isOpen, kindNames, type Revision, revisionWorkflow } from '../revision.ts'
import { sentences } from '../sentences.ts'

export type RevisionPanelProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly group: Group
  readonly revisions: readonly Revision[]
  /** Classes in which the group could register too. */
  readonly further: readonly RegistrationClass[]
  readonly may: {
    readonly begin: boolean
    readonly desk: boolean
    /** True while the desk is to tell the group that its registration lapsed. */
    readonly tells: boolean
  }
  /** Until when a late renewal is taken. */
  readonly lateUntil: PlainDate | undefined
  readonly newKey: () => string
}

/** A renewal that the city asked for is not one that the group has begun to write. */
const stateOf = (revision: Revision, desk: boolean, lang: Language): string =>
  revision.kind === 'renewal' && revision.state === 'draft'
    ? sentences[lang].panel.asked
    : say(revisionWorkflow.states[revision.state][desk ? 'staff' : 'applicant'], lang)

const List = ({ lang, citySlug, may, revisions }: RevisionPanelProps) => (
  <ul>
    {revisions.map((revision) => (
      <li key={revision.id}>
        <a href={paths.revision(citySlug, revision.id)}>
          {sentences[lang].panel.pastItem(
            say(kindNames[revision.kind], lang),
            revision.receiptNumber ?? '',
          )}
        </a>{' '}
        <ChipLabel>{stateOf(revision, may.desk, lang)}</ChipLabel>
        {revision.onPaper && <ChipLabel>{sentences[lang].panel.onPaper}</ChipLabel>}
      </li>
    ))}
  </ul>
)

const Begin = ({
  props,
  kind,
  registrationClass,
  label,
}: {
  props: RevisionPanelProps
  kind: 'change' | 'addition'
  registrationClass: string
  label: string
}) => (
  <Form action={paths.begin(props.citySlug, props.group.id)} idempotencyKey={props.newKey()}>
    <HiddenInput name="kind" value={kind} />
    <HiddenInput name="class" value={registrationClass} />
    <Button kind="secondary">{label}</Button>
  </Form>
)

/** A change that is under way is gone on with: the button says so. */
const changeLabel = ({ lang, revisions, may }: RevisionPanelProps): string => {
  const words = sentences[lang].panel
  const open = revisions.filter((revision) => revision.kind === 'change' && isOpen(revision))
  const own = may.desk ? undefined : open.find(({ onPaper }) => !onPaper)
  if (!own && open.some(({ state }) => state === 'sent')) return words.changeWaiting
  if (own?.state === 'sent') return words.changeWaiting
  if (own || open.some(({ onPaper }) => onPaper)) return words.changeOn
  return may.desk ? words.changeOnPaper : words.change
}

/** What can be done after a lapse, and for staff the line about those who have not heard of it. */
const Lapsed = ({ lang, citySlug, group, may, lateUntil, newKey }: RevisionPanelProps) => {
  const words = lapseTexts[lang]
  return (
    <>
      {group.state === 'lapsed' && (
        <NotificationBanner lang={lang} kind="warning" heading={words.box}>
          <p>{nextAfterLapse(lang, lateUntil)}</p>
        </NotificationBanner>
      )}
      {may.tells && (
        <NotificationBanner lang={lang} kind="info" heading={words.tell}>
          <p>{words.tellText}</p>
          <Form action={paths.telling(citySlug, group.id)} idempotencyKey={newKey()}>
            <Button kind="secondary">{words.tellButton}</Button>
          </Form>
        </NotificationBanner>
      )}
    </>
  )
}

/** On the page of a registration: the ways to change and renew it, and what has come of them. */
export const RevisionPanel = (props: RevisionPanelProps) => {
  const { lang, group, revisions, further, may } = props
  const words = sentences[lang].panel
  const open = revisions.filter(isOpen)
  const past = revisions.filter((revision) => !isOpen(revision))
  return (
    <Section id="revisions" title={words.title}>
      <Lapsed {...props} />
      {may.begin && <p>{may.desk ? words.deskText : words.text}</p>}
      {open.length > 0 && (
        <>
          <h3>{words.open}</h3>
          <List {...props} revisions={open} />
        </>
      )}
      {may.begin && (
        <ButtonRow>
          <Begin
            props={props}
            kind="change"
            registrationClass={group.class}
            label={changeLabel(props)}
          />
          {further.map(({ code, name }) => (
            <Begin
              key={code}
              props={props}
              kind="addition"
              registrationClass={code}
              label={words.add(say(name, lang))}
            />
          ))}
        </ButtonRow>
      )}
      {past.length > 0 && (
        <Disclosure summary={words.past}>
          <List {...props} revisions={past} />
        </Disclosure>
      )}
    </Section>
  )
}
