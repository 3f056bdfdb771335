import type { Scope } from '#data/scope.ts'
import { say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { getCity } from '../cities/index.ts'
import { groupEntries } from './digest.ts'
import {
  findReader,
  hasDigest,
  insertDigest,
  insertEntry,
  listReadersOfDigest,
  lockReader,
  takeEntries,
} from './digest-queries.ts'
import { digestText } from './digest-texts.ts'
import type { MailDraft } from './mail.ts'
import { digestDueAt, mayWait, paceOf } from './pace.ts'
import { insertMail } from './queries.ts'
import { lockStop } from './stop.ts'

export const deliverJob = 'mails.deliver'
export const digestJob = 'mails.digest'

/**
 * Keeps a mail for its reader's digest, or leaves it out for somebody who wants none.
 * @returns false when it has to leave at once
 */
export const putBy = async (scope: Scope, mail: MailDraft): Promise<boolean> => {
  const { about, dueOn, subject, body } = mail
  // A file stands by itself: it is an official letter.
  if (!about || mail.attachmentFileId) return false
  const reader = await findReader(scope, mail.to)
  if (!reader) return false
  const { settings } = await getCity(scope)
  const pace = paceOf(reader, settings)
  if (pace === 'at_once' || !mayWait(dueOn, scope.now, settings)) return false
  // Whoever wants no mails still learns until when something must be done: nothing else would tell of it in time.
  if (pace === 'none' && dueOn !== undefined) return false
  if (pace === 'daily')
    await insertEntry(scope, reader.accountId, { matter: about, title: subject, body, dueOn })
  return true
}

/** Once an hour: a job for everybody whose digest of today is due and not made. */
export const sendDigests = async (scope: Scope): Promise<void> => {
  const { settings } = await getCity(scope)
  const until = digestDueAt(scope.now, settings)
  if (!until) return
  const day = tokyoDayOf(scope.now)
  for (const accountId of await listReadersOfDigest(scope, { day, until }))
    await scope.outside.jobs.send(scope, digestJob, { accountId })
}

/**
 * Makes one person's digest of today. The mail, its job, the record of the day and the end of what waited are
 * one transaction: whoever comes second, or again after a crash, finds the day made or nothing done at all.
 */
export const sendDigest = async (
  scope: Scope,
  data: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const city = await getCity(scope)
  const until = digestDueAt(scope.now, city.settings)
  const accountId = String(data.accountId)
  const reader = until && (await lockReader(scope, accountId))
  if (!reader) return
  const day = tokyoDayOf(scope.now)
  if (await hasDigest(scope, { accountId, day })) return
  const entries = await takeEntries(scope, accountId, until)
  // Chosen since, or the account was stopped: nothing is said to somebody who does not want to hear it.
  if (entries.length === 0 || reader.state !== 'active' || reader.mail_pace === 'none') return
  const site = scope.outside.publicUrl
  const stopUrl = `${site}${lockStop(scope, accountId)}`
  const text = digestText(reader.language, {
    name: reader.name,
    city: say(city.name, reader.language),
    groups: groupEntries(entries),
    choiceUrl: `${site}/${city.slug}/account#mails`,
    stopUrl,
  })
  const mailId = await insertMail(scope, { to: reader.email, ...text, stopUrl })
  await insertDigest(scope, { accountId, day, mailId })
  await scope.outside.jobs.send(scope, deliverJob, { mailId })
}

/** What waits for somebody who wants no more mails is dropped. */
export const dropEntries = async (scope: Scope, accountId: string): Promise<void> => {
  await takeEntries(scope, accountId, undefined)
}
