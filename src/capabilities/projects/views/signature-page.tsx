import { inBrackets, type Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  Checkbox,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  JumpLinks,
  Lead,
  NotificationBanner,
  Section,
  Textarea,
  TextInput,
} from '#web/ui/index.ts'
import { type Agreement, signatureOf } from '../agreement.ts'
import { paths } from '../paths.ts'
import type { Project, Side } from '../project.ts'
import { sentences } from '../sentences.ts'
import { AgreementBody, Fingerprint } from './agreement-body.tsx'
import { Signatures } from './agreement-page.tsx'
import { SumsNotice } from './agreement-reading.tsx'

/** A side this person may sign for; `paper` when somebody else signed by hand. */
export type SigningPlace = { readonly side: Side; readonly paper: boolean }

export type SignaturePageProps = {
  readonly lang: Language
  readonly city: City
  readonly project: Project
  readonly agreement: Agreement
  /** Sides that wait for this person's signature. */
  readonly places: readonly SigningPlace[]
  /** Sides whose signature this person may take back. */
  readonly withdrawable: readonly Side[]
  /** Name and position to begin with. */
  readonly suggested: { readonly name: string }
  readonly newKey: () => string
  /** What was typed, and for which side, when a form came back. */
  readonly typed?: { readonly side: string; text(name: string): string } | undefined
  readonly errors?: readonly FieldError[] | undefined
  readonly refusal?: string | undefined
}

/** With two forms on the page every field has its side in its id. */
const idOf = (side: Side, name: string): string => `${name}-${side}`

const SigningForm = (props: SignaturePageProps & { place: SigningPlace }) => {
  const { lang, city, project, agreement, place, typed, errors, suggested, newKey } = props
  const words = sentences[lang]
  const { side, paper } = place
  const back = typed?.side === side ? typed : undefined
  const errorOf = (name: string) =>
    back && errors?.find(({ id }) => id === idOf(side, name))?.message
  const party = agreement.version.content.parties[side]
  return (
    <Section id={`sign-${side}`} title={paper ? words.signPaper : words.signFor[side]}>
      <p>{paper ? words.signPaperText : words.signAuthority[side]}</p>
      <Form action={paths.signature(city.slug, project.id)} idempotencyKey={newKey()}>
        <HiddenInput name="side" value={side} />
        <HiddenInput name="text" value={agreement.version.sha256} />
        <TextInput
          lang={lang}
          name="title"
          id={idOf(side, 'title')}
          label={words.signPosition}
          hint={words.signPositionHint}
          required
          width="medium"
          value={back?.text('title') ?? party.position}
          error={errorOf('title')}
        />
        <TextInput
          lang={lang}
          name="name"
          id={idOf(side, 'name')}
          label={words.signName}
          hint={side === 'city' ? words.signNameHint : undefined}
          required
          width="medium"
          autocomplete="name"
          value={back?.text('name') ?? (paper || side === 'city' ? '' : suggested.name)}
          error={errorOf('name')}
        />
        <Checkbox
          lang={lang}
          name="agree"
          id={idOf(side, 'agree')}
          label={words.signAgree[side]}
          required
          checked={back?.text('agree') === 'yes'}
          error={errorOf('agree')}
        />
        <Button>{words.sign}</Button>
      </Form>
    </Section>
  )
}

const WithdrawalForm = (props: SignaturePageProps & { side: Side }) => {
  const { lang, city, project, agreement, side, typed, errors, newKey } = props
  const words = sentences[lang]
  const back = typed?.side === side ? typed : undefined
  const id = idOf(side, 'reason')
  return (
    <Section
      id={`withdraw-${side}`}
      title={`${words.withdrawTitle}${inBrackets(signatureOf(agreement, side)?.name ?? '', lang)}`}
    >
      <p>{words.withdrawText}</p>
      <Form action={paths.signatureWithdrawal(city.slug, project.id)} idempotencyKey={newKey()}>
        <HiddenInput name="side" value={side} />
        <Textarea
          lang={lang}
          name="reason"
          id={id}
          label={words.reason}
          hint={words.reasonHint}
          required
          rows={3}
          max={1_000}
          value={back?.text('reason')}
          error={back && errors?.find((error) => error.id === id)?.message}
        />
        <Button kind="secondary">{words.withdraw}</Button>
      </Form>
    </Section>
  )
}

/** The whole text once more, and below it the signature. */
export const SignaturePage = (props: SignaturePageProps) => {
  const { lang, city, project, agreement, places, withdrawable, errors = [], refusal } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      {refusal && <NotificationBanner lang={lang} kind="error" heading={refusal} announced />}
      <Heading level={1} over={project.title}>
        {words.signTitle}
      </Heading>
      <Lead>{words.signLead}</Lead>
      {words.englishNote && <p>{words.englishNote}</p>}
      <SumsNotice lang={lang} agreement={agreement} />
      <JumpLinks
        lang={lang}
        jumps={places.map(({ side, paper }) => ({
          label: paper ? words.signPaper : words.signFor[side],
          to: `sign-${side}`,
        }))}
      />
      <Section id="text" title={words.textTitle}>
        <AgreementBody content={agreement.version.content} />
        <Fingerprint
          lang={lang}
          citySlug={city.slug}
          projectId={project.id}
          version={agreement.version}
        />
      </Section>
      <Signatures lang={lang} city={city} agreement={agreement} />
      {places.length === 0 && withdrawable.length === 0 && <p>{words.signNothing}</p>}
      {places.map((place) => (
        <SigningForm key={place.side} {...props} place={place} />
      ))}
      {withdrawable.map((side) => (
        <WithdrawalForm key={side} {...props} side={side} />
      ))}
      <p>
        <a href={paths.agreement(city.slug, project.id)}>{words.openAgreement}</a>
      </p>
    </>
  )
}
