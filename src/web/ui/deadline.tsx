import type { Language } from '#kernel/bilingual.ts'
import { ChipLabel } from './chip-label.tsx'
import { sentences } from './sentences.ts'
import { type TimeText, When } from './when.tsx'

interface DeadlineProps {
  lang: Language
  time: TimeText
  /** Whole days until the last day; 0 on the day itself, negative once it is over. */
  daysLeft: number
  /** Another word for 締切. */
  label?: string | undefined
}

/** Until when something is possible, and how long that still is. */
export function Deadline({ lang, time, daysLeft, label }: DeadlineProps) {
  const say = sentences[lang]
  const tone = daysLeft < 0 ? 'plain' : daysLeft <= 7 ? 'error' : 'key'
  return (
    <span class="deadline">
      <span>
        {label ?? say.deadline} <When time={time} />
      </span>{' '}
      <ChipLabel tone={tone} filled={daysLeft >= 0 && daysLeft <= 7}>
        {daysLeft < 0 ? say.closed : say.daysLeft(daysLeft)}
      </ChipLabel>
    </span>
  )
}
