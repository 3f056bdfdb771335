import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { NotificationBanner } from '#web/ui/index.ts'
import { procedurePaths } from '../../procedures/index.ts'
import { proposalPaths } from '../../proposals/index.ts'
import type { OwnDecision } from '../queries/own-decisions.ts'
import { sentences } from '../sentences.ts'

/** Who explains a decision: the office, with its telephone. */
export const askedText = (city: City, lang: Language): string => {
  const { office, phone, email } = city.contact
  return [say(office, lang), phone || email].filter(Boolean).join(lang === 'ja' ? '　' : ', ')
}

/** A decision as its group hears of it first: the result, the letter, and what comes next. */
export const DecisionNotice = ({
  lang,
  city,
  decision,
}: {
  readonly lang: Language
  readonly city: City
  readonly decision: OwnDecision
}) => {
  const words = sentences[lang].notice
  const { proposalId, title, outcome, documentNumber, fileId } = decision
  return (
    <NotificationBanner
      lang={lang}
      kind={outcome === 'not_selected' ? 'info' : 'success'}
      heading={words.heading(title, sentences[lang].decisions.outcomes[outcome])}
    >
      <p>{words.next[outcome]}</p>
      {outcome === 'not_selected' && <p>{words.ask(askedText(city, lang))}</p>}
      <p>
        <a href={procedurePaths.file(city.slug, fileId)}>{words.letter(documentNumber)}</a>
      </p>
      <p>
        <a href={proposalPaths.show(city.slug, proposalId)}>{words.toProposal}</a>
      </p>
    </NotificationBanner>
  )
}
