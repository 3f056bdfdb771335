import type { Language } from '#kernel/bilingual.ts'
import {
  Button,
  ButtonLink,
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

type Around = { readonly lang: Language; readonly citySlug: string }

/** Says that a mail is on its way: the same whether or not the address is known. */
export const SentPage = ({ lang }: Pick<Around, 'lang'>) => (
  <>
    <Heading level={1}>{sentences[lang].sentTitle}</Heading>
    <Lead>{sentences[lang].sentLead}</Lead>
    <p>{sentences[lang].sentHelp}</p>
  </>
)

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

export const UsedLinkPage = ({ lang, citySlug }: Around) => (
  <>
    <Heading level={1}>{sentences[lang].usedTitle}</Heading>
    <Lead>{sentences[lang].usedLead}</Lead>
    <ButtonLink href={paths.reset(citySlug)}>{sentences[lang].resetTitle}</ButtonLink>
  </>
)

export const ResetPage = ({
  lang,
  citySlug,
  formKey,
  email,
  faults = [],
}: Around & { formKey: string; email?: string; faults?: readonly Fault[] }) => {
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOfFaults(faults, lang)} />
      <Heading level={1}>{words.resetTitle}</Heading>
      <Lead>{words.resetLead}</Lead>
      <Form action={paths.reset(citySlug)} idempotencyKey={formKey}>
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
