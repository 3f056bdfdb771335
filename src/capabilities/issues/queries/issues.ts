import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import { accountOf } from '#kernel/actor.ts'
import { isId } from '#kernel/ids.ts'
import { NotFound } from '#kernel/refusals.ts'
import type { OnBehalf } from '../form.ts'
import { type Issue, type IssueState, type IssueText, searchTextOf } from '../issue.ts'
import type { ThemeOfIssue } from '../listing.ts'
import { type IssueRow, issueColumns, toIssue } from './issue-row.ts'

export const findIssue = async (scope: Scope, id: string): Promise<Issue | undefined> => {
  if (!isId(id)) return undefined
  const row = await scope.db
    .selectFrom('issues')
    .select(issueColumns)
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toIssue(row)
}

/** @throws NotFound */
export const getIssue = async (scope: Scope, id: string): Promise<Issue> => {
  const issue = await findIssue(scope, id)
  if (!issue) throw new NotFound('issue')
  return issue
}

/** An issue with the public themes that came of it, in one query. @throws NotFound */
export const getIssueWithThemes = async (
  scope: Scope,
  id: string,
): Promise<{ readonly issue: Issue; readonly themes: readonly ThemeOfIssue[] }> => {
  if (!isId(id)) throw new NotFound('issue')
  const row = await scope.db
    .selectFrom('issues')
    .select([
      ...issueColumns,
      sql<ThemeOfIssue[]>`coalesce((
        SELECT jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'department', t.department, 'state', t.state)
          ORDER BY t.published_at, t.id)
        FROM themes t
        WHERE t.city_id = issues.city_id AND t.issue_id = issues.id AND t.state <> 'draft'), '[]')`.as(
        'themes',
      ),
    ])
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('issue')
  return { issue: toIssue(row as IssueRow), themes: row.themes }
}

export type NewIssue = IssueText & {
  readonly id: string
  readonly receiptNumber: string
  readonly authorName: string
  readonly onBehalf: OnBehalf | undefined
}

export const insertIssue = async (scope: Scope, issue: NewIssue): Promise<Issue> => {
  const row = await scope.db
    .insertInto('issues')
    .values({
      city_id: scope.city.id,
      id: issue.id,
      state: 'submitted',
      receipt_number: issue.receiptNumber,
      title: issue.title,
      body: issue.body,
      place: issue.place,
      field: issue.field,
      author_account: issue.onBehalf ? null : accountOf(scope.actor),
      author_name: issue.authorName,
      public_name: issue.publicName,
      channel: issue.onBehalf?.channel ?? 'web',
      search_text: searchTextOf(issue),
      created_at: scope.now,
      updated_at: scope.now,
    })
    .returning(issueColumns)
    .executeTakeFirstOrThrow()
  return toIssue(row)
}

/** Replaces what the author wrote. */
export const updateIssueText = async (
  scope: Scope,
  issue: Issue,
  text: IssueText,
): Promise<void> => {
  await scope.db
    .updateTable('issues')
    .set({
      title: text.title,
      body: text.body,
      place: text.place,
      field: text.field,
      public_name: text.publicName,
      search_text: searchTextOf({ ...text, cityAnswer: issue.cityAnswer }),
      updated_at: scope.now,
    })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', issue.id)
    .execute()
}

/** What a step changes besides the state. */
export type IssueChange = {
  readonly department?: string | null | undefined
  readonly cityAnswer?: string | undefined
}

/** Moves an issue on. @returns false when it was no longer in the state it was seen in */
export const moveIssue = async (
  scope: Scope,
  issue: Issue,
  to: IssueState,
  change: IssueChange = {},
): Promise<boolean> => {
  const { department, cityAnswer } = change
  const result = await scope.db
    .updateTable('issues')
    .set({
      state: to,
      updated_at: scope.now,
      ...(to === 'published' && issue.publishedAt === null ? { published_at: scope.now } : {}),
      ...(department === undefined ? {} : { department }),
      ...(cityAnswer === undefined
        ? {}
        : { city_answer: cityAnswer, search_text: searchTextOf({ ...issue, cityAnswer }) }),
    })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', issue.id)
    .where('state', '=', issue.state)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
