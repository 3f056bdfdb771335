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
  /** What a passed day means: no longer possible, or still to be done and late. */
  passed?: 'closed' | 'overdue' | undefined
}

const stateOf = ({ lang, daysLeft, passed = 'closed' }: DeadlineProps) => {
  const say = sentences[lang]
  if (daysLeft > 7) return { tone: 'key', filled: false, text: say.daysLeft(daysLeft) } as const
  if (daysLeft >= 0) return { tone: 'error', filled: true, text: say.daysLeft(daysLeft) } as const
  return passed === 'overdue'
    ? ({ tone: 'error', filled: true, text: say.overdue(-daysLeft) } as const)
    : ({ tone: 'plain', filled: false, text: say.closed } as const)
}

/** Until when something is possible, and how long that still is. */
export function Deadline(props: DeadlineProps) {
  const { tone, filled, text } = stateOf(props)
  return (
    <span class="deadline">
      <span>
        {props.label ?? sentences[props.lang].deadline} <When time={props.time} />
      </span>{' '}
      <ChipLabel tone={tone} filled={filled}>
        {text}
      </ChipLabel>
    </span>
  )
}
