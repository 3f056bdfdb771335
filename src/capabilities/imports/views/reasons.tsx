import { type Language, say } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import { Section } from '#web/ui/index.ts'
import type { CommonFault } from '../queries/row-lists.ts'
import { sentences } from '../sentences.ts'

/** Why rows cannot be taken, each reason once with its number of rows and what to do about it. */
export const Reasons = ({
  lang,
  faults,
}: {
  readonly lang: Language
  readonly faults: readonly CommonFault[]
}) => {
  if (faults.length === 0) return null
  const words = sentences[lang]
  return (
    <Section id="reasons" title={words.reasons} level={3}>
      <ul>
        {faults.map(({ text, remedy, count }) => (
          <li key={text.ja}>
            <strong>{words.reasonCount(say(text, lang), formatNumber(count))}</strong>
            {remedy && <> {say(remedy, lang)}</>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
