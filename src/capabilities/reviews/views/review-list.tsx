import { type Bilingual, type Language, say } from '#kernel/bilingual.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { dayText } from '#web/moment.ts'
import { Card, Deadline, EmptyState, Heading, Lead, ResourceList, Section } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import type { Review } from '../review.ts'
import { sentences } from '../sentences.ts'
import { ReviewStateChip } from './labels.tsx'

/** A call whose proposals wait for a committee. */
export type WaitingCall = {
  readonly id: string
  readonly title: Bilingual
  readonly ready: number
}

type ReviewListProps = {
  readonly lang: Language
  readonly citySlug: string
  readonly now: Date
  readonly reviews: readonly Review[]
  /** Only for the office. */
  readonly waiting?: readonly WaitingCall[] | undefined
  /** Whose committees may be changed; only for the office. */
  readonly programmes?: readonly { readonly id: string; readonly title: Bilingual }[] | undefined
}

const ReviewCards = ({ lang, citySlug, now, reviews }: ReviewListProps) => (
  <ResourceList>
    {reviews.map((review) => (
      <Card
        key={review.id}
        level={2}
        title={say(review.title, lang)}
        href={paths.show(citySlug, review.id)}
        labels={<ReviewStateChip lang={lang} state={review.state} />}
      >
        {review.state === 'scoring' && (
          <Deadline
            lang={lang}
            label={sentences[lang].due}
            time={dayText(review.dueOn, lang)}
            daysLeft={countDaysLeft(review.dueOn, now)}
            passed="overdue"
          />
        )}
      </Card>
    ))}
  </ResourceList>
)

const WaitingCalls = ({ lang, citySlug, waiting = [] }: ReviewListProps) => {
  if (waiting.length === 0) return null
  const words = sentences[lang]
  return (
    <Section id="waiting" title={words.toOpen}>
      <ResourceList>
        {waiting.map((call) => (
          <Card key={call.id} title={say(call.title, lang)} href={paths.opening(citySlug, call.id)}>
            {words.toOpenCount(call.ready)}
          </Card>
        ))}
      </ResourceList>
    </Section>
  )
}

const Committees = ({ lang, citySlug, programmes = [] }: ReviewListProps) =>
  programmes.length === 0 ? null : (
    <Section id="committees" title={sentences[lang].committees}>
      <ul>
        {programmes.map(({ id, title }) => (
          <li key={id}>
            <a href={paths.committee(citySlug, id)}>{say(title, lang)}</a>
          </li>
        ))}
      </ul>
    </Section>
  )

/** The desk of those who review, and of the office that runs reviews. */
export const ReviewListPage = (props: ReviewListProps) => {
  const { lang, reviews, waiting } = props
  const words = sentences[lang]
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.listLead}</Lead>
      <WaitingCalls {...props} />
      {reviews.length === 0 ? (
        <EmptyState title={words.listEmpty}>
          {waiting ? words.listEmptyOffice : words.listEmptyMember}
        </EmptyState>
      ) : (
        <ReviewCards {...props} />
      )}
      <Committees {...props} />
    </>
  )
}
