import type { Language } from '#kernel/bilingual.ts'
import type { Child } from '#web/html/jsx-runtime.ts'
import { sentences } from './sentences.ts'
import { type TimeText, When } from './when.tsx'

export interface TimelineEvent {
  time: TimeText
  title: Child
  /** Who did it, in which role. */
  by?: Child
  state?: 'done' | 'now' | 'next' | undefined
  children?: Child
}

/** What happened, when, by whom; and what is still to come. */
export const Timeline = ({
  lang,
  events,
}: {
  lang: Language
  events: readonly TimelineEvent[]
}) => (
  <ol class="timeline">
    {events.map(({ time, title, by, state = 'done', children }, at) => (
      <li key={at} data-state={state}>
        <p class="timeline-time">
          <When time={time} />
          {state !== 'done' && <span class="timeline-state">{sentences[lang].history[state]}</span>}
        </p>
        <p class="timeline-title">{title}</p>
        {by && <p class="timeline-by">{by}</p>}
        {children && <div>{children}</div>}
      </li>
    ))}
  </ol>
)
