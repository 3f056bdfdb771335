import type { Language } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  type Description,
  DescriptionList,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  Lead,
  Section,
  Textarea,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { Member } from '../queries/memberships.ts'
import { canStillObject, type Recovery, recoveryFlow } from '../recovery.ts'
import { recoverySentences } from '../sentences/recovery.ts'
import { RecoveryForm } from './recovery-form.tsx'

export type RecoveryPageProps = {
  readonly lang: Language
  readonly city: City
  readonly today: PlainDate
  readonly group: { readonly id: string; readonly name: string }
  readonly representative: Member | undefined
  readonly recovery: Recovery | undefined
  /** What the reader is in it. */
  readonly desk: boolean
  readonly old: boolean
  readonly typed: {
    text(name: string): string
    all(name: string): string[]
  }
  readonly errors: readonly FieldError[]
  readonly newKey: () => string
}

type Under = RecoveryPageProps & { readonly recovery: Recovery }

const factsOf = ({ lang, desk, recovery, representative }: Under): Description[] => {
  const words = recoverySentences[lang]
  const state = recoveryFlow.states[recovery.state][desk ? 'staff' : 'applicant']
  const facts: Description[] = [
    { term: words.state, description: state[lang] },
    { term: words.now, description: representative?.name ?? words.nobody },
    { term: words.asked, description: recovery.asker.name },
    { term: words.askedWhen, description: formatDate(recovery.askedOn, lang) },
    {
      term: words.checkedHow,
      description: recovery.checks
        .map((check) => words.check[check])
        .join(lang === 'ja' ? '、' : ', '),
    },
    { term: words.checkedBy, description: recovery.openedBy },
  ]
  if (recovery.objectionUntil)
    facts.push({
      term: words.objectUntil,
      description: words.untilDay(formatDate(recovery.objectionUntil, lang)),
    })
  // What was shown at the desk and where the asker is reached is the staff's alone.
  if (desk)
    facts.push(
      { term: words.email, description: recovery.asker.email },
      { term: words.evidence, description: <span class="prose">{recovery.evidence}</span> },
    )
  if (recovery.objection)
    facts.push({
      term: words.objection,
      description: <span class="prose">{recovery.objection}</span>,
    })
  return facts
}

const ReasonForm = ({
  lang,
  city,
  group,
  newKey,
  typed,
  errors,
  step,
  label,
  button,
  kind,
}: RecoveryPageProps & {
  step: 'objection' | 'invitation' | 'withdrawal'
  label: string
  button: string
  kind: 'primary' | 'secondary' | 'danger'
}) => {
  const id = `${step}-reason`
  const error = errors.find((one) => one.id === id)?.message
  return (
    <Form action={paths.recoveryStep(city.slug, group.id, step)} idempotencyKey={newKey()}>
      <Textarea
        lang={lang}
        name="reason"
        id={id}
        label={label}
        required
        rows={3}
        value={error ? typed.text('reason') : ''}
        error={error}
      />
      <Button kind={kind}>{button}</Button>
    </Form>
  )
}

const Objection = (props: Under) => {
  const { lang, old, recovery, today } = props
  const words = recoverySentences[lang]
  if (!old || !canStillObject(recovery, today)) return null
  return (
    <Section id="object" title={words.objectTitle}>
      <p>{words.objectText}</p>
      <ReasonForm
        {...props}
        step="objection"
        label={words.objectReason}
        button={words.objectButton}
        kind="primary"
      />
    </Section>
  )
}

const Overrule = (props: Under) => {
  const words = recoverySentences[props.lang]
  return (
    <Section id="overrule" title={words.overruleTitle}>
      <p>{words.overruleText}</p>
      <ReasonForm
        {...props}
        step="invitation"
        label={words.reason}
        button={words.overruleButton}
        kind="secondary"
      />
    </Section>
  )
}

const Invite = (props: Under) => {
  const { lang, city, group, recovery, today, newKey } = props
  const words = recoverySentences[lang]
  if (canStillObject(recovery, today))
    return (
      <Section id="invite" title={words.inviteTitle}>
        <p>{words.inviteWait(formatDate(recovery.objectionUntil!, lang))}</p>
      </Section>
    )
  const again = recovery.state === 'invited'
  return (
    <Section id="invite" title={words.inviteTitle}>
      <p>
        {again ? words.invitedText(recovery.asker.name) : words.inviteText(recovery.asker.name)}
      </p>
      <Form
        action={paths.recoveryStep(city.slug, group.id, 'invitation')}
        idempotencyKey={newKey()}
      >
        <Button kind={again ? 'secondary' : 'primary'}>
          {again ? words.inviteAgain : words.inviteButton}
        </Button>
      </Form>
    </Section>
  )
}

const Desk = (props: Under) => {
  const words = recoverySentences[props.lang]
  return (
    <>
      {props.recovery.state === 'objected' ? <Overrule {...props} /> : <Invite {...props} />}
      <Section id="withdraw" title={words.withdrawTitle}>
        <ReasonForm
          {...props}
          step="withdrawal"
          label={words.reason}
          button={words.withdrawButton}
          kind="danger"
        />
      </Section>
    </>
  )
}

/** 代表者の再設定: asked for, told to those concerned, and gone on with. */
export const RecoveryPage = (props: RecoveryPageProps) => {
  const { lang, city, group, recovery, desk, errors } = props
  const words = recoverySentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={group.name}>
        {words.title}
      </Heading>
      <Lead>{words.lead}</Lead>
      {recovery && <DescriptionList items={factsOf({ ...props, recovery })} />}
      {recovery && <Objection {...props} recovery={recovery} />}
      {recovery && desk && <Desk {...props} recovery={recovery} />}
      {!recovery && desk && <RecoveryForm {...props} />}
      {!recovery && !desk && <p>{words.none}</p>}
      <ButtonRow>
        <ButtonLink href={paths.members(city.slug, group.id)} kind="text">
          {group.name}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}
