import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  NotificationBanner,
  RadioGroup,
  Textarea,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { Proposal } from '../proposal.ts'
import { sentences } from '../sentences.ts'
import { shownTitle } from './labels.tsx'

export type WithdrawalPageProps = {
  readonly lang: Language
  readonly city: City
  readonly proposal: Proposal
  /** True for the office, which enters a letter of the group. */
  readonly onBehalf: boolean
  readonly typed: { readonly reason: string; readonly channel: string }
  readonly errors: readonly FieldError[]
  readonly formKey: string
}

const letterChannels = ['counter', 'post', 'phone', 'mail'] as const

/** Asks for the reason after telling what a withdrawal means. */
export const WithdrawalPage = (props: WithdrawalPageProps) => {
  const { lang, city, proposal, onBehalf, typed, errors, formKey } = props
  const words = sentences[lang].withdrawal
  const consequences = (proposal.submittedAt ? words.sent : words.draft).split('\n')
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Heading level={1} over={shownTitle(proposal, lang)}>
        {words.title}
      </Heading>
      <NotificationBanner lang={lang} kind="warning" heading={words.lead}>
        <ul>
          {consequences.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </NotificationBanner>
      <Form action={paths.withdrawal(city.slug, proposal.id)} idempotencyKey={formKey} keepsChanges>
        {onBehalf && (
          <RadioGroup
            lang={lang}
            name="channel"
            label={words.channel}
            required
            value={typed.channel || 'counter'}
            options={letterChannels.map((one) => ({
              value: one,
              label: sentences[lang].channels[one],
            }))}
          />
        )}
        <Textarea
          lang={lang}
          name="reason"
          label={words.reason}
          required
          hint={words.reasonHint}
          max={2000}
          value={typed.reason}
          error={errors.find(({ id }) => id === 'reason')?.message}
        />
        <ButtonRow>
          <Button kind="danger">{words.send}</Button>
          <ButtonLink kind="secondary" href={paths.show(city.slug, proposal.id)}>
            {words.keep}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}
