import type { Channel } from '../../procedures/index.ts'
import type { Issue, IssueState } from '../issue.ts'

/** Columns of one issue. */
export const issueColumns = [
  'id',
  'state',
  'receipt_number',
  'title',
  'body',
  'place',
  'field',
  'department',
  'author_account',
  'author_name',
  'public_name',
  'channel',
  'city_answer',
  'published_at',
  'created_at',
] as const

export type IssueRow = {
  id: string
  state: string
  receipt_number: string
  title: string
  body: string
  place: string
  field: string | null
  department: string | null
  author_account: string | null
  author_name: string
  public_name: string
  channel: string
  city_answer: string | null
  published_at: Date | null
  created_at: Date
}

export const toIssue = (row: IssueRow): Issue => ({
  id: row.id,
  state: row.state as IssueState,
  receiptNumber: row.receipt_number,
  title: row.title,
  body: row.body,
  place: row.place,
  field: row.field,
  department: row.department,
  authorAccount: row.author_account,
  authorName: row.author_name,
  publicName: row.public_name,
  channel: row.channel as Channel,
  cityAnswer: row.city_answer,
  publishedAt: row.published_at,
  createdAt: row.created_at,
})
