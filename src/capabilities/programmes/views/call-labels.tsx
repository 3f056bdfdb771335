import type { Language } from '#kernel/bilingual.ts'
import { ChipLabel, Deadline, type Tone, When } from '#web/ui/index.ts'
import { type CallHead, type CallMoment, callStateAt, daysLeftOf, isCancelled } from '../call.ts'
import { sentences } from '../sentences.ts'
import { bothEras } from './days.tsx'

type Dated = Pick<CallHead, 'state' | 'opensOn' | 'closesOn' | 'closesAt'>
type CallProps = { readonly lang: Language; readonly call: Dated; readonly now: Date }

const tones: Readonly<Record<CallMoment, Tone>> = { planned: 'info', open: 'key', closed: 'plain' }

/** Whether a call takes proposals, in a word. */
export const CallChips = ({ lang, call, now }: CallProps) => {
  const words = sentences[lang]
  const moment = callStateAt(call, now)
  if (call.state === 'planned') return <ChipLabel tone="warning">{words.inPreparation}</ChipLabel>
  if (isCancelled(call)) return <ChipLabel tone="warning">{words.cancelledChip}</ChipLabel>
  return (
    <>
      <ChipLabel tone={tones[moment]} filled={moment === 'open'}>
        {words.moment[moment]}
      </ChipLabel>
      {call.state === 'decided' && <ChipLabel tone="success">{words.decided}</ChipLabel>}
    </>
  )
}

/** The last day with the days left, for a fact that says 締切 already. */
export const LastDay = ({ lang, call, now }: CallProps) => {
  const time = bothEras(call.closesOn, lang, call.closesAt)
  if (isCancelled(call)) return <When time={time} />
  const closed = callStateAt(call, now) === 'closed'
  return (
    <Deadline lang={lang} label="" time={time} daysLeft={closed ? -1 : daysLeftOf(call, now)} />
  )
}

/** Until when, with the days left; or from when, while it has not opened. */
export const CallDeadline = ({ lang, call, now }: CallProps) => {
  const words = sentences[lang]
  if (callStateAt(call, now) === 'planned')
    return (
      <span>
        {words.opens} <time datetime={call.opensOn}>{bothEras(call.opensOn, lang).text}</time>
      </span>
    )
  if (isCancelled(call)) return <ChipLabel tone="warning">{words.cancelledChip}</ChipLabel>
  const closed = callStateAt(call, now) === 'closed'
  return (
    <Deadline
      lang={lang}
      time={bothEras(call.closesOn, lang, call.closesAt)}
      daysLeft={closed ? -1 : daysLeftOf(call, now)}
    />
  )
}
