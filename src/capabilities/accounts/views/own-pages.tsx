import type { Language } from '#kernel/bilingual.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  TextInput,
} from '#web/ui/index.ts'
import type { Fault } from '../form.ts'
import { paths } from '../paths.ts'
import { ownSentences } from '../sentences/own.ts'
import { sentences } from '../sentences.ts'
import { errorOf, summaryOfFaults } from './faults.ts'

type OwnFormProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly formKey: string
  readonly faults: readonly Fault[]
  readonly heldBack: boolean
}

const Problems = ({ lang, faults, heldBack }: OwnFormProps) => (
  <>
    <ErrorSummary lang={lang} errors={summaryOfFaults(faults, lang)} />
    {heldBack && (
      <NotificationBanner lang={lang} kind="error" heading={sentences[lang].heldBack} announced />
    )}
  </>
)

const CurrentPassword = ({ lang, faults }: OwnFormProps) => (
  <TextInput
    lang={lang}
    name="current"
    type="password"
    label={ownSentences[lang].current}
    required
    autocomplete="current-password"
    error={errorOf(faults, 'current', lang)}
  />
)

export const PasswordPage = (props: OwnFormProps) => {
  const { lang, citySlug, formKey, faults } = props
  const words = ownSentences[lang]
  return (
    <>
      <Problems {...props} />
      <Heading level={1}>{words.passwordTitle}</Heading>
      <Lead>{words.passwordLead}</Lead>
      <Form action={paths.password(citySlug)} idempotencyKey={formKey}>
        <CurrentPassword {...props} />
        <TextInput
          lang={lang}
          name="password"
          type="password"
          label={sentences[lang].newPassword}
          hint={sentences[lang].passwordHint}
          required
          autocomplete="new-password"
          error={errorOf(faults, 'password', lang)}
        />
        <Button>{words.passwordButton}</Button>
      </Form>
    </>
  )
}

export const AddressPage = (props: OwnFormProps & { readonly email: string }) => {
  const { lang, citySlug, formKey, faults, email } = props
  const words = ownSentences[lang]
  return (
    <>
      <Problems {...props} />
      <Heading level={1}>{words.addressTitle}</Heading>
      <Lead>{words.addressLead}</Lead>
      <Form action={paths.address(citySlug)} idempotencyKey={formKey}>
        <TextInput
          lang={lang}
          name="email"
          type="email"
          label={words.newAddress}
          hint={sentences[lang].emailHint}
          required
          autocomplete="email"
          value={email}
          error={errorOf(faults, 'email', lang)}
        />
        <CurrentPassword {...props} />
        <Button>{words.addressButton}</Button>
      </Form>
    </>
  )
}

/** A press is needed: mail programs open links by themselves. */
export const AddressConfirmationPage = (
  props: Pick<OwnFormProps, 'lang' | 'citySlug' | 'formKey'> & { readonly token: string },
) => {
  const words = ownSentences[props.lang]
  return (
    <>
      <Heading level={1}>{words.addressTitle}</Heading>
      <Lead>{words.addressConfirmLead}</Lead>
      <Form
        action={paths.addressConfirmation(props.citySlug, props.token)}
        idempotencyKey={props.formKey}
      >
        <Button size="large">{words.addressConfirmButton}</Button>
      </Form>
    </>
  )
}
