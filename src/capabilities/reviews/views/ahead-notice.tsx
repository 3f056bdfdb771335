import { type Language, say } from '#kernel/bilingual.ts'
import { formatDate } from '#kernel/date-text.ts'
import { NotificationBanner } from '#web/ui/index.ts'
import type { CalendarStep } from '../../programmes/index.ts'
import { sentences } from '../sentences.ts'

/** The calendar that everyone reads has something else first. */
export const AheadNotice = ({
  lang,
  ahead,
}: {
  readonly lang: Language
  readonly ahead: CalendarStep | undefined
}) => {
  const words = sentences[lang].decision
  return ahead ? (
    <NotificationBanner lang={lang} kind="warning" heading={words.aheadTitle}>
      <p>
        {words.ahead(
          say(ahead.name, lang),
          formatDate(ahead.from, lang),
          formatDate(ahead.to, lang),
        )}
      </p>
    </NotificationBanner>
  ) : null
}
