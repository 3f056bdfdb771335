import { type Language, say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { formatNumber } from '#kernel/number.ts'
import {
  Button,
  DateInput,
  ErrorSummary,
  Form,
  Heading,
  JumpLinks,
  Lead,
  MoneyInput,
  NotificationBanner,
  Section,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import { summaryOf } from '../../forms/index.ts'
import type { Call } from '../call.ts'
import { type FieldProblem, type Sent, stepField } from '../form.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

type SettingsProps = {
  readonly lang: Language
  readonly city: City
  readonly call: Call
  /** A fresh key for each form of the page. */
  readonly formKey: () => string
  /** What was typed, when the form comes back. */
  readonly typed?: Sent | undefined
  readonly problems?: readonly FieldProblem[] | undefined
  /** Which of the page's forms came back. */
  readonly failed?: 'dates' | 'cancellation' | undefined
  readonly refusal?: string | undefined
}

const errorOf = ({ lang, problems = [] }: SettingsProps, name: string): string | undefined => {
  const found = problems.find((problem) => problem.name === name)
  return found && say(found.text, lang)
}

const StepDates = (props: SettingsProps & { readonly at: number }) => {
  const { lang, call, typed, at } = props
  const words = sentences[lang]
  const step = call.calendar[at]
  if (!step) return null
  const name = say(step.name, lang)
  const value = (end: 'from' | 'to', day: PlainDate): string =>
    typed && props.failed === 'dates' ? typed.text(stepField(end, at)) : formatDate(day, lang)
  const labels = { from: words.fromLabel(name), to: words.toLabel(name) }
  return (
    <div class="field-pair">
      {(['from', 'to'] as const).map((end) => (
        <DateInput
          key={end}
          lang={lang}
          name={stepField(end, at)}
          label={labels[end]}
          required
          formatTold
          value={value(end, step[end])}
          error={errorOf(props, stepField(end, at))}
        />
      ))}
    </div>
  )
}

const DatesForm = (props: SettingsProps) => {
  const { lang, city, call, typed, formKey } = props
  const words = sentences[lang]
  const back = props.failed === 'dates' ? typed : undefined
  const envelope = call.envelope === null ? '' : formatNumber(call.envelope)
  return (
    <Form action={paths.settings(city.slug, call.id)} idempotencyKey={formKey()} keepsChanges>
      {call.calendar.map((_, at) => (
        <StepDates key={at} {...props} at={at} />
      ))}
      <TextInput
        lang={lang}
        name="closes_at"
        label={words.closesAt}
        required={false}
        hint={words.closesAtHint}
        width="short"
        value={back?.text('closes_at') ?? call.closesAt ?? ''}
        error={errorOf(props, 'closes_at')}
      />
      <MoneyInput
        lang={lang}
        name="envelope"
        label={words.envelopeLabel}
        required={false}
        hint={words.envelopeHint}
        value={back?.text('envelope') ?? envelope}
        error={errorOf(props, 'envelope')}
      />
      <Textarea
        lang={lang}
        name="reason"
        label={words.reason}
        required={call.state !== 'planned'}
        hint={words.reasonHint}
        rows={3}
        max={1_000}
        value={back?.text('reason')}
        error={props.failed === 'dates' ? errorOf(props, 'reason') : undefined}
      />
      <Button>{words.save}</Button>
    </Form>
  )
}

const PublishSection = ({ lang, city, call, formKey }: SettingsProps) => {
  if (call.state !== 'planned') return null
  const words = sentences[lang]
  return (
    <Section id="publication" title={words.publishTitle}>
      <p>{words.publishText}</p>
      <Form action={paths.publication(city.slug, call.id)} idempotencyKey={formKey()}>
        <Button>{words.publishButton}</Button>
      </Form>
    </Section>
  )
}

const CancelSection = (props: SettingsProps & { readonly mayCancel: boolean }) => {
  const { lang, city, call, typed, formKey } = props
  if (!props.mayCancel) return null
  const words = sentences[lang]
  const back = props.failed === 'cancellation' ? typed : undefined
  return (
    <Section id="cancellation" title={words.cancelTitle}>
      <p>{words.cancelText}</p>
      <Form action={paths.cancellation(city.slug, call.id)} idempotencyKey={formKey()}>
        <Textarea
          lang={lang}
          name="reason"
          id="cancel-reason"
          label={words.cancelReason}
          required
          rows={3}
          max={1_000}
          value={back?.text('reason')}
          error={back ? errorOf(props, 'reason') : undefined}
        />
        <Button kind="danger">{words.cancelButton}</Button>
      </Form>
    </Section>
  )
}

const EndSection = ({ lang, city, call, formKey }: SettingsProps) => {
  if (call.state !== 'decided') return null
  const words = sentences[lang]
  return (
    <Section id="end" title={words.endTitle}>
      <p>{words.endText}</p>
      <Form action={paths.end(city.slug, call.id)} idempotencyKey={formKey()}>
        <Button kind="secondary">{words.endButton}</Button>
      </Form>
    </Section>
  )
}

/** The office's page for one call: its dates and money, and its steps from preparation to end. */
export const CallSettingsPage = (props: SettingsProps & { readonly mayCancel: boolean }) => {
  const { lang, call, problems = [], failed, refusal } = props
  const words = sentences[lang]
  const errors = summaryOf(problems, lang).map((error) =>
    failed === 'cancellation' ? { ...error, id: 'cancel-reason' } : error,
  )
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
      <Heading level={1} over={say(call.title, lang)}>
        {words.settingsTitle}
      </Heading>
      <Lead>{words.settingsLead}</Lead>
      <p>{words.settingsRule}</p>
      <JumpLinks
        lang={lang}
        jumps={[
          ...(call.state === 'planned' ? [{ label: words.publishTitle, to: 'publication' }] : []),
          { label: words.settings, to: 'dates' },
          ...(props.mayCancel ? [{ label: words.cancelTitle, to: 'cancellation' }] : []),
          ...(call.state === 'decided' ? [{ label: words.endTitle, to: 'end' }] : []),
        ]}
      />
      <PublishSection {...props} />
      <Section id="dates" title={words.settings}>
        <p>{words.datesHint}</p>
        <DatesForm {...props} />
      </Section>
      <CancelSection {...props} />
      <EndSection {...props} />
    </>
  )
}
