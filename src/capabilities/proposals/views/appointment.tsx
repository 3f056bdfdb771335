import { dayText } from '#web/moment.ts'
import {
  Button,
  DateInput,
  DescriptionList,
  Form,
  Section,
  TextInput,
  When,
} from '#web/ui/index.ts'
import { consultationSentences } from '../consultation-sentences.ts'
import { paths } from '../paths.ts'
import type { ConsultationPageProps } from './consultation-pages.tsx'

const Agree = ({ lang, city, consultation, may, newKey }: ConsultationPageProps) => {
  const words = consultationSentences[lang]
  const { appointment, id } = consultation
  if (!appointment || appointment.agreedAt || !may.agree) return null
  return (
    <Form action={paths.agreeAppointment(city.slug, id)} idempotencyKey={newKey()}>
      <p>{words.agreeText}</p>
      <Button>{words.agree}</Button>
    </Form>
  )
}

const Propose = ({
  lang,
  city,
  consultation,
  may,
  typed,
  errors,
  newKey,
}: ConsultationPageProps) => {
  const words = consultationSentences[lang]
  const { appointment, id } = consultation
  const errorOf = (name: string) => errors.find((error) => error.id === name)?.message
  if (!may.plan) return null
  return (
    <Form action={paths.appointment(city.slug, id)} idempotencyKey={newKey()} keepsChanges>
      <p>{words.planText}</p>
      <DateInput
        lang={lang}
        name="planned_on"
        label={words.plannedOn}
        required
        value={typed.plannedOn || (appointment?.on ?? '')}
        error={errorOf('planned_on')}
      />
      <TextInput
        lang={lang}
        name="planned_detail"
        label={words.plannedDetail}
        hint={words.plannedDetailHint}
        required
        value={typed.plannedDetail || (appointment?.detail ?? '')}
        error={errorOf('planned_detail')}
      />
      <Button kind="secondary">{appointment ? words.planAgain : words.plan}</Button>
    </Form>
  )
}

/** The day on which they meet: proposed by those who advise, agreed to by the group, seen by both. */
export const AppointmentSection = (props: ConsultationPageProps) => {
  const { lang, consultation } = props
  const words = consultationSentences[lang]
  const { appointment, state } = consultation
  if (state !== 'asked') return null
  return (
    <Section id="appointment" title={words.appointment}>
      {appointment ? (
        <DescriptionList
          items={[
            {
              term: words.plannedOn,
              description: <When time={dayText(appointment.on, lang)} />,
            },
            { term: words.plannedDetail, description: appointment.detail },
            {
              term: words.agreement,
              description: appointment.agreedAt ? words.agreed : words.notAgreed,
            },
          ]}
        />
      ) : (
        <p>{words.noAppointment}</p>
      )}
      <Agree {...props} />
      <Propose {...props} />
    </Section>
  )
}
