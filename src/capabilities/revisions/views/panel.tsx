import { type Language, say } from '#kernel/bilingual.ts'
import {
  Button,
  ButtonRow,
  ChipLabel,
  Disclosure,
  Form,
  HiddenInput,
  Section,
} from '#web/ui/index.ts'
import type { Group, RegistrationClass } from '../../groups/index.ts'
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
  readonly may: { readonly begin: boolean; readonly desk: boolean }
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
  const open = revisions.find((revision) => revision.kind === 'change' && isOpen(revision))
  if (open?.state === 'sent') return words.changeWaiting
  if (open) return words.changeOn
  return may.desk ? words.changeOnPaper : words.change
}

/** On the page of a registration: the ways to change and renew it, and what has come of them. */
export const RevisionPanel = (props: RevisionPanelProps) => {
  const { lang, group, revisions, further, may } = props
  const words = sentences[lang].panel
  const open = revisions.filter(isOpen)
  const past = revisions.filter((revision) => !isOpen(revision))
  return (
    <Section id="revisions" title={words.title}>
      {may.begin && <p>{may.desk ? words.deskText : words.text}</p>}
      {open.length > 0 && (
        <>
          <h3>{words.open}</h3>
          <List {...props} revisions={open} />
          {group.state === 'lapsed' && <p>{words.late}</p>}
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
