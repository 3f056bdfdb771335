import type { Scope } from '#data/scope.ts'
import { type AsJson, type Question, question } from '#data/together.ts'
import { accountOf, nameOf } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { ProgressEntry } from '../progress.ts'
import type { Side } from '../project.ts'

const columns = [
  'id',
  'project_id',
  'fiscal_year',
  'side',
  'account_id',
  'author_name',
  'happened_on',
  'body',
  'public',
  'written_at',
] as const

type Row = {
  id: string
  project_id: string
  fiscal_year: number
  side: string
  account_id: string | null
  author_name: string
  happened_on: string
  body: string
  public: boolean
  written_at: Date
}

const toEntry = (row: Row | AsJson<Row>): ProgressEntry => ({
  id: row.id,
  projectId: row.project_id,
  fiscalYear: row.fiscal_year,
  side: row.side as Side,
  accountId: row.account_id,
  authorName: row.author_name,
  happenedOn: row.happened_on as PlainDate,
  body: row.body,
  public: row.public,
  writtenAt: new Date(row.written_at),
})

/** The log, newest day first; at most 200, as many as a page can carry. */
export const askEntries = (
  scope: Scope,
  projectId: string,
  options: { readonly publicOnly: boolean },
): Question<readonly ProgressEntry[]> => {
  const statement = scope.db
    .selectFrom('progress_entries')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('project_id', '=', projectId)
    .$if(options.publicOnly, (query) => query.where('public', '=', true))
    .orderBy('happened_on', 'desc')
    .orderBy('written_at', 'desc')
    .limit(200)
  return question(statement, (rows) => rows.map(toEntry))
}

export const findEntry = async (
  scope: Scope,
  projectId: string,
  id: string,
): Promise<ProgressEntry | undefined> => {
  const row = await scope.db
    .selectFrom('progress_entries')
    .select(columns)
    .where('city_id', '=', scope.city.id)
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toEntry(row)
}

/** Adds an entry of the log, or mends one's own. */
export const saveEntry = async (
  scope: Scope,
  entry: Pick<
    ProgressEntry,
    'id' | 'projectId' | 'fiscalYear' | 'side' | 'happenedOn' | 'body' | 'public'
  >,
): Promise<void> => {
  const content = {
    happened_on: entry.happenedOn,
    body: entry.body,
    public: entry.public,
  }
  await scope.db
    .insertInto('progress_entries')
    .values({
      city_id: scope.city.id,
      id: entry.id,
      project_id: entry.projectId,
      fiscal_year: entry.fiscalYear,
      side: entry.side,
      account_id: accountOf(scope.actor),
      author_name: nameOf(scope.actor),
      written_at: scope.now,
      ...content,
    })
    .onConflict((same) => same.columns(['city_id', 'id']).doUpdateSet(content))
    .execute()
}
