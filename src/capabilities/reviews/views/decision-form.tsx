import { type Language, say } from '#kernel/bilingual.ts'
import { formatYen, type Yen } from '#kernel/money.ts'
import {
  Button,
  CheckboxGroup,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  HiddenInput,
  MoneyInput,
  NotificationBanner,
  RadioGroup,
  Textarea,
} from '#web/ui/index.ts'
import type { DecisionBounds, DecisionProblem } from '../decision.ts'
import { outcomes } from '../decision.ts'
import type { DecisionTyped } from '../decision-form.ts'
import { paths } from '../paths.ts'
import type { FrozenStanding } from '../ranking.ts'
import type { Review, ReviewedProposal } from '../review.ts'
import { sentences } from '../sentences.ts'
import { AheadNotice } from './ahead-notice.tsx'
import { yenOrNone } from './labels.tsx'

export type DecisionFormProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly review: Review
  readonly proposal: ReviewedProposal
  readonly bounds: DecisionBounds
  readonly typed: DecisionTyped
  /** Comments that the programme would publish; empty when it publishes none. */
  readonly comments: readonly string[]
  /** What the sheet of the talks says that the city pays. */
  readonly cityCosts: Yen | undefined
  /** The drafted Japanese reason in the language of the page; empty on a Japanese page or without a draft. */
  readonly draftMeaning: string
  /** Which ranking this page shows. */
  readonly seen: string
  readonly formKey: string
  readonly problems?: readonly DecisionProblem[] | undefined
  readonly refusal?: string | undefined
}

/** What the ranking says of the proposal that is decided on. */
export const StandingFacts = ({
  lang,
  standing,
  proposal,
}: {
  lang: Language
  standing: FrozenStanding | undefined
  proposal: ReviewedProposal
}) => {
  const words = sentences[lang]
  const facts = [
    { term: words.group, description: proposal.groupName },
    { term: words.requested, description: formatYen(proposal.requested, lang) },
  ]
  if (!standing)
    return (
      <DescriptionList
        items={[...facts, { term: words.decision.ranking, description: words.decision.notRanked }]}
      />
    )
  return (
    <DescriptionList
      items={[
        ...facts,
        { term: words.ranking.rank, description: standing.rank ?? words.none },
        {
          term: words.ranking.total,
          description: words.ranking.totalOf(standing.printed, standing.maximum, standing.percent),
        },
        {
          term: words.ranking.result,
          description: standing.passed
            ? words.ranking.passed
            : standing.reasons.map((reason) => say(reason, lang)).join(' '),
        },
        {
          term: words.decision.ranking,
          description: `${words.ranking.outcomes[standing.outcome]} ${yenOrNone(standing.offered, lang)}`,
        },
      ]}
    />
  )
}

const amountHint = ({ lang, bounds }: DecisionFormProps): string =>
  sentences[lang].decision.amountHint(
    formatYen(bounds.requested, lang),
    bounds.cap === null ? '' : formatYen(bounds.cap, lang),
    bounds.left === null ? '' : formatYen(bounds.left, lang),
  )

const costsHint = ({ lang, cityCosts }: DecisionFormProps): string =>
  cityCosts === undefined ? '' : sentences[lang].decision.costsHint(formatYen(cityCosts, lang))

const reasonHint = ({ lang, draftMeaning }: DecisionFormProps): string => {
  const { reasonHint: hint, draftMeans } = sentences[lang].decision
  return draftMeaning === '' ? hint : `${hint} ${draftMeans(draftMeaning)}`
}

const CommentChoice = ({ lang, comments, typed }: DecisionFormProps) => {
  const words = sentences[lang].decision
  if (comments.length === 0) return null
  return (
    <CheckboxGroup
      lang={lang}
      name="comments"
      label={words.comments}
      hint={words.commentsHint}
      options={comments.map((comment, at) => ({ value: String(at), label: comment }))}
      values={typed.comments}
    />
  )
}

const Fields = (props: DecisionFormProps) => {
  const { lang, typed, problems = [] } = props
  const words = sentences[lang]
  const errorOf = (field: DecisionProblem['field']): string | undefined => {
    const found = problems.find((problem) => problem.field === field)
    return found && words.decision.problems[found.code]
  }
  const text = (field: 'reason' | 'conditions' | 'deviation' | 'early') => ({
    lang,
    name: field,
    label: words.decision[field],
    hint: words.decision[`${field}Hint`],
    max: 2_000,
    value: typed[field],
    error: errorOf(field),
  })
  return (
    <>
      <RadioGroup
        lang={lang}
        name="outcome"
        label={words.decision.outcome}
        required
        options={outcomes.map((value) => ({ value, label: words.decisions.outcomes[value] }))}
        value={typed.outcome}
        error={errorOf('outcome')}
      />
      <MoneyInput
        lang={lang}
        name="amount"
        label={words.decision.amount}
        hint={`${amountHint(props)}${costsHint(props)}`}
        value={typed.amount}
        error={errorOf('amount')}
      />
      <Textarea {...text('reason')} hint={reasonHint(props)} required rows={6} />
      <Textarea {...text('conditions')} required={false} rows={4} />
      <Textarea {...text('deviation')} required={false} rows={3} />
      {props.bounds.ahead && <Textarea {...text('early')} required rows={3} />}
    </>
  )
}

/** Where the office writes down a decision; first filled in with what the ranking proposes. */
export const DecisionFormPage = (props: DecisionFormProps) => {
  const { lang, citySlug, review, proposal, bounds, problems = [], refusal } = props
  const words = sentences[lang]
  return (
    <>
      <ErrorSummary
        lang={lang}
        errors={problems.map(({ field, code }) => ({
          id: field,
          message: words.decision.problems[code],
        }))}
      />
      {refusal && (
        <NotificationBanner lang={lang} kind="error" heading={words.refused} announced>
          <p>{refusal}</p>
        </NotificationBanner>
      )}
      <Heading level={1} over={`${words.decision.title} ${proposal.receiptNumber}`}>
        {proposal.title}
      </Heading>
      <StandingFacts lang={lang} standing={bounds.standing} proposal={proposal} />
      <AheadNotice lang={lang} ahead={bounds.ahead} />
      <Form
        action={paths.decision(citySlug, review.id, proposal.id)}
        idempotencyKey={props.formKey}
        keepsChanges
      >
        <HiddenInput name="seen" value={props.seen} />
        <Fields {...props} />
        <CommentChoice {...props} />
        <Button name="intent" value="check">
          {words.decision.toConfirm}
        </Button>
      </Form>
    </>
  )
}
