import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { DescriptionList, NotificationBanner } from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import type { RegisteredFact } from '../registered-facts.ts'
import { sentences } from '../sentences.ts'

/** On the form of the introduction: what the page shows from the registration, and where that changes. */
export const RegisteredFactsBox = ({
  lang,
  city,
  groupId,
  facts,
}: {
  readonly lang: Language
  readonly city: City
  readonly groupId: string
  readonly facts: readonly RegisteredFact[]
}) => {
  const words = sentences[lang].registered
  return (
    <NotificationBanner lang={lang} kind="info" heading={words.title}>
      {facts.length > 0 && (
        <DescriptionList
          items={facts.map(({ label, text }) => ({
            term: say(label, lang),
            description: say(text, lang),
          }))}
        />
      )}
      <p>{facts.length > 0 ? words.text : words.none}</p>
      <p>
        <a href={`${groupPaths.registration(city.slug, groupId)}#revisions`}>
          {words.toRegistration}
        </a>
      </p>
    </NotificationBanner>
  )
}
