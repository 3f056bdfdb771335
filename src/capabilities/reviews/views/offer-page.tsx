import type { Language } from '#kernel/bilingual.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { formatYen, type Yen } from '#kernel/money.ts'
import type { FormBody } from '#web/form-data.ts'
import { dayText } from '#web/moment.ts'
import {
  Button,
  Deadline,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  RadioGroup,
  Textarea,
} from '#web/ui/index.ts'
import type { ReserveOffer } from '../offer.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

type OfferProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly now: Date
  readonly proposal: {
    readonly id: string
    readonly title: string
    readonly requested: Yen
  }
  readonly offer: ReserveOffer
  readonly mayAnswer: boolean
  /** Why this person cannot answer now. */
  readonly why?: string | undefined
  readonly formKey: string
  readonly typed?: FormBody | undefined
  readonly problem?: 'choose' | undefined
}

const AnswerForm = ({ lang, citySlug, proposal, formKey, typed, problem }: OfferProps) => {
  const words = sentences[lang].offer
  return (
    <Form action={paths.offer(citySlug, proposal.id)} idempotencyKey={formKey}>
      <RadioGroup
        lang={lang}
        name="answer"
        label={words.answer}
        hint={words.sure}
        required
        options={[
          { value: 'accepted', label: words.accept },
          { value: 'declined', label: words.decline },
        ]}
        value={typed?.text('answer')}
        error={problem && words.choose}
      />
      <Textarea
        lang={lang}
        name="reason"
        label={words.reason}
        required={false}
        rows={3}
        max={1_000}
        value={typed?.text('reason')}
      />
      <Button>{words.button}</Button>
    </Form>
  )
}

/** Where a group in reserve answers what it was offered. */
export const OfferPage = (props: OfferProps) => {
  const { lang, now, proposal, offer, mayAnswer, why, problem } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary
        lang={lang}
        errors={problem ? [{ id: 'answer', message: words.offer.choose }] : []}
      />
      <Heading level={1} over={proposal.title}>
        {words.offer.title}
      </Heading>
      <Lead>{words.offer.lead}</Lead>
      <DescriptionList
        items={[
          { term: words.offer.amount, description: formatYen(offer.amount, lang) },
          { term: words.offer.requested, description: formatYen(proposal.requested, lang) },
          {
            term: words.offer.replyBy,
            description: (
              <Deadline
                lang={lang}
                label=""
                time={dayText(offer.replyBy, lang)}
                daysLeft={countDaysLeft(offer.replyBy, now)}
              />
            ),
          },
          ...(offer.answer
            ? [{ term: words.offer.answer, description: words.reserve.answers[offer.answer] }]
            : []),
        ]}
      />
      {mayAnswer ? <AnswerForm {...props} /> : <p>{why}</p>}
    </>
  )
}
