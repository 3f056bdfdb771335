import type { Language } from '#kernel/bilingual.ts'
import { formatYen, type Yen } from '#kernel/money.ts'
import {
  Button,
  ButtonRow,
  type Description,
  DescriptionList,
  Form,
  Heading,
  HiddenInput,
  JumpLinks,
  Lead,
  NotificationBanner,
} from '#web/ui/index.ts'
import type { CalendarStep } from '../../programmes/index.ts'
import type { DecisionDraft } from '../decision.ts'
import type { DecisionTyped } from '../decision-form.ts'
import { paths } from '../paths.ts'
import type { PublishRule } from '../published.ts'
import type { Review, ReviewedProposal } from '../review.ts'
import { sentences } from '../sentences.ts'
import { AheadNotice } from './ahead-notice.tsx'

type ConfirmProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly review: Review
  readonly proposal: ReviewedProposal
  readonly draft: DecisionDraft
  /** The same once more as it was typed, to be sent again. */
  readonly typed: DecisionTyped
  readonly publish: PublishRule
  /** What the sheet of the talks says that the city pays. */
  readonly cityCosts: Yen | undefined
  /** A step of the calendar that comes before the decision and is still ahead. */
  readonly ahead: CalendarStep | undefined
  readonly seen: string
  readonly formKey: string
}

const publishedText = ({ lang, publish, typed }: ConfirmProps): string => {
  const words = sentences[lang].decision
  const parts = [
    publish.scores === 'total' ? words.publishedTotal : '',
    publish.scores === 'per_item' ? words.publishedItems : '',
    publish.comments && typed.comments.length > 0
      ? words.publishedComments(typed.comments.length)
      : '',
  ].filter(Boolean)
  return parts.length === 0 ? words.publishedNone : parts.join(lang === 'ja' ? '、' : ', ')
}

const itemsOf = (props: ConfirmProps): readonly Description[] => {
  const { lang, draft, proposal } = props
  const words = sentences[lang]
  const text = (value: string) => <span class="prose">{value}</span>
  return [
    { term: words.group, description: proposal.groupName },
    { term: words.decision.outcome, description: words.decisions.outcomes[draft.outcome] },
    { term: words.decision.amount, description: formatYen(draft.amount, lang) },
    { term: words.decision.reason, description: text(draft.reason) },
    ...(draft.conditions
      ? [{ term: words.decision.conditions, description: text(draft.conditions) }]
      : []),
    ...(draft.deviation
      ? [{ term: words.decision.deviation, description: text(draft.deviation) }]
      : []),
    ...(props.ahead ? [{ term: words.decision.early, description: text(draft.early) }] : []),
    { term: words.decision.published, description: publishedText(props) },
  ]
}

/** A smaller amount than the two sides reckoned with: their costs are to be brought into line with it. */
const CostsNotice = ({ lang, draft, cityCosts }: ConfirmProps) => {
  const words = sentences[lang].decision
  if (cityCosts === undefined || draft.outcome === 'not_selected' || draft.amount >= cityCosts)
    return null
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words.costsTitle}>
      <p>{words.costsText(formatYen(cityCosts, lang), formatYen(draft.amount, lang))}</p>
    </NotificationBanner>
  )
}

const Hidden = ({ typed, seen }: ConfirmProps) => (
  <>
    <HiddenInput name="seen" value={seen} />
    {(['outcome', 'amount', 'reason', 'conditions', 'deviation', 'early'] as const).map((name) => (
      <HiddenInput key={name} name={name} value={typed[name]} />
    ))}
    {typed.comments.map((at) => (
      <HiddenInput key={at} name="comments" value={at} />
    ))}
  </>
)

/** Everything once more before the letter goes out. The decision is checked again when it is made. */
export const DecisionConfirmPage = (props: ConfirmProps) => {
  const { lang, citySlug, review, proposal, formKey } = props
  const words = sentences[lang].decision
  return (
    <>
      <Heading level={1} over={`${words.confirmTitle} ${proposal.receiptNumber}`}>
        {proposal.title}
      </Heading>
      <Lead>{words.confirmLead}</Lead>
      <JumpLinks lang={props.lang} jumps={[{ label: words.confirm, to: 'decide' }]} />
      <AheadNotice lang={props.lang} ahead={props.ahead} />
      <CostsNotice {...props} />
      <DescriptionList items={itemsOf(props)} />
      <Form
        action={paths.decision(citySlug, review.id, proposal.id)}
        idempotencyKey={formKey}
        id="decide"
      >
        <Hidden {...props} />
        <ButtonRow>
          <Button name="intent" value="decide">
            {words.confirm}
          </Button>
          <Button kind="secondary" name="intent" value="change">
            {words.change}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}
