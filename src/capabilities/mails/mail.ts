import type { PlainDate } from '#kernel/calendar.ts'

/** What a mail is about: mails about the same matter stand together in a digest. */
export type Matter = { readonly kind: string; readonly id: string; readonly title: string }

/** A mail to be written: one recipient, plain text. */
export type MailDraft = {
  readonly to: string
  readonly subject: string
  readonly body: string
  /** A file of this city that goes with it. */
  readonly attachmentFileId?: string
  /** When the link in it ends; it is not sent after that, however long the mail server was away. */
  readonly expiresAt?: Date
  /**
   * Given for mails that may wait for the reader's next digest. All others (signing in, invitations, letters
   * of decisions) leave at once, whatever their reader chose.
   */
  readonly about?: Matter
  /** Until when its reader is asked to do something: a mail does not wait beyond it. */
  readonly dueOn?: PlainDate | undefined
  /** Where a program of its reader's stops further mails of the kind with one press (RFC 8058). */
  readonly stopUrl?: string
}

/** A subject is one line: nothing a person typed can add a header. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200)

/**
 * How long a mail's row stays, in seconds: address and subject of what was sent for 30 days, so that somebody
 * who misses a mail can be told what became of it; what could not be sent for 90, for the operator.
 */
export const mailRetention = { sent: 30 * 86_400, failed: 90 * 86_400 } as const
