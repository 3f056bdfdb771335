import { type SqlBool, sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { foldForSearch } from '#kernel/text.ts'
import type { IssueState } from '../issue.ts'
import { type IssueFilter, type ListedIssue, pageSize } from '../listing.ts'

const wordsOf = (q: string): readonly string[] =>
  foldForSearch(q).split(' ').filter(Boolean).slice(0, 8)

const matching = (scope: Scope, filter: IssueFilter) => {
  let query = scope.db.selectFrom('issues').where('city_id', '=', scope.city.id)
  query = filter.state
    ? query.where('state', '=', filter.state)
    : query.where('state', 'in', ['published', 'closed'])
  if (filter.field) query = query.where('field', '=', filter.field)
  if (filter.department) query = query.where('department', '=', filter.department)
  for (const word of wordsOf(filter.q))
    query = query.where(sql<SqlBool>`strpos(search_text, ${word}) > 0`)
  return query
}

/** One page of public issues, the newest first. */
export const listIssues = async (scope: Scope, filter: IssueFilter): Promise<ListedIssue[]> => {
  const rows = await matching(scope, filter)
    .select(['id', 'title', 'place', 'field', 'department', 'state', 'published_at'])
    .select([
      sql<string>`left(body, 120)`.as('beginning'),
      sql<boolean>`city_answer IS NOT NULL`.as('answered'),
    ])
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .execute()
  return rows.map(({ published_at, state, ...row }) => ({
    ...row,
    state: state as ListedIssue['state'],
    publishedAt: published_at ?? scope.now,
  }))
}

/** How many public issues are found in all. */
export const countIssues = async (scope: Scope, filter: IssueFilter): Promise<number> => {
  const row = await matching(scope, filter)
    .select((count) => count.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** Issues that a person raised, the newest first, in whatever state. */
export const listIssuesOf = async (
  scope: Scope,
  accountId: string,
): Promise<
  readonly {
    readonly id: string
    readonly title: string
    readonly state: IssueState
    readonly receiptNumber: string
    readonly createdAt: Date
  }[]
> => {
  const rows = await scope.db
    .selectFrom('issues')
    .select(['id', 'title', 'state', 'receipt_number', 'created_at'])
    .where('city_id', '=', scope.city.id)
    .where('author_account', '=', accountId)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    state: row.state as IssueState,
    receiptNumber: row.receipt_number,
    createdAt: row.created_at,
  }))
}
