import type { CityRole } from '#kernel/actor.ts'
import { cityHallDays } from '#kernel/business-day.ts'
import { addDays, type PlainDate, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import type { CitySettings } from '#kernel/city.ts'
import { isMailPace, type MailPace } from '#kernel/mail-pace.ts'

/** Who a person is to the city, as far as the usual way of getting mails goes. */
export type Reader = {
  /** What the person chose; null while the city's usual way holds. */
  readonly chosen: MailPace | null
  readonly roles: readonly CityRole[]
}

/** From the quickest to the slowest: whoever is several things gets mails in the quickest of their ways. */
const quickest: readonly MailPace[] = ['at_once', 'daily', 'none']

/** The city's usual way for somebody with these roles. */
export const usualPace = (
  roles: readonly CityRole[],
  { mailPace }: Pick<CitySettings, 'mailPace'>,
): MailPace => {
  const ways = [
    ...(roles.some((role) => role !== 'reviewer') ? [mailPace.staff] : []),
    ...(roles.includes('reviewer') ? [mailPace.reviewer] : []),
    ...(roles.length === 0 ? [mailPace.others] : []),
  ]
  return quickest.find((pace) => ways.includes(pace)) ?? 'at_once'
}

/** How this person gets mails that may wait: as chosen, or in the city's usual way. */
export const paceOf = (
  { chosen, roles }: Reader,
  settings: Pick<CitySettings, 'mailPace'>,
): MailPace => (isMailPace(chosen) ? chosen : usualPace(roles, settings))

type DigestRule = Pick<CitySettings, 'digestHour' | 'digestDays'>

const isDigestDay = (day: PlainDate, { digestDays }: DigestRule): boolean =>
  digestDays === 'every' || cityHallDays()(day)

const digestInstant = (day: PlainDate, { digestHour }: DigestRule): Date =>
  tokyoInstant(day, `${String(digestHour).padStart(2, '0')}:00`)

/** The day of the first digest after a moment. */
export const nextDigestDay = (now: Date, rule: DigestRule): PlainDate => {
  let day = tokyoDayOf(now)
  while (!isDigestDay(day, rule) || digestInstant(day, rule) <= now) day = addDays(day, 1)
  return day
}

/** The moment of today's digest, once it has come; nothing on a day without one. */
export const digestDueAt = (now: Date, rule: DigestRule): Date | undefined => {
  const day = tokyoDayOf(now)
  const at = digestInstant(day, rule)
  return isDigestDay(day, rule) && at <= now ? at : undefined
}

/** Whether a mail may wait for the next digest: there must be a day left after it. */
export const mayWait = (dueOn: PlainDate | undefined, now: Date, rule: DigestRule): boolean =>
  dueOn === undefined || dueOn > nextDigestDay(now, rule)
