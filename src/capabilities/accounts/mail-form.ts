import type { CitySettings } from '#kernel/city.ts'
import { isMailPace, type MailPace } from '#kernel/mail-pace.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import type { Fault, Sent } from './form.ts'

/** Reads how somebody wants mails to come. */
export const readMailPace = (sent: Sent): Result<MailPace, readonly Fault[]> => {
  const pace = sent.text('pace')
  return isMailPace(pace) ? ok(pace) : refuse([{ field: 'pace', reason: 'mailPace' }])
}

export type MailRule = Pick<CitySettings, 'digestHour' | 'digestDays' | 'mailPace'>

/** Reads what is usual in the city. */
export const readMailRule = (sent: Sent): Result<MailRule, readonly Fault[]> => {
  const [staff, reviewer, others] = ['staff', 'reviewer', 'others'].map((who) => sent.text(who))
  const hour = sent.text('hour')
  const isHour = /^\d{1,2}$/.test(hour) && Number(hour) <= 23
  if (!isHour) return refuse([{ field: 'hour', reason: 'digestHour' }])
  if (!isMailPace(staff)) return refuse([{ field: 'staff', reason: 'mailPace' }])
  if (!isMailPace(reviewer)) return refuse([{ field: 'reviewer', reason: 'mailPace' }])
  if (!isMailPace(others)) return refuse([{ field: 'others', reason: 'mailPace' }])
  return ok({
    digestHour: Number(hour),
    digestDays: sent.text('days') === 'every' ? 'every' : 'business',
    mailPace: { staff, reviewer, others },
  })
}
