import { type Language, say } from '#kernel/bilingual.ts'
import { Section } from '#web/ui/index.ts'
import type { Call } from '../../programmes/index.ts'
import { sentences } from '../sentences.ts'

/** Who may propose, in the programme's own words: no machine has checked it, and the page says so. */
export const Eligibility = ({
  lang,
  call,
  forStaff,
}: {
  readonly lang: Language
  readonly call: Call
  readonly forStaff: boolean
}) => {
  const words = sentences[lang].conditions
  const { eligibility } = call.definition
  if (eligibility.length === 0) return null
  return (
    <Section id="eligibility" title={words.eligibility}>
      <p>{forStaff ? words.eligibilityStaff : words.eligibilityLead}</p>
      <ul>
        {eligibility.map(({ code, text }) => (
          <li key={code}>{say(text, lang)}</li>
        ))}
      </ul>
    </Section>
  )
}
