import type { Scope } from '#data/scope.ts'
import { askAlone, type Question, question } from '#data/together.ts'
import { fiscalYearOf, type PlainDate } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import type { OfficialDocument } from '#web/document/index.ts'
import type { SubjectRef } from './subject.ts'

/** 通知・公文書: numbered, frozen. `fileId` is its PDF. */
export type Notice = {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly issuedOn: PlainDate
  readonly title: string
  readonly fileId: string
}

export type NewNotice = Omit<Notice, 'id'> & {
  readonly subject: SubjectRef
  readonly content: OfficialDocument
  readonly groupId?: string | undefined
  readonly accountId?: string | undefined
}

export const insertNotice = async (scope: Scope, notice: NewNotice): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('notices')
    .values({
      city_id: scope.city.id,
      id,
      subject_kind: notice.subject.kind,
      subject_id: notice.subject.id,
      kind: notice.kind,
      number: notice.number,
      fiscal_year: fiscalYearOf(notice.issuedOn),
      issued_on: notice.issuedOn,
      title: notice.title,
      content: JSON.stringify(notice.content),
      file_id: notice.fileId,
      group_id: notice.groupId ?? null,
      account_id: notice.accountId ?? null,
      created_at: scope.now,
    })
    .execute()
  return id
}

/** Notices about a subject, oldest first. */
export const askNotices = (scope: Scope, subject: SubjectRef): Question<Notice[]> => {
  const statement = scope.db
    .selectFrom('notices')
    .select(['id', 'kind', 'number', 'issued_on', 'title', 'file_id'])
    .where('city_id', '=', scope.city.id)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('created_at')
  return question(statement, (rows) =>
    rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      number: row.number,
      issuedOn: row.issued_on as PlainDate,
      title: row.title,
      fileId: row.file_id,
    })),
  )
}

/** The same, asked alone. */
export const listNotices = (scope: Scope, subject: SubjectRef): Promise<Notice[]> =>
  askAlone(scope, askNotices(scope, subject))
