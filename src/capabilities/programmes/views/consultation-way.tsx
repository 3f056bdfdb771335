import { type Language, say } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { countDaysLeft } from '#kernel/deadline.ts'
import { ButtonLink, ButtonRow, Deadline, NotificationBanner } from '#web/ui/index.ts'
import { callStateAt } from '../call.ts'
import {
  type ConsultedCall,
  consultationDays,
  consultationDeadline,
  isConsultationLate,
  needsConsultation,
} from '../consultation.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { bothEras, Period } from './days.tsx'

type ConsultationWayProps = {
  readonly lang: Language
  readonly city: City
  readonly call: ConsultedCall
  readonly now: Date
  /** What the consultation would be about, where the page knows it. */
  readonly about?: {
    readonly theme?: string | undefined
    readonly proposal?: string | undefined
    readonly group?: string | undefined
  }
  /** For whom this is, where the page tells of several calls or drafts. */
  readonly of?: string | undefined
  /** 3 under the heading of a part of the page. */
  readonly level?: 2 | 3
  /** All that is to be known, as a part of the call's own page; elsewhere what must be done stands out. */
  readonly full?: boolean
}

const Until = ({ lang, call, now }: ConsultationWayProps) => {
  const words = sentences[lang]
  const day = consultationDeadline(call)
  if (isConsultationLate(call, now)) return <p>{words.consultLate}</p>
  return (
    <p>
      <Deadline
        lang={lang}
        label={words.consultBy}
        time={bothEras(day, lang)}
        daysLeft={countDaysLeft(day, now)}
      />
    </p>
  )
}

const Ask = ({ city, lang, call, about }: ConsultationWayProps) => (
  <ButtonRow>
    <ButtonLink
      kind="secondary"
      icon="chat"
      href={paths.askConsultation(city.slug, { ...about, call: call.id })}
    >
      {sentences[lang].askConsultation}
    </ButtonLink>
  </ButtonRow>
)

/** The rule, the days, where one can simply call, and the way to ask. */
const Full = (props: ConsultationWayProps) => {
  const { lang, city, call, now } = props
  const words = sentences[lang]
  const step = consultationDays(call)
  const { office, phone } = city.contact
  const place = `${say(office, lang)}${phone ? ` ${phone}` : ''}`
  return (
    <>
      <p>{words.consultation[call.consultation]}</p>
      <p>{words.consultAt(say(city.centre, lang), place)}</p>
      {step && (
        <p>
          {words.consultUntil} <Period lang={lang} from={step.from} to={step.to} />
        </p>
      )}
      {call.consultation !== 'none' && callStateAt(call, now) !== 'closed' && <Ask {...props} />}
    </>
  )
}

/**
 * The way to a call's consultation, with its last day: one and the same wherever somebody may be about to propose.
 * Where the consultation is not compulsory it is told in full on the call's own page alone.
 */
export const ConsultationWay = (props: ConsultationWayProps) => {
  const { lang, call, now, of, level = 2, full = false } = props
  if (full) return <Full {...props} />
  if (!needsConsultation(call, now)) return null
  return (
    <NotificationBanner
      lang={lang}
      kind="warning"
      level={level}
      heading={of ? sentences[lang].consultFirstOf(of) : sentences[lang].consultFirst}
    >
      <Until {...props} />
      <Ask {...props} />
    </NotificationBanner>
  )
}
