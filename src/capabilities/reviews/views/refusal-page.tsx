import type { Language } from '#kernel/bilingual.ts'
import { ButtonLink, ButtonRow, Heading, Lead } from '#web/ui/index.ts'
import { sentences } from '../sentences.ts'

/** Why something is closed to this person, and where to go on. */
export const RefusalPage = ({
  lang,
  reason,
  back,
}: {
  lang: Language
  reason: string
  back: string
}) => (
  <>
    <Heading level={1}>{sentences[lang].refused}</Heading>
    <Lead>{reason}</Lead>
    <ButtonRow>
      <ButtonLink href={back}>{sentences[lang].back}</ButtonLink>
    </ButtonRow>
  </>
)
