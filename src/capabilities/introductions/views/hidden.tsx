import type { Language } from '#kernel/bilingual.ts'
import { sentences } from '../sentences.ts'

/** Why a part is out of sight, where it is. */
export const Hidden = ({
  lang,
  part,
}: {
  lang: Language
  part: { readonly moderation: string; readonly hiddenReason: string | null }
}) => {
  const words = sentences[lang].hub
  if (part.moderation === 'shown') return null
  return (
    <p class="error-text">
      {part.moderation === 'mended' ? words.mended : words.hiddenBecause(part.hiddenReason ?? '')}
    </p>
  )
}
