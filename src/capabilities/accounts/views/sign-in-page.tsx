import type { Language } from '#kernel/bilingual.ts'
import type { KeptForm } from '#web/kept-forms/kept-form.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  Heading,
  HiddenInput,
  Lead,
  NotificationBanner,
  Section,
  TextInput,
} from '#web/ui/index.ts'
import type { Fault } from '../form.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { errorOf, summaryOfFaults } from './faults.ts'
import { CarriedForm, KeptLanguageForm, WayOnWithKept } from './kept-language.tsx'

type SignInProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly formKey: string
  readonly next: string
  readonly email?: string
  readonly faults?: readonly Fault[]
  readonly refusal?: 'unknown' | 'held-back' | 'unconfirmed' | 'disabled'
  /** By which the mail that confirms the address can be sent again. */
  readonly mail?: string | undefined
  readonly sampleWorld: boolean
  /** A form that waits for its writer to sign in again. */
  readonly kept?: KeptForm | undefined
}

const OtherWays = ({
  lang,
  citySlug,
  next,
  sampleWorld,
  formKey,
  kept,
}: Pick<SignInProps, 'lang' | 'citySlug' | 'next' | 'sampleWorld' | 'formKey' | 'kept'>) => {
  const words = sentences[lang]
  return (
    <>
      {kept ? (
        <WayOnWithKept to={paths.reset(citySlug)} label={words.forgot} {...{ kept, formKey }} />
      ) : (
        <p>
          <a href={paths.reset(citySlug)}>{words.forgot}</a>
        </p>
      )}
      <Section id="new" title={words.noAccount}>
        {kept ? (
          <WayOnWithKept to={paths.signUp(citySlug)} label={words.signUp} {...{ kept, formKey }} />
        ) : (
          <ButtonLink href={paths.signUp(citySlug, next)} kind="secondary">
            {words.signUp}
          </ButtonLink>
        )}
      </Section>
      {sampleWorld && (
        <Section id="samples" title={words.samplesTitle}>
          <p>{words.samplesLead}</p>
          {kept ? (
            <WayOnWithKept
              to={paths.samplePeople(citySlug)}
              label={words.samplesTitle}
              {...{ kept, formKey }}
            />
          ) : (
            <ButtonLink href={paths.samplePeople(citySlug, next)} kind="secondary">
              {words.samplesTitle}
            </ButtonLink>
          )}
        </Section>
      )}
    </>
  )
}

export const SignInPage = (props: SignInProps) => {
  const { lang, citySlug, formKey, next, email, faults = [], refusal, mail, kept } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOfFaults(faults, lang)} />
      {refusal && (
        <NotificationBanner lang={lang} kind="error" heading={words.refused[refusal]}>
          {mail && (
            <Form action={paths.sentAgain(citySlug)} idempotencyKey={formKey}>
              <HiddenInput name="to" value={mail} />
              <Button kind="secondary">{words.sendAgain}</Button>
            </Form>
          )}
        </NotificationBanner>
      )}
      <Heading level={1}>{words.signIn}</Heading>
      <Lead>{words.signInLead}</Lead>
      <Form action={paths.signIn(citySlug)} idempotencyKey={formKey}>
        <HiddenInput name="next" value={next} />
        <CarriedForm kept={kept} />
        <TextInput
          lang={lang}
          name="email"
          type="email"
          label={words.email}
          autocomplete="username"
          value={email}
          error={errorOf(faults, 'email', lang)}
        />
        <TextInput
          lang={lang}
          name="password"
          type="password"
          label={words.password}
          autocomplete="current-password"
          error={errorOf(faults, 'password', lang)}
        />
        <Button size="large">{words.signInButton}</Button>
      </Form>
      <OtherWays {...props} />
      {kept && (
        <KeptLanguageForm lang={lang} page={paths.signIn(citySlug)} {...{ kept, formKey }} />
      )}
    </>
  )
}
