import { say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { formatDate } from '#kernel/date-text.ts'
import { type Description, DescriptionList, Section } from '#web/ui/index.ts'
import { type Confirmation, outcomeNames } from '../negotiation.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { ConsultationChip } from './labels.tsx'
import type { ProposalPageProps } from './proposal-page.tsx'

/** What was talked over before the proposal, with the advice given. */
export const ConsultationSection = ({ lang, city, consultations }: ProposalPageProps) => {
  const words = sentences[lang].show
  if (!consultations) return null
  return (
    <Section id="consultations" title={words.consultations}>
      {consultations.length === 0 ? (
        <p>{words.noConsultations}</p>
      ) : (
        <ul>
          {consultations.map(({ id, topic, heldOn, advisor, note, ...rest }) => (
            <li key={id}>
              <p>
                <a href={paths.consultation(city.slug, id)}>{topic}</a>{' '}
                <ConsultationChip lang={lang} consultation={rest} />
              </p>
              {heldOn && (
                <p>
                  {formatDate(heldOn, lang)} {advisor}
                </p>
              )}
              {note && <p class="prose">{note}</p>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The state of the talks in a few facts; the sheet itself has its own page. */
export const NegotiationSection = ({ lang, city, proposal, negotiation }: ProposalPageProps) => {
  const words = sentences[lang].show
  if (!negotiation) return null
  const told = (confirmation: Confirmation | null): string =>
    confirmation
      ? words.confirmed(confirmation.revision, formatDate(tokyoDayOf(confirmation.at), lang))
      : words.notConfirmed
  const items: Description[] = [
    ...(negotiation.outcome
      ? [{ term: words.outcome, description: say(outcomeNames[negotiation.outcome], lang) }]
      : []),
    { term: words.groupConfirmed, description: told(negotiation.group) },
    { term: words.departmentConfirmed, description: told(negotiation.departmentSide) },
  ]
  const withoutAgreement =
    !negotiation.closedAt && proposal.state !== 'negotiating' && proposal.state !== 'withdrawn'
  return (
    <Section
      id="talks"
      title={words.talks}
      more={{ href: paths.negotiation(city.slug, proposal.id), label: words.negotiate }}
    >
      <DescriptionList items={items} />
      {withoutAgreement && <p>{words.noAgreement}</p>}
    </Section>
  )
}
