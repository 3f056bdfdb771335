import { type Language, say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { type CalendarStep, stepStateOn } from '../calendar.ts'
import { sentences } from '../sentences.ts'
import { Period } from './days.tsx'

type CalendarStepsProps = {
  readonly lang: Language
  readonly calendar: readonly CalendarStep[]
  readonly now: Date
  /** The hour at which the call closes. */
  readonly closesAt?: string | null | undefined
}

/** The steps of a call with their days; those under way are marked in words. */
export const CalendarSteps = ({ lang, calendar, now, closesAt }: CalendarStepsProps) => {
  const words = sentences[lang]
  const today = tokyoDayOf(now)
  return (
    <ol class="timeline">
      {calendar.map((step, at) => {
        const state = stepStateOn(step, today)
        return (
          <li key={at} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <p class="timeline-time">
              <Period
                lang={lang}
                from={step.from}
                to={step.to}
                closesAt={step.step === 'call' ? closesAt : null}
              />
              <span class="timeline-state">{words.stepState[state]}</span>
            </p>
            <p class="timeline-title">{say(step.name, lang)}</p>
          </li>
        )
      })}
    </ol>
  )
}
