import { type Language, say } from '#kernel/bilingual.ts'
import type { FormBody } from '#web/form-data.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Heading,
  JumpLinks,
  Lead,
  NotificationBanner,
  Textarea,
} from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { ClosingState } from '../progress.ts'
import type { Review } from '../review.ts'
import { explainRubric } from '../scoring.ts'
import { sentences } from '../sentences.ts'
import { RuleLines } from './labels.tsx'

type ClosingProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly review: Review
  readonly closing: ClosingState
  /** Proposals of the call that are on their way and not in this review. */
  readonly outside: readonly { readonly id: string; readonly title: string }[]
  /** The call still takes proposals. */
  readonly callOpen: boolean
  readonly formKey: string
  readonly typed?: FormBody | undefined
  /** True when the form came back without its reason. */
  readonly reasonMissing?: boolean | undefined
}

const StillOpen = ({ lang, review, closing }: ClosingProps) => {
  const words = sentences[lang].closing
  if (!closing.reasonNeeded) return <p>{words.complete}</p>
  return (
    <NotificationBanner
      lang={lang}
      kind="warning"
      heading={closing.missing > 0 ? words.missing(closing.missing) : words.complete}
    >
      {closing.belowQuorum.length > 0 && (
        <>
          <p>{words.belowQuorum(review.rubric.quorum)}</p>
          <ul>
            {closing.belowQuorum.map((proposal) => (
              <li key={proposal.id}>
                {proposal.receiptNumber} {proposal.title}
              </li>
            ))}
          </ul>
        </>
      )}
    </NotificationBanner>
  )
}

/** Whoever closes early learns what the decision would leave behind. */
const LeftBehind = ({ lang, outside, callOpen }: ClosingProps) => {
  const words = sentences[lang].closing
  if (outside.length === 0 && !callOpen) return null
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words.leftBehind}>
      {callOpen && <p>{words.callOpen}</p>}
      {outside.length > 0 && (
        <>
          <p>{words.outside(outside.length)}</p>
          <ul>
            {outside.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </>
      )}
      <p>{words.leftBehindText}</p>
    </NotificationBanner>
  )
}

/** The last look before scoring ends for good. */
export const ClosingPage = (props: ClosingProps) => {
  const { lang, citySlug, review, closing, formKey, typed, reasonMissing } = props
  const words = sentences[lang]
  const error = reasonMissing ? words.reasons['reason-needed'] : undefined
  return (
    <>
      <ErrorSummary lang={lang} errors={error ? [{ id: 'reason', message: error }] : []} />
      <Heading level={1} over={say(review.title, lang)}>
        {words.closing.title}
      </Heading>
      <Lead>{words.closing.lead}</Lead>
      <JumpLinks lang={lang} jumps={[{ label: words.closing.button, to: 'close' }]} />
      <StillOpen {...props} />
      <LeftBehind {...props} />
      <RuleLines lang={lang} rule={explainRubric(review.rubric)} summary={words.show.rule} />
      <Form action={paths.closing(citySlug, review.id)} idempotencyKey={formKey} id="close">
        {closing.reasonNeeded && (
          <Textarea
            lang={lang}
            name="reason"
            label={words.closing.reason}
            hint={words.closing.reasonHint}
            required
            rows={3}
            max={1_000}
            value={typed?.text('reason')}
            error={error}
          />
        )}
        <Button kind="danger">{words.closing.button}</Button>
      </Form>
    </>
  )
}
