import type { Language } from '#kernel/bilingual.ts'
import {
  Button,
  ButtonRow,
  Disclosure,
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
import { drawSquareCode, spellSecret } from '../second-factor.ts'
import { secondFactorSentences } from '../sentences/second-factor.ts'
import { sentences } from '../sentences.ts'
import { errorOf, summaryOfFaults } from './faults.ts'

type Around = {
  readonly lang: Language
  readonly citySlug: string
  readonly next: string
  readonly newKey: () => string
  readonly faults: readonly Fault[]
  readonly heldBack: boolean
  /** The key of the second factor cannot be opened any more: no code would be right. */
  readonly keyLost: boolean
}

/** What stands above a form that came back. */
const Problems = ({
  lang,
  faults,
  heldBack,
  keyLost,
}: Pick<Around, 'lang' | 'faults' | 'heldBack' | 'keyLost'>) => (
  <>
    <ErrorSummary lang={lang} errors={summaryOfFaults(faults, lang)} />
    {heldBack && (
      <NotificationBanner lang={lang} kind="error" heading={sentences[lang].heldBack} announced />
    )}
    {keyLost && (
      <NotificationBanner
        lang={lang}
        kind="error"
        heading={secondFactorSentences[lang].keyLost}
        announced
      />
    )}
  </>
)

const CodeField = ({ lang, faults }: Pick<Around, 'lang' | 'faults'>) => {
  const words = secondFactorSentences[lang]
  return (
    <TextInput
      lang={lang}
      name="code"
      label={words.code}
      hint={words.codeHint}
      width="short"
      inputmode="numeric"
      autocomplete="one-time-code"
      error={errorOf(faults, 'code', lang)}
    />
  )
}

/** Asks for the code of the app. */
export const SecondFactorPage = (props: Around) => {
  const { lang, citySlug, next, newKey } = props
  const words = secondFactorSentences[lang]
  return (
    <>
      <Problems {...props} />
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead}</Lead>
      <Form action={paths.secondFactor(citySlug)} idempotencyKey={newKey()}>
        <HiddenInput name="next" value={next} />
        <CodeField {...props} />
        <Button size="large">{words.button}</Button>
      </Form>
      <Disclosure summary={words.lost}>
        <p>{words.lostHelp}</p>
      </Disclosure>
      <Form action={paths.signOut(citySlug)} idempotencyKey={newKey()}>
        <Button kind="text">{words.otherPerson}</Button>
      </Form>
    </>
  )
}

const SquareCode = ({ lang, address }: { lang: Language; address: string }) => {
  const { side, path } = drawSquareCode(address)
  return (
    <svg
      class="square-code"
      viewBox={`0 0 ${side} ${side}`}
      width="240"
      height="240"
      role="img"
      aria-label={secondFactorSentences[lang].squareCode}
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** Before a key is made: what it is good for, and one button. */
export const BeginEnrolmentPage = (
  props: Pick<Around, 'lang' | 'citySlug' | 'next' | 'newKey'> & { readonly required: boolean },
) => {
  const { lang, citySlug, next, newKey, required } = props
  const words = secondFactorSentences[lang]
  return (
    <>
      <Heading level={1}>{words.enrolTitle}</Heading>
      <Lead>{words.enrolLead}</Lead>
      {required && <p>{words.requiredLead}</p>}
      <Section id="app" title={words.steps.app}>
        <p>{words.steps.appText}</p>
      </Section>
      <Form action={paths.enrolment(citySlug)} idempotencyKey={newKey()}>
        <HiddenInput name="next" value={next} />
        <Button size="large">{words.begin}</Button>
      </Form>
      {required ? (
        <Form action={paths.signOut(citySlug)} idempotencyKey={newKey()}>
          <Button kind="text">{words.otherPerson}</Button>
        </Form>
      ) : (
        <p>
          <a href={paths.account(citySlug)}>{words.notNow}</a>
        </p>
      )}
    </>
  )
}

/** The new key as a square code and as text, and the field for its first code. */
export const EnrolmentPage = (
  props: Around & { readonly secret: string; readonly address: string },
) => {
  const { lang, citySlug, next, newKey, secret, address } = props
  const words = secondFactorSentences[lang]
  return (
    <>
      <Problems {...props} />
      <Heading level={1}>{words.enrolTitle}</Heading>
      <Section id="key" title={words.steps.key}>
        <p>{words.steps.keyText}</p>
        <SquareCode lang={lang} address={address} />
        <Disclosure summary={words.steps.keyByHand}>
          <p>{words.steps.keyByHandText}</p>
          <p class="spelt-key">
            <code>{spellSecret(secret)}</code>
          </p>
        </Disclosure>
      </Section>
      <Section id="confirm" title={words.steps.confirm}>
        <Form action={paths.enrolmentConfirmation(citySlug)} idempotencyKey={newKey()}>
          <HiddenInput name="next" value={next} />
          <CodeField {...props} />
          <Button size="large">{words.confirmButton}</Button>
        </Form>
        <Form action={paths.enrolment(citySlug)} idempotencyKey={newKey()}>
          <HiddenInput name="next" value={next} />
          <ButtonRow>
            <Button kind="text">{words.beginAgain}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </>
  )
}

/** Asks for a code before the second factor is turned off. */
export const TurnOffPage = (props: Around & { readonly refused: boolean }) => {
  const { lang, citySlug, newKey, refused } = props
  const words = secondFactorSentences[lang]
  return (
    <>
      <Problems {...props} />
      {refused && <NotificationBanner lang={lang} kind="warning" heading={words.offRefused} />}
      <Heading level={1}>{words.off}</Heading>
      {!refused && (
        <>
          <Lead>{words.offLead}</Lead>
          <Form action={paths.secondFactorRemoval(citySlug)} idempotencyKey={newKey()}>
            <CodeField {...props} />
            <Button kind="danger">{words.offButton}</Button>
          </Form>
        </>
      )}
    </>
  )
}
