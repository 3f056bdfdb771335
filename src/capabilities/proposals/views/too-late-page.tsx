import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import {
  ButtonLink,
  ButtonRow,
  ErrorSummary,
  Heading,
  NotificationBanner,
  Section,
} from '#web/ui/index.ts'
import { AnswerList, type Answers, type FormDefinition } from '../../forms/index.ts'
import { paths } from '../paths.ts'
import type { Proposal } from '../proposal.ts'
import { sentences } from '../sentences.ts'
import { shownTitle, stateName } from './labels.tsx'

/** For whoever was still writing when the proposal moved on: nothing typed is lost without a word. */
export const TooLatePage = ({
  lang,
  city,
  proposal,
  definition,
  answers,
}: {
  readonly lang: Language
  readonly city: City
  readonly proposal: Proposal
  readonly definition: FormDefinition
  readonly answers: Answers
}) => {
  const words = sentences[lang].edit
  const text = words.tooLateText(stateName(proposal.state, lang, false))
  return (
    <>
      <ErrorSummary lang={lang} errors={[{ id: 'now', message: text }]} />
      <Heading level={1} over={shownTitle(proposal, lang)} id="now">
        {words.tooLateTitle}
      </Heading>
      <NotificationBanner lang={lang} kind="info" heading={words.tooLateTitle}>
        <p>{text}</p>
      </NotificationBanner>
      <ButtonRow>
        <ButtonLink href={paths.show(city.slug, proposal.id)}>{words.back}</ButtonLink>
      </ButtonRow>
      <Section id="yours" title={words.yourText}>
        <p>{words.yourTextHelp}</p>
        <AnswerList
          lang={lang}
          city={city}
          definition={definition}
          answers={answers}
          reader="staff"
          level={3}
        />
      </Section>
    </>
  )
}
