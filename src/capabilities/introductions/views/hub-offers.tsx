import { say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { momentText } from '#web/moment.ts'
import { ButtonLink, ChipLabel, Section, When } from '#web/ui/index.ts'
import { isOpenOffer, type ListedOffer, topicOf } from '../offer.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { Hidden } from './hidden.tsx'
import type { HubProps } from './hub.tsx'
import { matchText } from './labels.tsx'

const offerState = (offer: ListedOffer, today: PlainDate): 'draft' | 'open' | 'closed' => {
  if (!offer.publishedAt) return 'draft'
  return isOpenOffer({ ...offer, moderation: 'shown' }, today) ? 'open' : 'closed'
}

/** What the group offers and looks for, with how many others would fit. */
export const Offers = ({ lang, city, group, offers, today, mayWrite }: HubProps) => {
  const words = sentences[lang].hub
  return (
    <Section id="offers" title={words.offers}>
      <ul class="news-list">
        {offers.map((offer) => (
          <li key={offer.id}>
            <a
              href={
                mayWrite ? paths.editOffer(city.slug, offer.id) : paths.offer(city.slug, offer.id)
              }
            >
              {offer.title || words.untitled}
            </a>{' '}
            <ChipLabel>{words[offerState(offer, today)]}</ChipLabel>
            {matchText(offer, lang) && (
              <p>
                <a href={paths.offer(city.slug, offer.id)}>{matchText(offer, lang)}</a>
              </p>
            )}
            <Hidden lang={lang} part={offer} />
          </li>
        ))}
      </ul>
      {mayWrite && (
        <ButtonLink href={paths.newOffer(city.slug, group.id)} kind="secondary">
          {words.offersNew}
        </ButtonLink>
      )}
    </Section>
  )
}

/** What people answered. */
export const Answers = ({ lang, city, answers, offers }: HubProps) => {
  const words = sentences[lang].hub
  if (!answers || (offers.length === 0 && answers.length === 0)) return null
  return (
    <Section id="answers" title={words.answers}>
      {answers.length === 0 ? (
        <p>{words.answersNone}</p>
      ) : (
        <ul class="news-list">
          {answers.map((answer) => (
            <li key={answer.id}>
              <When time={momentText(answer.at, lang)} />
              <a href={paths.answer(city.slug, answer.id)}>
                {`${answer.authorName}　${say(topicOf(answer), lang)}`}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
