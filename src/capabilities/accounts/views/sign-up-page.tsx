import type { Language } from '#kernel/bilingual.ts'
import type { KeptForm } from '#web/kept-forms/kept-form.ts'
import {
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  Heading,
  HiddenInput,
  Lead,
  Link,
  TextInput,
} from '#web/ui/index.ts'
import type { Fault } from '../form.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { errorOf, summaryOfFaults } from './faults.ts'
import { CarriedForm, KeptLanguageForm } from './kept-language.tsx'

type SignUpProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly formKey: string
  readonly typed?: {
    readonly name: string
    readonly nameKana: string
    readonly email: string
    readonly consent: boolean
  }
  readonly next: string
  readonly faults?: readonly Fault[]
  /** A form that waits for its writer to be in. */
  readonly kept?: KeptForm | undefined
}

const ConsentLinks = ({ lang, citySlug }: { lang: Language; citySlug: string }) => (
  <>
    <Link lang={lang} href={`/${citySlug}/terms`} newTab>
      {sentences[lang].readTerms}
    </Link>
    {lang === 'ja' ? '　' : ' '}
    <Link lang={lang} href={`/${citySlug}/privacy`} newTab>
      {sentences[lang].readPrivacy}
    </Link>
  </>
)

export const SignUpPage = (props: SignUpProps) => {
  const { lang, citySlug, formKey, typed, next, faults = [], kept } = props
  const words = sentences[lang]
  const error = (field: string) => errorOf(faults, field, lang)
  return (
    <>
      <ErrorSummary lang={lang} errors={summaryOfFaults(faults, lang)} />
      <Heading level={1}>{words.signUp}</Heading>
      <Lead>{words.signUpLead}</Lead>
      <Form action={paths.signUp(citySlug)} idempotencyKey={formKey} keepsChanges>
        <HiddenInput name="next" value={next} />
        <CarriedForm kept={kept} />
        <TextInput
          lang={lang}
          name="name"
          label={words.name}
          hint={words.nameHint}
          required
          autocomplete="name"
          value={typed?.name}
          error={error('name')}
        />
        <TextInput
          lang={lang}
          name="name_kana"
          label={words.kana}
          hint={words.kanaHint}
          required={false}
          autocomplete="off"
          value={typed?.nameKana}
          error={error('name_kana')}
        />
        <TextInput
          lang={lang}
          name="email"
          type="email"
          label={words.email}
          hint={words.emailHint}
          required
          autocomplete="email"
          value={typed?.email}
          error={error('email')}
        />
        <TextInput
          lang={lang}
          name="password"
          type="password"
          label={words.newPassword}
          hint={typed ? `${words.passwordAgain} ${words.passwordHint}` : words.passwordHint}
          required
          autocomplete="new-password"
          error={error('password')}
        />
        <Checkbox
          lang={lang}
          name="consent"
          value="yes"
          label={words.consent}
          required
          hint={<ConsentLinks lang={lang} citySlug={citySlug} />}
          checked={typed?.consent ?? false}
          error={error('consent')}
        />
        <Button size="large">{words.signUpButton}</Button>
      </Form>
      {kept && (
        <KeptLanguageForm lang={lang} page={paths.signUp(citySlug)} {...{ kept, formKey }} />
      )}
    </>
  )
}
