import {
  Button,
  CheckboxGroup,
  DateInput,
  DescriptionList,
  Form,
  Section,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { recoveryChecks } from '../recovery.ts'
import { recoverySentences } from '../sentences/recovery.ts'
import type { RecoveryPageProps } from './recovery-page.tsx'

const Fields = ({ lang, typed, errors }: RecoveryPageProps) => {
  const words = recoverySentences[lang]
  const errorOf = (id: string) => errors.find((one) => one.id === id)?.message
  return (
    <>
      <TextInput
        lang={lang}
        name="asker_name"
        label={words.askerName}
        hint={words.askerNameHint}
        required
        width="long"
        autocomplete="off"
        value={typed.text('asker_name')}
        error={errorOf('asker_name')}
      />
      <TextInput
        lang={lang}
        name="email"
        type="email"
        label={words.email}
        hint={words.emailHint}
        required
        width="long"
        autocomplete="off"
        value={typed.text('email')}
        error={errorOf('email')}
      />
      <DateInput
        lang={lang}
        name="asked_on"
        label={words.askedOn}
        required
        value={typed.text('asked_on')}
        error={errorOf('asked_on')}
      />
      <CheckboxGroup
        lang={lang}
        name="checks"
        label={words.checks}
        required
        values={typed.all('checks')}
        options={recoveryChecks.map((value) => ({ value, label: words.check[value] }))}
        error={errorOf('checks')}
      />
      <Textarea
        lang={lang}
        name="evidence"
        label={words.evidence}
        hint={words.evidenceHint}
        required
        rows={4}
        max={2_000}
        value={typed.text('evidence')}
        error={errorOf('evidence')}
      />
    </>
  )
}

/** Where the desk writes down who asked and how it was made sure. */
export const RecoveryForm = (props: RecoveryPageProps) => {
  const { lang, city, group, representative, newKey } = props
  const words = recoverySentences[lang]
  const led = representative?.active === true
  const days = city.settings.recoveryObjectionDays
  return (
    <>
      <DescriptionList
        items={[
          { term: words.now, description: led ? representative.name : words.nobody },
          {
            term: words.whatHappens,
            description: led ? words.stepsWithOld(days) : words.stepsWithoutOld,
          },
        ]}
      />
      {led && (
        <p>
          {words.handoverFirst} <a href={paths.handover(city.slug, group.id)}>{words.handover}</a>
        </p>
      )}
      <Section id="form" title={words.form}>
        <Form action={paths.recovery(city.slug, group.id)} idempotencyKey={newKey()} keepsChanges>
          <Fields {...props} />
          <Button>{words.open}</Button>
        </Form>
      </Section>
    </>
  )
}
