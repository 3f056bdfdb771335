import { colon, type Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { NotificationBanner } from '#web/ui/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

/** That there is no such call any more, why, and where to look instead. */
export const CallCancelled = ({
  lang,
  city,
  reason,
}: {
  readonly lang: Language
  readonly city: City
  readonly reason: string
}) => {
  const words = sentences[lang]
  return (
    <NotificationBanner lang={lang} kind="warning" heading={words.cancelled}>
      <p class="prose">
        {words.cancelledFor}
        {colon[lang]}
        {reason}
      </p>
      <p>
        <a href={paths.programmes(city.slug)}>{words.otherCalls}</a>
      </p>
    </NotificationBanner>
  )
}
