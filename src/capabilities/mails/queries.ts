import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { newId } from '#kernel/ids.ts'
import { type MailDraft, mailRetention, oneLine } from './mail.ts'

const linkEnded = 'link ended'

export const insertMail = async (scope: Scope, mail: MailDraft): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('mails')
    .values({
      city_id: scope.city.id,
      id,
      to_address: mail.to,
      subject: oneLine(mail.subject),
      body: mail.body,
      attachment_file_id: mail.attachmentFileId ?? null,
      created_at: scope.now,
      expires_at: mail.expiresAt ?? null,
      stop_url: mail.stopUrl ?? null,
    })
    .execute()
  return id
}

/** The mail if it still waits, locked so that two deliverers cannot both take it. */
export const takeWaitingMail = (scope: Scope, id: string) =>
  scope.db
    .selectFrom('mails')
    .select(['id', 'to_address', 'subject', 'body', 'attachment_file_id', 'expires_at', 'stop_url'])
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

/** Marks it sent and blanks what it said: links in it open accounts, and its reader has it now. */
export const markSent = async (scope: Scope, id: string): Promise<void> => {
  await scope.db
    .updateTable('mails')
    .set({ sent_at: scope.now, body: '', stop_url: null, failed_at: null, failure: null })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

/** Keeps why the mail server will never take it; it stays in the outbox for the operator to see. */
export const markRefused = async (scope: Scope, id: string, failure: string): Promise<void> => {
  await scope.db
    .updateTable('mails')
    .set({ failed_at: scope.now, failure })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

/** Keeps it until there is a mail server: no job carries it meanwhile. */
export const markHeld = async (scope: Scope, id: string): Promise<void> => {
  await scope.db
    .updateTable('mails')
    .set({ held_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .execute()
}

/** Gives one mail up whose link has ended, and blanks it. */
export const markEnded = async (scope: Scope, id: string): Promise<void> => {
  await scope.db
    .updateTable('mails')
    .set({ body: '', failed_at: scope.now, failure: linkEnded })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}

/**
 * Takes up mails that wait and that no job carries; whoever takes one gives it a job.
 * @param carried the mails that have one, unless they were held since
 * @returns their ids
 */
export const takeLeftMails = async (
  scope: Scope,
  carried: readonly string[],
): Promise<string[]> => {
  const rows = await scope.db
    .updateTable('mails')
    .set({ held_at: null })
    .where('city_id', '=', scope.city.id)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where((is) =>
      is.or([is('held_at', 'is not', null), sql<boolean>`id <> ALL(${carried}::text[])`]),
    )
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Takes refused mails up again whose links are still good; whoever takes one gives it a job. @returns their ids */
export const takeRefusedMails = async (scope: Scope): Promise<string[]> => {
  const rows = await scope.db
    .updateTable('mails')
    .set({ failed_at: null, failure: null })
    .where('city_id', '=', scope.city.id)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is not', null)
    .where('body', '<>', '')
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', scope.now)]))
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Gives up mails whose link has ended, and blanks them; why one was refused before stays. */
export const dropEndedMails = async (scope: Scope): Promise<void> => {
  await scope.db
    .updateTable('mails')
    .set((is) => ({
      body: '',
      failed_at: is.fn.coalesce('failed_at', is.val(scope.now)),
      failure: is.fn.coalesce('failure', is.val(linkEnded)),
    }))
    .where('city_id', '=', scope.city.id)
    .where('sent_at', 'is', null)
    .where('body', '<>', '')
    .where('expires_at', '<=', scope.now)
    .execute()
}

/** Forgets mails that are older than {@link mailRetention}. */
export const deleteOldMails = async (scope: Scope): Promise<void> => {
  const before = (seconds: number): Date => new Date(scope.now.getTime() - seconds * 1000)
  await scope.db
    .deleteFrom('mails')
    .where('city_id', '=', scope.city.id)
    .where((is) =>
      is.or([
        is('sent_at', '<', before(mailRetention.sent)),
        is('failed_at', '<', before(mailRetention.failed)),
      ]),
    )
    .execute()
}

const unsentMails = (scope: Scope) =>
  scope.db
    .selectFrom('mails')
    .select(['id', 'to_address', 'subject', 'body', 'created_at', 'failure'])
    .where('city_id', '=', scope.city.id)
    .where('sent_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(200)

/** The newest 200 mails that wait to be sent. */
export const listWaitingMails = (scope: Scope) =>
  unsentMails(scope).where('failed_at', 'is', null).execute()

/** The newest 200 mails that were given up: refused by the mail server, or their link has ended. */
export const listRefusedMails = (scope: Scope) =>
  unsentMails(scope).where('failed_at', 'is not', null).execute()

/** Name and place of the file that goes with a mail. */
export const findAttachment = (scope: Scope, fileId: string) =>
  scope.db
    .selectFrom('files')
    .select(['name', 'media_type', 'sha256'])
    .where('city_id', '=', scope.city.id)
    .where('id', '=', fileId)
    .executeTakeFirst()
