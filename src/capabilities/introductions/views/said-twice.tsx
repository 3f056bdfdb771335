import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { NotificationBanner } from '#web/ui/index.ts'
import { groupPaths } from '../../groups/index.ts'
import { paths } from '../paths.ts'
import type { SaidTwice } from '../said-twice.ts'
import { sentences } from '../sentences.ts'

/** Tells the group where its registration and its introduction disagree, and where each is put right. */
export const SaidTwiceBox = ({
  lang,
  city,
  groupId,
  differences,
}: {
  readonly lang: Language
  readonly city: City
  readonly groupId: string
  readonly differences: readonly SaidTwice[]
}) => {
  const words = sentences[lang].twice
  if (differences.length === 0) return null
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words.title}>
      <ul>
        {differences.map(({ label, registered, told }) => (
          <li key={label.ja}>{words.differs(say(label, lang), say(registered, lang), told)}</li>
        ))}
      </ul>
      <p>{words.text}</p>
      <ul>
        <li>
          <a href={groupPaths.registration(city.slug, groupId)}>{words.toRegistration}</a>
        </li>
        <li>
          <a href={paths.edit(city.slug, groupId)}>{words.toIntroduction}</a>
        </li>
      </ul>
    </NotificationBanner>
  )
}
