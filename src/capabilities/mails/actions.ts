import type { Scope } from '#data/scope.ts'
import type { Attachment, JobTools } from '#web/capability.ts'
import type { MailDraft } from './mail.ts'
import {
  dropEndedMails,
  findAttachment,
  insertMail,
  markHeld,
  markRefused,
  markSent,
  takeHeldMails,
  takeWaitingMail,
} from './queries.ts'

/** Writes the mail and its delivery job with the change that causes it. */
export const writeMail = async (scope: Scope, mail: MailDraft): Promise<void> => {
  const id = await insertMail(scope, mail)
  await scope.outside.jobs.send(scope, 'mails.deliver', { mailId: id })
}

const attachmentsOf = async (scope: Scope, fileId: string | null): Promise<Attachment[]> => {
  const file = fileId ? await findAttachment(scope, fileId) : undefined
  if (!file) return []
  return [
    { name: file.name, type: file.media_type, bytes: await scope.outside.files.get(file.sha256) },
  ]
}

/** The code of an SMTP server that will never take this mail; undefined for what may pass (RFC 5321 4.2.1). */
const refusalCode = (error: unknown): number | undefined => {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  const isAboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  return isAboutThisMail && responseCode !== undefined && responseCode >= 500
    ? responseCode
    : undefined
}

/**
 * Delivers one mail. The row is locked and marked in one transaction and the id is the Message-ID, so a
 * mail that was accepted just before a crash is recognised by the receiving side.
 */
export const deliverMail = async (
  scope: Scope,
  data: Readonly<Record<string, unknown>>,
  tools: JobTools,
): Promise<void> => {
  const id = String(data.mailId)
  // Without a mail server mails stay in the outbox, where the operator reads them.
  if (!tools.mail) return markHeld(scope, id)
  await dropEndedMails(scope)
  const mail = await takeWaitingMail(scope, id)
  if (!mail) return
  const attachments = await attachmentsOf(scope, mail.attachment_file_id)
  try {
    await tools.mail({
      id: mail.id,
      to: mail.to_address,
      subject: mail.subject,
      text: mail.body,
      attachments,
    })
  } catch (error) {
    const refused = refusalCode(error)
    if (refused === undefined) throw error
    return markRefused(scope, mail.id, `SMTP ${refused}`)
  }
  await markSent(scope, mail.id)
}

/** Sends what was written while there was no mail server, now that there is one. */
export const sendHeldMails = async (
  scope: Scope,
  _data: Readonly<Record<string, unknown>>,
  tools: JobTools,
): Promise<void> => {
  if (!tools.mail) return
  for (const mailId of await takeHeldMails(scope))
    await scope.outside.jobs.send(scope, 'mails.deliver', { mailId })
}

/** Blanks mails whose links have ended without having been sent. */
export const purgeMails = async (scope: Scope): Promise<void> => {
  await dropEndedMails(scope)
}
