import type { Language } from '#kernel/bilingual.ts'
import type { KeptForm } from '#web/kept-forms/kept-form.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  HiddenInput,
  Lead,
  TextInput,
} from '#web/ui/index.ts'
import type { Fault } from '../form.ts'
import { paths } from '../paths.ts'
import { ownSentences } from '../sentences/own.ts'
import { sentences } from '../sentences.ts'
import { errorOf, summaryOfFaults } from './faults.ts'
import { CarriedForm, KeptLanguageForm } from './kept-language.tsx'

type Around = { readonly lang: Language; readonly citySlug: string }

/** A press is needed: mail programs open links by themselves. */
export const ConfirmPage = ({
  lang,
  citySlug,
  token,
  formKey,
  next,
}: Around & { token: string; formKey: string; next: string }) => (
  <>
    <Heading level={1}>{sentences[lang].confirmTitle}</Heading>
    <Lead>{sentences[lang].confirmLead}</Lead>
    <Form action={paths.confirmation(citySlug, token)} idempotencyKey={formKey}>
      <HiddenInput name="next" value={next} />
      <Button size="large">{sentences[lang].confirmButton}</Button>
    </Form>
  </>
)

type UsedLinkProps = Around &
  (
    | { readonly fate: 'confirmed' | 'unknown' | 'address' }
    | { readonly fate: 'expired'; readonly token: string; readonly formKey: string }
  )

/** A link that cannot be used any more, and the way on: in, or to a fresh link. */
export const UsedLinkPage = (props: UsedLinkProps) => {
  const { lang, citySlug, fate } = props
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.usedLink[fate].title}</Heading>
      <Lead>{words.usedLink[fate].lead}</Lead>
      {fate === 'expired' ? (
        <Form
          action={paths.confirmationAgain(citySlug, props.token)}
          idempotencyKey={props.formKey}
        >
          <Button size="large">{words.sendAgain}</Button>
        </Form>
      ) : (
        <ButtonRow>
          <ButtonLink href={paths.signIn(citySlug)}>{words.signIn}</ButtonLink>
          {fate === 'unknown' && (
            <ButtonLink href={paths.reset(citySlug)} kind="secondary">
              {words.resetTitle}
            </ButtonLink>
          )}
        </ButtonRow>
      )}
    </>
  )
}

export const ResetPage = ({
  lang,
  citySlug,
  formKey,
  email,
  faults = [],
  kept,
}: Around & {
  formKey: string
  email?: string
  faults?: readonly Fault[]
  kept?: KeptForm | undefined
}) => {
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOfFaults(faults, lang)} />
      <Heading level={1}>{words.resetTitle}</Heading>
      <Lead>{words.resetLead}</Lead>
      <Form action={paths.reset(citySlug)} idempotencyKey={formKey}>
        <CarriedForm kept={kept} />
        <TextInput
          lang={lang}
          name="email"
          type="email"
          label={words.email}
          hint={words.emailHint}
          required
          autocomplete="email"
          value={email}
          error={errorOf(faults, 'email', lang)}
        />
        <Button size="large">{words.resetButton}</Button>
      </Form>
      {kept && <KeptLanguageForm lang={lang} page={paths.reset(citySlug)} {...{ kept, formKey }} />}
    </>
  )
}

export const NewPasswordPage = ({
  lang,
  citySlug,
  token,
  formKey,
  faults = [],
}: Around & { token: string; formKey: string; faults?: readonly Fault[] }) => {
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOfFaults(faults, lang)} />
      <Heading level={1}>{words.newPasswordTitle}</Heading>
      <Form action={paths.newPassword(citySlug, token)} idempotencyKey={formKey}>
        <TextInput
          lang={lang}
          name="password"
          type="password"
          label={words.newPassword}
          hint={words.passwordHint}
          required
          autocomplete="new-password"
          error={errorOf(faults, 'password', lang)}
        />
        <Button size="large">{words.newPasswordButton}</Button>
      </Form>
    </>
  )
}

/** Says that somebody else has the address by now. */
export const TakenAddressPage = ({ lang, citySlug }: Around) => {
  const words = ownSentences[lang]
  return (
    <>
      <Heading level={1}>{words.takenTitle}</Heading>
      <Lead>{words.takenLead}</Lead>
      <ButtonLink href={paths.account(citySlug)}>{words.toAccount}</ButtonLink>
    </>
  )
}
