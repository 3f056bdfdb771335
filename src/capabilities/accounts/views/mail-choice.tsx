import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { type MailPace, mailPaces } from '#kernel/mail-pace.ts'
import {
  Button,
  ButtonLink,
  Form,
  Heading,
  Lead,
  NotificationBanner,
  RadioGroup,
  Section,
  Select,
} from '#web/ui/index.ts'
import type { Fault } from '../form.ts'
import { paths } from '../paths.ts'
import { mailSentences } from '../sentences/mails.ts'
import { errorOf } from './faults.ts'

type Around = { readonly lang: Language; readonly city: City }

/** What no choice holds back. */
const AlwaysAtOnce = ({ lang, title }: { lang: Language; title: string }) => (
  <>
    <p>{title}</p>
    <ul>
      {Object.values(mailSentences[lang].always).map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  </>
)

type ChoiceProps = Around & {
  readonly pace: MailPace
  /** True while the person has not chosen. */
  readonly usual: boolean
  readonly newKey: () => string
  readonly faults: readonly Fault[]
}

/** On the page of one's account: how mails come. */
export const MailChoice = ({ lang, city, pace, usual, newKey, faults }: ChoiceProps) => {
  const words = mailSentences[lang]
  const { digestHour, digestDays } = city.settings
  const hints = { ...words.hints, daily: words.hints.daily(words.when(digestHour, digestDays)) }
  return (
    <Section id="mails" title={words.title}>
      <p>{words.lead}</p>
      {usual && <p>{words.usual}</p>}
      <Form action={paths.mails(city.slug)} idempotencyKey={newKey()}>
        <RadioGroup
          lang={lang}
          name="pace"
          label={words.choice}
          value={pace}
          options={mailPaces.map((value) => ({
            value,
            label: words.paces[value],
            hint: hints[value],
          }))}
          error={errorOf(faults, 'pace', lang)}
        />
        <AlwaysAtOnce lang={lang} title={words.alwaysTitle} />
        <Button>{words.save}</Button>
      </Form>
    </Section>
  )
}

type RuleProps = Around & { readonly newKey: () => string; readonly faults: readonly Fault[] }

/** On the page of staff: what is usual in the city. */
export const MailRuleForm = ({ lang, city, newKey, faults }: RuleProps) => {
  const words = mailSentences[lang]
  const { digestHour, digestDays, mailPace } = city.settings
  const who = { staff: words.ruleStaff, reviewer: words.ruleReviewer, others: words.ruleOthers }
  return (
    <Section id="mail-rule" title={words.rule}>
      <p>{words.ruleLead}</p>
      <Form action={paths.mailRule(city.slug)} idempotencyKey={newKey()}>
        {(['staff', 'reviewer', 'others'] as const).map((one) => (
          <RadioGroup
            key={one}
            lang={lang}
            name={one}
            label={who[one]}
            value={mailPace[one]}
            options={mailPaces.map((value) => ({ value, label: words.paces[value] }))}
            error={errorOf(faults, one, lang)}
          />
        ))}
        <Select
          lang={lang}
          name="hour"
          label={words.hour}
          required
          value={String(digestHour)}
          options={Array.from({ length: 24 }, (_, hour) => ({
            value: String(hour),
            label: words.hourOption(hour),
          }))}
          error={errorOf(faults, 'hour', lang)}
        />
        <RadioGroup
          lang={lang}
          name="days"
          label={words.days}
          value={digestDays}
          options={(['business', 'every'] as const).map((value) => ({
            value,
            label: words.dayOptions[value],
          }))}
        />
        <Button kind="secondary">{words.ruleSave}</Button>
      </Form>
    </Section>
  )
}

/** Where the link in a digest leads: a press is needed, since mail programs open links by themselves. */
export const MailStopPage = ({
  lang,
  city,
  token,
  email,
  formKey,
}: Around & { readonly token: string; readonly email: string; readonly formKey: string }) => {
  const words = mailSentences[lang]
  return (
    <>
      <Heading level={1}>{words.stopTitle}</Heading>
      <Lead>{words.stopLead(email)}</Lead>
      <AlwaysAtOnce lang={lang} title={words.stopKeeps} />
      <Form action={paths.mailStop(city.slug, token)} idempotencyKey={formKey}>
        <Button>{words.stopButton}</Button>
      </Form>
    </>
  )
}

/** After it, and for a link that we did not make. */
export const MailStoppedPage = ({ lang, city, known }: Around & { readonly known: boolean }) => {
  const words = mailSentences[lang]
  return (
    <>
      <NotificationBanner
        lang={lang}
        kind={known ? 'success' : 'warning'}
        heading={known ? words.stopped : words.unknownTitle}
        level={1}
        announced
      >
        <p>{known ? words.stoppedLead : words.unknownLead}</p>
      </NotificationBanner>
      <ButtonLink href={`${paths.account(city.slug)}#mails`} kind="secondary">
        {words.toAccount}
      </ButtonLink>
    </>
  )
}
