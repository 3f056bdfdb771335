import type { Language } from '#kernel/bilingual.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Form,
  Heading,
  HiddenInput,
  Lead,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { SentMail } from '../sent-mail.ts'
import { sentences } from '../sentences.ts'

type SentProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly formKey: string
  /** To whom, and the locked text by which it can be sent again; none for somebody who came by another way. */
  readonly sent: (SentMail & { readonly locked: string }) | undefined
  /** In a sample world without a mail server: the command line with which mails are read in the outbox. */
  readonly outbox: string | undefined
}

/** In the sample world no mail leaves: where it can be read. */
const SampleHint = ({ lang, outbox }: { lang: Language; outbox: string }) => (
  <NotificationBanner lang={lang} kind="info" heading={sentences[lang].sentSample}>
    <p>{sentences[lang].sentSampleText}</p>
    <pre class="kept-text">{outbox} mail list --text</pre>
  </NotificationBanner>
)

const Again = ({ lang, citySlug, formKey, sent }: Omit<SentProps, 'outbox'>) => {
  const words = sentences[lang]
  const other = sent?.purpose === 'reset' ? paths.reset(citySlug) : paths.signUp(citySlug)
  return (
    <Section id="not-arrived" title={words.notArrived}>
      <ul>
        {Object.values(words.notArrivedSteps).map((step) => (
          <li>{step}</li>
        ))}
      </ul>
      {sent && (
        <Form action={paths.sentAgain(citySlug)} idempotencyKey={formKey}>
          <HiddenInput name="to" value={sent.locked} />
          <Button kind="secondary">{words.sendAgain}</Button>
        </Form>
      )}
      <ButtonRow>
        <ButtonLink href={other} kind="secondary">
          {words.otherAddress}
        </ButtonLink>
      </ButtonRow>
    </Section>
  )
}

/** Says that a mail is on its way, to which address, and what to do when nothing comes. */
export const SentPage = (props: SentProps) => {
  const { lang, citySlug, sent, outbox } = props
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.sentTitle}</Heading>
      {sent && <p class="sent-to">{words.sentTo(sent.email)}</p>}
      <Lead>{words.sentLead}</Lead>
      {sent && <p>{words.sentValid[sent.purpose]}</p>}
      {outbox && <SampleHint lang={lang} outbox={outbox} />}
      <Again {...props} />
      <p>
        <a href={paths.signIn(citySlug)}>{words.toSignIn}</a>
      </p>
    </>
  )
}
