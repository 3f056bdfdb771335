import type { Language } from '#kernel/bilingual.ts'
import { type KeptForm, keptFormField, writeKeptForm } from '#web/kept-forms/kept-form.ts'
import { Button, Form, HiddenInput } from '#web/ui/index.ts'

/** Id of the form behind the language switch of a page that carries a kept form. */
export const keptLanguageForm = 'other-language'

/** Name of the field that tells the switch from a sign-in. */
export const languageField = 'language'

/** What was written travels on, unseen, with the page's own form. */
export const CarriedForm = ({ kept }: { kept: KeptForm | undefined }) =>
  kept ? <HiddenInput name={keptFormField} value={writeKeptForm(kept)} /> : null

/** A way on to another page that takes a kept form along: a button, because a link would leave it behind. */
export const WayOnWithKept = ({
  to,
  label,
  kept,
  formKey,
}: {
  to: string
  label: string
  kept: KeptForm
  formKey: string
}) => (
  <Form action={to} idempotencyKey={formKey}>
    <CarriedForm kept={kept} />
    <Button kind="secondary">{label}</Button>
  </Form>
)

/** Carries a kept form over to the same page in the other language; the header's switch sends it. */
export const KeptLanguageForm = ({
  lang,
  page,
  kept,
  formKey,
}: {
  lang: Language
  page: string
  kept: KeptForm
  formKey: string
}) => {
  const other = lang === 'ja' ? 'en' : 'ja'
  return (
    <Form id={keptLanguageForm} action={`${page}?lang=${other}`} idempotencyKey={formKey}>
      <HiddenInput name={languageField} value={other} />
      <HiddenInput name={keptFormField} value={writeKeptForm(kept)} />
    </Form>
  )
}
