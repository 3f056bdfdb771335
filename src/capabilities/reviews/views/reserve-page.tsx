import { type Language, say } from '#kernel/bilingual.ts'
import { formatYen } from '#kernel/money.ts'
import type { FormBody } from '#web/form-data.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  DescriptionList,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  HiddenInput,
  Lead,
  MoneyInput,
  NotificationBanner,
  RadioGroup,
  Section,
  Textarea,
  When,
} from '#web/ui/index.ts'
import type { DecisionBounds } from '../decision.ts'
import type { ReserveOffer } from '../offer.ts'
import { paths } from '../paths.ts'
import type { Review, ReviewedProposal } from '../review.ts'
import { sentences } from '../sentences.ts'

/** Ways in which an answer reaches the office. */
export const answerChannels = ['counter', 'post', 'phone', 'mail'] as const
export type AnswerChannel = (typeof answerChannels)[number]

type ReserveProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly review: Review
  readonly proposal: ReviewedProposal
  readonly bounds: DecisionBounds
  readonly offer: ReserveOffer | undefined
  /** The group may still answer. */
  readonly open: boolean
  readonly inReserve: boolean
  readonly formKey: () => string
  readonly typed?: FormBody | undefined
  readonly errors?: readonly FieldError[] | undefined
  readonly refusal?: string | undefined
}

const errorIn = ({ errors = [] }: ReserveProps, id: string): string | undefined =>
  errors.find((error) => error.id === id)?.message

const OfferFacts = ({ lang, offer }: { lang: Language; offer: ReserveOffer }) => {
  const words = sentences[lang].reserve
  return (
    <DescriptionList
      items={[
        { term: words.offered, description: formatYen(offer.amount, lang) },
        { term: words.replyBy, description: <When time={dayText(offer.replyBy, lang)} /> },
        {
          term: words.answer,
          description: offer.answer ? words.answers[offer.answer] : words.waiting,
        },
      ]}
    />
  )
}

const OfferForm = (props: ReserveProps) => {
  const { lang, citySlug, review, proposal, bounds, formKey, typed } = props
  const words = sentences[lang]
  return (
    <Section id="offer" title={words.reserve.offer}>
      <p>
        {words.decision.amountHint(
          formatYen(bounds.requested, lang),
          bounds.cap === null ? '' : formatYen(bounds.cap, lang),
          bounds.left === null ? '' : formatYen(bounds.left, lang),
        )}
      </p>
      <Form action={paths.reserve(citySlug, review.id, proposal.id)} idempotencyKey={formKey()}>
        <HiddenInput name="intent" value="offer" />
        <MoneyInput
          lang={lang}
          name="amount"
          label={words.reserve.offered}
          hint={words.reserve.offerHint}
          required
          value={typed?.text('amount')}
          error={errorIn(props, 'amount')}
        />
        <Button>{words.reserve.offerButton}</Button>
      </Form>
    </Section>
  )
}

const AnswerForm = (props: ReserveProps) => {
  const { lang, citySlug, review, proposal, formKey, typed } = props
  const words = sentences[lang].reserve
  return (
    <Section id="enter" title={words.enter}>
      <p>{words.enterHint}</p>
      <Form action={paths.reserve(citySlug, review.id, proposal.id)} idempotencyKey={formKey()}>
        <HiddenInput name="intent" value="answer" />
        <RadioGroup
          lang={lang}
          name="answer"
          label={words.answer}
          required
          options={(['accepted', 'declined'] as const).map((value) => ({
            value,
            label: words.answers[value],
          }))}
          value={typed?.text('answer')}
          error={errorIn(props, 'answer')}
        />
        <RadioGroup
          lang={lang}
          name="channel"
          label={words.channel}
          required
          inline
          options={answerChannels.map((value) => ({ value, label: words.channels[value] }))}
          value={typed?.text('channel')}
          error={errorIn(props, 'channel')}
        />
        <Button kind="secondary">{words.enterButton}</Button>
      </Form>
    </Section>
  )
}

const EndForm = (props: ReserveProps) => {
  const { lang, citySlug, review, proposal, formKey, typed } = props
  const words = sentences[lang].reserve
  return (
    <Section id="end" title={words.end}>
      <Form action={paths.reserve(citySlug, review.id, proposal.id)} idempotencyKey={formKey()}>
        <HiddenInput name="intent" value="end" />
        <Textarea
          lang={lang}
          name="reason"
          label={words.endReason}
          hint={words.endReasonHint}
          required
          rows={3}
          max={1_000}
          value={typed?.text('reason')}
          error={errorIn(props, 'reason')}
        />
        <Button kind="danger">{words.endButton}</Button>
      </Form>
    </Section>
  )
}

/** What the office does with a proposal in reserve. */
export const ReservePage = (props: ReserveProps) => {
  const { lang, review, proposal, offer, open, inReserve, errors = [], refusal } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      {refusal && (
        <NotificationBanner lang={lang} kind="error" heading={words.refused} announced>
          <p>{refusal}</p>
        </NotificationBanner>
      )}
      <Heading level={1} over={`${say(review.title, lang)} ${proposal.title}`}>
        {words.reserve.title}
      </Heading>
      <Lead>{words.reserve.lead}</Lead>
      {offer && <OfferFacts lang={lang} offer={offer} />}
      {!inReserve && <p>{words.reasons['not-in-reserve']}</p>}
      {inReserve && !offer && <OfferForm {...props} />}
      {inReserve && open && <AnswerForm {...props} />}
      {inReserve && !open && <EndForm {...props} />}
    </>
  )
}
