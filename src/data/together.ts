import { type Expression, sql } from 'kysely'
import type { Scope } from './scope.ts'

/** A row as JSON carries it: instants are text there, and everything else is what it is. */
export type AsJson<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? AsJson<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: AsJson<T[Key]> }
      : T

/**
 * A question to the database that has not been asked yet: one statement that gives rows, and how they are read.
 * Several of them are asked in one statement, so that a page that is put together by many costs one question.
 */
export type Question<T> = {
  readonly statement: Expression<unknown>
  /** Rows come in the order of the statement. */
  readonly read: (rows: readonly unknown[]) => T
}

/** Ties a statement to the reader of its rows. */
export const question = <Row, T>(
  statement: Expression<Row>,
  read: (rows: readonly AsJson<Row>[]) => T,
): Question<T> => ({ statement, read: read as Question<T>['read'] })

type Answers<T extends readonly Question<unknown>[]> = {
  -readonly [At in keyof T]: T[At] extends Question<infer Answer> ? Answer : never
}

/** Asks all of them in one statement. @returns their answers in the same order; nothing is asked for none */
export const askTogether = async <const T extends readonly Question<unknown>[]>(
  scope: Scope,
  questions: T,
): Promise<Answers<T>> => {
  if (questions.length === 0) return [] as Answers<T>
  const columns = questions.map(
    ({ statement }, at) =>
      sql`(SELECT coalesce(json_agg(x), '[]') FROM (${statement}) x) AS ${sql.ref(`q${at}`)}`,
  )
  const { rows } = await sql<Record<string, unknown[]>>`SELECT ${sql.join(columns)}`.execute(
    scope.db,
  )
  return questions.map(({ read }, at) => read(rows[0]?.[`q${at}`] ?? [])) as Answers<T>
}

/** Asks one alone. 1 query. */
export const askAlone = async <T>(scope: Scope, one: Question<T>): Promise<T> => {
  const [answer] = await askTogether(scope, [one])
  return answer as T
}
