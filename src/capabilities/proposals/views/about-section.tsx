import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { formatDate } from '#kernel/date-text.ts'
import { Button, ButtonLink, ButtonRow, Form, Section, Select } from '#web/ui/index.ts'
import { consultationSentences } from '../consultation-sentences.ts'
import { paths } from '../paths.ts'
import { type Proposal, proposalWorkflow } from '../proposal.ts'
import type { ConsultationPageProps } from './consultation-pages.tsx'
import { shownTitle } from './labels.tsx'

/** What is told of a proposal to those who say which one a consultation is about. */
export type RelatableProposal = Pick<
  Proposal,
  'id' | 'title' | 'state' | 'receiptNumber' | 'submittedAt' | 'createdAt' | 'channel'
>

/** A draft written at home is told by the day it was begun: what it says is the group’s alone. */
const nameOf = (proposal: RelatableProposal, lang: Language): string => {
  const { submittedAt, channel, createdAt, receiptNumber, state } = proposal
  if (submittedAt === null && channel === 'web')
    return consultationSentences[lang].about.draft(formatDate(tokyoDayOf(createdAt), lang))
  const parts = [
    receiptNumber,
    shownTitle(proposal, lang),
    say(proposalWorkflow.states[state].staff, lang),
  ]
  return parts.filter(Boolean).join(' ')
}

/** What it counts for now. */
const Counted = ({ lang, consultation, relatable, may, readsProposal }: ConsultationPageProps) => {
  const words = consultationSentences[lang].about
  const { proposalId, themeId, themeTitle } = consultation
  const proposal = relatable.find(({ id }) => id === proposalId)
  if (proposal)
    return (
      <p>
        {words.counts(
          readsProposal && !may.desk ? shownTitle(proposal, lang) : nameOf(proposal, lang),
        )}
      </p>
    )
  if (themeId && themeTitle) return <p>{words.countsTheme(themeTitle)}</p>
  return <p>{may.desk ? words.noneStaff : words.none}</p>
}

const Choose = ({
  lang,
  city,
  consultation,
  relatable,
  typed,
  errors,
  newKey,
}: ConsultationPageProps) => {
  const words = consultationSentences[lang].about
  return (
    <Form action={paths.relateConsultation(city.slug, consultation.id)} idempotencyKey={newKey()}>
      <Select
        lang={lang}
        name="proposal"
        label={words.proposal}
        hint={words.lead}
        emptyLabel={words.nobody}
        value={typed.proposal || (consultation.proposalId ?? '')}
        error={errors.find(({ id }) => id === 'proposal')?.message}
        options={relatable.map((one) => ({ value: one.id, label: nameOf(one, lang) }))}
      />
      <Button kind="secondary">{words.save}</Button>
    </Form>
  )
}

/** Which proposal it counts for; staff say so on the record, and the group goes on to write from here. */
export const AboutSection = (props: ConsultationPageProps) => {
  const { lang, city, consultation, may, relatable } = props
  const words = consultationSentences[lang]
  const { state, proposalId, callId, groupId, themeId, id } = consultation
  if (state === 'cancelled') return null
  return (
    <Section id="about" title={words.about.title}>
      <Counted {...props} />
      {may.desk && may.relate && relatable.length > 0 && <Choose {...props} />}
      {!may.desk && may.relate && !proposalId && (
        <ButtonRow>
          <ButtonLink
            kind={state === 'held' ? 'primary' : 'secondary'}
            href={paths.start(city.slug, {
              call: callId ?? undefined,
              group: groupId,
              theme: themeId ?? undefined,
              consultation: id,
            })}
          >
            {words.writeProposal}
          </ButtonLink>
        </ButtonRow>
      )}
    </Section>
  )
}
