import type { Language } from '#kernel/bilingual.ts'
import { ChipLabel, type Tone } from '#web/ui/index.ts'
import type { Judgement } from '../judgement.ts'
import { judgementWord } from '../judgement-text.ts'

const toneOf = (judgement: Judgement): Tone => {
  if (judgement.kind === 'disputed') return 'warning'
  if (judgement.kind !== 'judged') return 'plain'
  return ({ reached: 'success', 'under-way': 'info', missed: 'error' } as const)[judgement.state]
}

/** How an indicator stands, in a word; its colour says nothing more. */
export function JudgementChip({ lang, judgement }: { lang: Language; judgement: Judgement }) {
  return <ChipLabel tone={toneOf(judgement)}>{judgementWord(judgement, lang)}</ChipLabel>
}
