import type { Scope } from '#data/scope.ts'
import { say } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { formatDate } from '#kernel/date-text.ts'
import { type Matter, writeMail } from '../../mails/index.ts'
import { paths } from '../paths.ts'
import type { Recipient } from '../recipient.ts'

/** A link that lets people sign in first: what waits for them is not open to visitors. */
export const signInLink = (scope: Scope, path: string): string =>
  `${scope.outside.publicUrl}${paths.signIn(scope.city.slug, path)}`

/** What a mail about a procedure tells besides the thing itself. */
export type Told = {
  /** The page it leads to. */
  readonly path: string
  readonly reason?: string | undefined
  readonly day?: PlainDate | undefined
}

/** The words that every such mail has, in its reader's language. */
export const mailWords = (scope: Scope, city: City, to: Recipient, told: Told) => ({
  name: to.name,
  city: say(city.name, to.language),
  link: signInLink(scope, told.path),
  reason: told.reason ?? '',
  day: told.day ? formatDate(told.day, to.language) : '',
})

/** What a mail says; with a matter it may wait for its reader's digest. */
export type Written = {
  readonly subject: string
  readonly body: string
  readonly about?: Matter
  readonly dueOn?: PlainDate | undefined
}

/** Writes to each of these people, in their own language, with the change that causes the mail. */
export const writeToEach = async (
  scope: Scope,
  recipients: readonly Recipient[],
  compose: (to: Recipient) => Written,
): Promise<void> => {
  for (const to of recipients) await writeMail(scope, { to: to.email, ...compose(to) })
}
