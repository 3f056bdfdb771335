import { MakeReadyFirst } from '#data/again.ts'
import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { findReady, makeReady, type OfficialDocument, renderPdf } from '#web/document/index.ts'
import { writeMail } from '../mails/index.ts'
import { keepBytes } from './files.ts'
import { insertNotice } from './notice-queries.ts'
import type { SubjectRef } from './subject.ts'

/** A notice about to be issued. Its number was taken beforehand and stands in the document. */
export type NoticeDraft = {
  readonly subject: SubjectRef
  readonly kind: string
  readonly number: string
  readonly title: string
  readonly document: OfficialDocument
  readonly groupId?: string
  readonly accountId?: string
  /** Who gets it by mail, with the covering words. */
  readonly mails: readonly {
    readonly to: string
    readonly subject: string
    readonly body: string
  }[]
}

/** Files of notices are kept under this purpose. */
export const noticePurpose = 'notice'

/**
 * Issues a numbered document: PDF, record, mails and audit in the transaction of the decision itself. Where
 * the transaction can be begun again, the letter is set in between, with nothing held: the numbers' counter
 * and the rows of the decision are then waited for by nobody.
 * @throws MakeReadyFirst
 */
export const issueNotice = async (scope: Scope, draft: NoticeDraft): Promise<string> => {
  const ready = findReady(draft.document)
  if (!ready && scope.restarts) throw new MakeReadyFirst(() => makeReady(draft.document))
  const bytes = ready ?? (await renderPdf(draft.document))
  const fileId = await keepBytes(scope, draft.subject, {
    purpose: noticePurpose,
    name: `${draft.number}.pdf`,
    mediaType: 'application/pdf',
    bytes,
  })
  const id = await insertNotice(scope, {
    subject: draft.subject,
    kind: draft.kind,
    number: draft.number,
    issuedOn: tokyoDayOf(scope.now),
    title: draft.title,
    content: draft.document,
    fileId,
    groupId: draft.groupId,
    accountId: draft.accountId,
  })
  for (const mail of draft.mails) await writeMail(scope, { ...mail, attachmentFileId: fileId })
  await audit(scope, {
    action: 'procedures.issue-notice',
    subjectKind: draft.subject.kind,
    subjectId: draft.subject.id,
    after: { number: draft.number, title: draft.title },
  })
  return id
}
