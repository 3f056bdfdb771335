import type { Scope } from '#data/scope.ts'
import { newId } from '#kernel/ids.ts'
import { type MailDraft, oneLine } from './mail.ts'

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
    })
    .execute()
  return id
}

/** The mail if it still waits, locked so that two deliverers cannot both take it. */
export const takeWaitingMail = (scope: Scope, id: string) =>
  scope.db
    .selectFrom('mails')
    .select(['id', 'to_address', 'subject', 'body', 'attachment_file_id'])
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
    .set({ sent_at: scope.now, body: '', failed_at: null, failure: null })
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

/** Takes mails up again that were held; whoever takes one gives it a job. @returns their ids */
export const takeHeldMails = async (scope: Scope): Promise<string[]> => {
  const rows = await scope.db
    .updateTable('mails')
    .set({ held_at: null })
    .where('city_id', '=', scope.city.id)
    .where('held_at', 'is not', null)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Gives up mails whose link has ended, and blanks them. @returns how many */
export const dropEndedMails = async (scope: Scope): Promise<number> => {
  const result = await scope.db
    .updateTable('mails')
    .set({ body: '', failed_at: scope.now, failure: 'link ended' })
    .where('city_id', '=', scope.city.id)
    .where('sent_at', 'is', null)
    .where('body', '<>', '')
    .where('expires_at', '<=', scope.now)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export const listWaitingMails = (scope: Scope) =>
  scope.db
    .selectFrom('mails')
    .select(['id', 'to_address', 'subject', 'body', 'created_at', 'failure'])
    .where('city_id', '=', scope.city.id)
    .where('sent_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()

/** Name and place of the file that goes with a mail. */
export const findAttachment = (scope: Scope, fileId: string) =>
  scope.db
    .selectFrom('files')
    .select(['name', 'media_type', 'sha256'])
    .where('city_id', '=', scope.city.id)
    .where('id', '=', fileId)
    .executeTakeFirst()
