/** A mail to be written: one recipient, plain text. */
export type MailDraft = {
  readonly to: string
  readonly subject: string
  readonly body: string
  /** A file of this city that goes with it. */
  readonly attachmentFileId?: string
  /** When the link in it ends; it is not sent after that, however long the mail server was away. */
  readonly expiresAt?: Date
}

/** A subject is one line: nothing a person typed can add a header. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200)
