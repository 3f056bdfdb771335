import type { Person } from '#kernel/actor.ts'
import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { formatYen } from '#kernel/money.ts'
import { dayText } from '#web/moment.ts'
import {
  ButtonLink,
  ButtonRow,
  ChipRow,
  Deadline,
  DescriptionList,
  Heading,
  NotificationBanner,
  ProgressIndicator,
  Section,
  Table,
  When,
} from '#web/ui/index.ts'
import { History, NextSteps, type Task, type TimelineEntry } from '../../procedures/index.ts'
import { paths } from '../paths.ts'
import { isUnderReview, type Review, type ReviewedProposal } from '../review.ts'
import { explainRubric } from '../scoring.ts'
import { sentences } from '../sentences.ts'
import { type OwnPart, PartChip, ReviewStateChip, RuleLines } from './labels.tsx'

/** What a member of the committee sees of their own work. */
export type OwnWork = {
  readonly declaredAll: boolean
  readonly parts: ReadonlyMap<string, OwnPart>
}

type ReviewPageProps = {
  readonly lang: Language
  readonly city: City
  readonly person: Person | undefined
  readonly now: Date
  readonly review: Review
  readonly proposals: readonly ReviewedProposal[]
  readonly own?: OwnWork | undefined
  readonly office: boolean
  readonly mayRank: boolean
  readonly tasks: readonly Task[]
  readonly events: readonly TimelineEntry[]
}

const Facts = ({ lang, review, now }: ReviewPageProps) => {
  const words = sentences[lang]
  const day = (at: Date) => <When time={dayText(tokyoDayOf(at), lang)} />
  const due =
    review.state === 'scoring' ? (
      <Deadline
        lang={lang}
        label=""
        time={dayText(review.dueOn, lang)}
        daysLeft={countDaysLeft(review.dueOn, now)}
        passed="overdue"
      />
    ) : (
      <When time={dayText(review.dueOn, lang)} />
    )
  return (
    <DescriptionList
      items={[
        { term: words.openedOn, description: day(review.openedAt) },
        { term: words.due, description: due },
        ...(review.closedAt ? [{ term: words.closedOn, description: day(review.closedAt) }] : []),
      ]}
    />
  )
}

const DeclareFirst = ({ lang, city, review }: ReviewPageProps) => {
  const words = sentences[lang].show
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words.declareFirst} level={3}>
      <p>{words.declareText}</p>
      <ButtonRow>
        <ButtonLink href={paths.interest(city.slug, review.id)}>{words.declareButton}</ButtonLink>
      </ButtonRow>
    </NotificationBanner>
  )
}

const partOf = (own: OwnWork, proposal: ReviewedProposal): OwnPart =>
  own.parts.get(proposal.id) ?? 'undeclared'

const OwnTable = (props: ReviewPageProps & { readonly own: OwnWork }) => {
  const { lang, city, review, proposals, own } = props
  const words = sentences[lang]
  const opens = (row: ReviewedProposal): boolean =>
    own.declaredAll && partOf(own, row) !== 'recused' && review.state !== 'decided'
  return (
    <Table<ReviewedProposal>
      lang={lang}
      id="own-proposals"
      stacks
      caption={words.show.proposals}
      columns={[
        { label: words.receipt, cell: (row) => row.receiptNumber },
        {
          label: words.proposal,
          heading: true,
          cell: (row) =>
            opens(row) ? (
              <a href={paths.proposal(city.slug, review.id, row.id)}>{row.title}</a>
            ) : (
              row.title
            ),
        },
        { label: words.group, cell: (row) => row.groupName },
        { label: words.state, cell: (row) => <PartChip lang={lang} part={partOf(own, row)} /> },
      ]}
      rows={proposals.filter(({ state }) => state !== 'withdrawn')}
    />
  )
}

const OwnSection = (props: ReviewPageProps & { readonly own: OwnWork }) => {
  const { lang, city, review, own } = props
  const words = sentences[lang].show
  const parts = props.proposals
    .filter(({ state }) => state !== 'withdrawn')
    .map((proposal) => partOf(own, proposal))
  const mine = parts.filter((part) => part !== 'recused')
  const done = mine.filter((part) => part === 'submitted').length
  const scoring = review.state === 'scoring'
  return (
    <Section id="yours" title={words.yours}>
      {!own.declaredAll && scoring && <DeclareFirst {...props} />}
      {own.declaredAll && mine.length > 0 && (
        <ProgressIndicator
          lang={lang}
          id="own-progress"
          label={words.progress}
          done={done}
          all={mine.length}
        />
      )}
      {own.declaredAll && mine.length === 0 && <p>{words.nothingToScore}</p>}
      {scoring && mine.length > 0 && done === mine.length && <p>{words.allDone}</p>}
      <OwnTable {...props} />
      {own.declaredAll && scoring && (
        <p>
          <a href={paths.interest(city.slug, review.id)}>{words.changeDeclaration}</a>
        </p>
      )}
    </Section>
  )
}

const OfficeSection = (props: ReviewPageProps) => {
  const { lang, city, review, proposals } = props
  const words = sentences[lang]
  const waiting = proposals.some(isUnderReview)
  return (
    <Section id="office" title={words.show.office}>
      <ButtonRow>
        {review.state === 'closed' && waiting && (
          <ButtonLink href={paths.decisions(city.slug, review.id)}>
            {words.show.toDecisions}
          </ButtonLink>
        )}
        <ButtonLink
          href={paths.progress(city.slug, review.id)}
          kind={review.state === 'scoring' ? 'primary' : 'secondary'}
        >
          {words.show.toProgress}
        </ButtonLink>
        {review.state === 'decided' && (
          <ButtonLink href={paths.decisions(city.slug, review.id)} kind="secondary">
            {words.decisions.title}
          </ButtonLink>
        )}
      </ButtonRow>
      <Table<ReviewedProposal>
        lang={lang}
        id="proposals"
        stacks
        caption={words.show.proposals}
        columns={[
          { label: words.receipt, cell: (row) => row.receiptNumber },
          { label: words.proposal, heading: true, cell: (row) => row.title },
          { label: words.group, cell: (row) => row.groupName },
          {
            label: words.requested,
            numeric: true,
            cell: (row) =>
              row.state === 'withdrawn' ? words.show.withdrawn : formatYen(row.requested, lang),
          },
        ]}
        rows={proposals}
      />
    </Section>
  )
}

/** A review as its member or the office sees it. */
export const ReviewPage = (props: ReviewPageProps) => {
  const { lang, city, review, own, office, mayRank } = props
  const words = sentences[lang]
  return (
    <>
      <Heading level={1} over={words.title}>
        {say(review.title, lang)}
      </Heading>
      <ChipRow>
        <ReviewStateChip lang={lang} state={review.state} />
      </ChipRow>
      <Facts {...props} />
      <NextSteps
        lang={lang}
        city={city}
        person={props.person}
        now={props.now}
        here={paths.show(city.slug, review.id)}
        tasks={props.tasks}
        jumps={[
          ...(own ? [{ label: words.show.yours, to: 'yours' }] : []),
          ...(office ? [{ label: words.show.office, to: 'office' }] : []),
        ]}
      />
      {own && <OwnSection {...props} own={own} />}
      {mayRank && (
        <p>
          <a href={paths.ranking(city.slug, review.id)}>{words.show.toRanking}</a>
        </p>
      )}
      {office && <OfficeSection {...props} />}
      <RuleLines lang={lang} rule={explainRubric(review.rubric)} summary={words.show.rule} />
      <History lang={lang} city={city} entries={props.events} withNames={office} />
    </>
  )
}
