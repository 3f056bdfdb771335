import { say } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { formatDate } from '#kernel/date-text.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  DateInput,
  type FieldError,
  Form,
  NotificationBanner,
  Section,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import type { Consultation } from '../consultation.ts'
import { consultationSentences } from '../consultation-sentences.ts'
import { heldEarlierField } from '../form.ts'
import { paths } from '../paths.ts'
import type { ConsultationPageProps } from './consultation-pages.tsx'

export type TypedRecord = {
  readonly heldOn: string
  readonly advisor: string
  readonly note: string
}

const errorOf = (errors: readonly FieldError[], name: string): string | undefined =>
  errors.find(({ id }) => id === name)?.message

/**
 * The day that is most likely: the one recorded, the one agreed, or today where none was named. While the day named
 * is still to come there is none: whoever met earlier knows when.
 */
const usualDay = ({ heldOn, appointment }: Consultation, now: Date): PlainDate | '' => {
  const today = tokyoDayOf(now)
  if (heldOn) return heldOn
  if (!appointment) return today
  return appointment.on <= today ? appointment.on : ''
}

/** Asked where the day named has not come, or where the record lies before it. */
const HeldEarlier = ({ lang, consultation, now, typed, errors }: ConsultationPageProps) => {
  const { appointment, state } = consultation
  const error = errorOf(errors, heldEarlierField)
  if (!appointment || state !== 'asked') return null
  if (!error && !typed.heldEarlier && appointment.on <= tokyoDayOf(now)) return null
  return (
    <Checkbox
      lang={lang}
      name={heldEarlierField}
      label={consultationSentences[lang].heldEarlier(formatDate(appointment.on, lang))}
      checked={typed.heldEarlier}
      error={error}
    />
  )
}

/** That the day has not come: a record before it is rarely meant. */
const NotYet = ({ lang, consultation, now }: ConsultationPageProps) => {
  const words = consultationSentences[lang]
  const { appointment, state } = consultation
  if (!appointment || state !== 'asked' || appointment.on <= tokyoDayOf(now)) return null
  return (
    <NotificationBanner
      lang={lang}
      kind="warning"
      level={3}
      heading={words.heldEarlierTitle(formatDate(appointment.on, lang))}
    >
      <p>{words.heldEarlierText}</p>
    </NotificationBanner>
  )
}

/** What staff write down: when, who, what was advised. */
export const RecordForm = (props: ConsultationPageProps) => {
  const { lang, city, now, consultation, may, typed, errors, newKey } = props
  const words = consultationSentences[lang]
  if (!may.record) return null
  return (
    <Section id="record" title={consultation.state === 'held' ? words.amend : words.record}>
      <p>{words.recordText}</p>
      <NotYet {...props} />
      <Form
        action={paths.recordConsultation(city.slug, consultation.id)}
        idempotencyKey={newKey()}
        keepsChanges
      >
        <DateInput
          lang={lang}
          name="held_on"
          label={words.heldOn}
          required
          value={typed.heldOn || usualDay(consultation, now)}
          error={errorOf(errors, 'held_on')}
        />
        <HeldEarlier {...props} />
        <TextInput
          lang={lang}
          name="advisor"
          label={words.advisor}
          hint={words.advisorHint(
            say(city.centre, lang),
            city.departments[0] ? say(city.departments[0].name, lang) : '',
          )}
          required
          value={typed.advisor || (consultation.advisor ?? '')}
          error={errorOf(errors, 'advisor')}
        />
        <Textarea
          lang={lang}
          name="note"
          label={words.note}
          hint={words.noteHint}
          required
          max={5000}
          value={typed.note || (consultation.note ?? '')}
          error={errorOf(errors, 'note')}
        />
        <ButtonRow>
          <Button>{words.save}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}

/** Calls the consultation off, with the reason. */
export const CancelForm = (props: ConsultationPageProps) => {
  const { lang, city, consultation, may, typed, errors, newKey } = props
  const words = consultationSentences[lang]
  if (!may.cancel) return null
  return (
    <Section id="cancel" title={words.cancelTitle}>
      <Form action={paths.cancelConsultation(city.slug, consultation.id)} idempotencyKey={newKey()}>
        <Textarea
          lang={lang}
          name="cancel_reason"
          label={words.cancelReason}
          required
          rows={3}
          max={2000}
          value={typed.cancelReason}
          error={errorOf(errors, 'cancel_reason')}
        />
        <ButtonRow>
          <Button kind="danger">{words.cancel}</Button>
        </ButtonRow>
      </Form>
    </Section>
  )
}
