import { colon, type Language, say } from '#kernel/bilingual.ts'
import { formatYen, type Yen } from '#kernel/money.ts'
import { Button, Form, Heading, Lead, NotificationBanner, Table } from '#web/ui/index.ts'
import type { DecidedOutcome } from '../decision.ts'
import { paths } from '../paths.ts'
import { type FrozenRanking, standingOf } from '../ranking.ts'
import { isUnderReview, type Review, type ReviewedProposal } from '../review.ts'
import { sentences } from '../sentences.ts'
import { OutcomeChip, yenOrNone } from './labels.tsx'

/** What was decided on one proposal, as the list tells it. */
export type DecidedLine = {
  readonly outcome: DecidedOutcome
  readonly amount: Yen
  readonly documentNumber: string
}

type DecisionsProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly review: Review
  readonly ranking: FrozenRanking
  readonly proposals: readonly ReviewedProposal[]
  readonly decisions: ReadonlyMap<string, DecidedLine>
  readonly money: { readonly all: Yen | null; readonly left: Yen | null }
  /** The review is decided, and its call waits for more. */
  readonly callGoesOn: boolean
  readonly formKey: string
  readonly refusal?: string | undefined
}

const Decided = (props: DecisionsProps & { readonly proposal: ReviewedProposal }) => {
  const { lang, citySlug, review, proposal, decisions } = props
  const words = sentences[lang]
  const decision = decisions.get(proposal.id)
  if (proposal.state === 'withdrawn') return <>{words.show.withdrawn}</>
  if (decision)
    return (
      <>
        <OutcomeChip lang={lang} outcome={decision.outcome} /> {decision.documentNumber}
        {decision.outcome === 'reserve' && (
          <>
            <br />
            <a href={paths.reserve(citySlug, review.id, proposal.id)}>{words.decisions.reserve}</a>
          </>
        )}
      </>
    )
  return (
    <a href={paths.decision(citySlug, review.id, proposal.id)}>
      {words.decisions.decide}
      <span class="hidden-text">
        {colon[lang]}
        {proposal.title}
      </span>
    </a>
  )
}

const DecisionTable = (props: DecisionsProps) => {
  const { lang, ranking, proposals, decisions } = props
  const words = sentences[lang]
  const rankOf = (id: string): number => {
    const at = ranking.standings.findIndex(({ proposalId }) => proposalId === id)
    return at === -1 ? ranking.standings.length : at
  }
  const proposed = (id: string): string => {
    const standing = standingOf(ranking, id)
    if (!standing) return words.none
    const amount = standing.offered === null ? '' : ` ${formatYen(standing.offered, lang)}`
    return `${words.ranking.outcomes[standing.outcome]}${amount}`
  }
  return (
    <Table<ReviewedProposal>
      lang={lang}
      id="decisions"
      caption={words.decisions.table}
      stacks
      columns={[
        {
          label: words.ranking.rank,
          numeric: true,
          cell: ({ id }) => standingOf(ranking, id)?.rank ?? words.none,
        },
        { label: words.proposal, heading: true, cell: ({ title }) => title },
        { label: words.group, cell: ({ groupName }) => groupName },
        {
          label: words.ranking.total,
          numeric: true,
          cell: ({ id }) => standingOf(ranking, id)?.printed ?? words.none,
        },
        { label: words.decisions.proposed, cell: ({ id }) => proposed(id) },
        {
          label: words.decisions.decided,
          cell: (proposal) => <Decided {...props} proposal={proposal} />,
        },
        {
          label: words.decisions.amount,
          numeric: true,
          cell: ({ id }) => yenOrNone(decisions.get(id)?.amount, lang),
        },
      ]}
      rows={proposals.toSorted((a, b) => rankOf(a.id) - rankOf(b.id))}
    />
  )
}

const Finish = ({ lang, citySlug, review, proposals, formKey }: DecisionsProps) => {
  const words = sentences[lang].decisions
  if (review.state !== 'closed' || proposals.some(isUnderReview)) return null
  return (
    <>
      <p>{words.finishText}</p>
      <Form action={paths.decisions(citySlug, review.id)} idempotencyKey={formKey}>
        <Button>{words.finish}</Button>
      </Form>
    </>
  )
}

const CallGoesOn = ({ lang, citySlug, callGoesOn }: DecisionsProps) => {
  const words = sentences[lang].decisions
  if (!callGoesOn) return null
  return (
    <NotificationBanner lang={lang} kind="info" heading={words.goesOn}>
      <p>{words.goesOnText}</p>
      <p>
        <a href={paths.list(citySlug)}>{words.toReviews}</a>
      </p>
    </NotificationBanner>
  )
}

/** All proposals of a review, what the ranking proposes and what was decided. */
export const DecisionsPage = (props: DecisionsProps) => {
  const { lang, citySlug, review, money, refusal } = props
  const words = sentences[lang]
  return (
    <>
      {refusal && (
        <NotificationBanner lang={lang} kind="error" heading={words.refused} announced>
          <p>{refusal}</p>
        </NotificationBanner>
      )}
      <Heading level={1} over={say(review.title, lang)}>
        {words.decisions.title}
      </Heading>
      <Lead>{words.decisions.lead}</Lead>
      <p>
        {money.all === null || money.left === null
          ? words.decisions.unlimited
          : words.decisions.left(formatYen(money.left, lang), formatYen(money.all, lang))}
      </p>
      <CallGoesOn {...props} />
      <DecisionTable {...props} />
      <p>
        <a href={paths.ranking(citySlug, review.id)}>{words.show.toRanking}</a>
      </p>
      <Finish {...props} />
    </>
  )
}
