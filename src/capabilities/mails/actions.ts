import { listLiveJobs } from '#data/jobs.ts'
import type { Scope } from '#data/scope.ts'
import type { Attachment, JobTools } from '#web/capability.ts'
import { deliverJob, putBy } from './digest-actions.ts'
import type { MailDraft } from './mail.ts'
import {
  deleteOldMails,
  dropEndedMails,
  findAttachment,
  insertMail,
  markEnded,
  markHeld,
  markRefused,
  markSent,
  takeLeftMails,
  takeRefusedMails,
  takeWaitingMail,
} from './queries.ts'

/**
 * Writes the mail and its delivery job with the change that causes it. One that may wait is kept for its
 * reader's digest, where its reader or the city chose that.
 */
export const writeMail = async (scope: Scope, mail: MailDraft): Promise<void> => {
  if (await putBy(scope, mail)) return
  const id = await insertMail(scope, mail)
  await scope.outside.jobs.send(scope, deliverJob, { mailId: id })
}

const attachmentsOf = async (scope: Scope, fileId: string | null): Promise<Attachment[]> => {
  const file = fileId ? await findAttachment(scope, fileId) : undefined
  if (!file) return []
  return [
    { name: file.name, type: file.media_type, bytes: await scope.outside.files.get(file.sha256) },
  ]
}

/** The server wants a sign-in first (RFC 4954 6): a setting of ours, whichever mail it is said to. */
const signInWanted = 530

/**
 * Why this one mail will never be taken (RFC 5321 4.2.1); undefined for what may pass. Refusing the sender
 * or the whole session says nothing about this mail: it waits until that is put right.
 */
const refusalOf = (error: unknown): string | undefined => {
  const { code, command, responseCode, message } = error as {
    code?: string
    command?: string
    responseCode?: number
    message?: string
  }
  // Our own side takes no such address to any server; a bad sender is a setting and waits to be put right.
  if (code === 'EENVELOPE' && command === 'API' && /recipient/i.test(message ?? ''))
    return 'not an address that mail can be sent to'
  const isAboutThisMail = code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'RCPT TO')
  const isForGood =
    responseCode !== undefined && responseCode >= 500 && responseCode !== signInWanted
  return isAboutThisMail && isForGood ? `SMTP ${responseCode}` : undefined
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
  const mail = await takeWaitingMail(scope, id)
  if (!mail) return
  if (mail.expires_at && mail.expires_at <= scope.now) return markEnded(scope, mail.id)
  const attachments = await attachmentsOf(scope, mail.attachment_file_id)
  try {
    await tools.mail({
      id: mail.id,
      to: mail.to_address,
      subject: mail.subject,
      text: mail.body,
      attachments,
      stopUrl: mail.stop_url ?? undefined,
    })
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return markRefused(scope, mail.id, refusal)
  }
  await markSent(scope, mail.id)
}

const deliverEach = async (scope: Scope, ids: readonly string[]): Promise<void> => {
  for (const mailId of ids) await scope.outside.jobs.send(scope, deliverJob, { mailId })
}

/**
 * Sends what no job carries: written while there was no mail server, or tried until its job was given up
 * (a server that is away for longer than the queue's waits, as over New Year).
 */
export const sendHeldMails = async (
  scope: Scope,
  _data: Readonly<Record<string, unknown>>,
  tools: JobTools,
): Promise<void> => {
  if (!tools.mail) return
  const carried = (await listLiveJobs(scope, deliverJob)).map(({ mailId }) => String(mailId))
  await deliverEach(scope, await takeLeftMails(scope, carried))
}

/** Takes refused mails up again, once an operator has put right what was refused. @returns how many */
export const retryRefusedMails = async (scope: Scope): Promise<number> => {
  const ids = await takeRefusedMails(scope)
  await deliverEach(scope, ids)
  return ids.length
}

/** Blanks mails whose links have ended without having been sent, and forgets those of long ago. */
export const purgeMails = async (scope: Scope): Promise<void> => {
  await dropEndedMails(scope)
  await deleteOldMails(scope)
}
