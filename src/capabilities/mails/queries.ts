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
    .forUpdate()
    .executeTakeFirst()

export const markSent = async (scope: Scope, id: string): Promise<void> => {
  await scope.db
    .updateTable('mails')
    .set({ sent_at: scope.now, failed_at: null, failure: null })
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

export const countWaitingMails = async (scope: Scope): Promise<number> => {
  const row = await scope.db
    .selectFrom('mails')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('city_id', '=', scope.city.id)
    .where('sent_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
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
