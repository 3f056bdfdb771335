import { InsertQueryNode, TableNode, UpdateQueryNode } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { Store } from '../../src/store.ts'

/** The same scope, counting what is asked of the database through it. */
export const countQueries = (
  scope: Scope,
): { readonly scope: Scope; readonly count: () => number } => {
  let asked = 0
  const db = scope.db.withPlugin({
    transformQuery: ({ node }) => node,
    // Counted by its answer: a statement that stands within another one is transformed too, but never sent.
    transformResult: async ({ result }) => {
      asked += 1
      return result
    },
  })
  return { scope: { ...scope, db }, count: () => asked }
}

/** The same scope, noting which table is written to, in order, and when an answer came. */
export const watchWrites = (
  scope: Scope,
): { readonly scope: Scope; readonly writes: readonly string[] } => {
  const writes: string[] = []
  const db = scope.db.withPlugin({
    transformQuery: ({ node }) => {
      const into = InsertQueryNode.is(node)
        ? node.into
        : UpdateQueryNode.is(node)
          ? node.table
          : undefined
      if (into && TableNode.is(into)) writes.push(into.table.identifier.name)
      return node
    },
    transformResult: async ({ result }) => {
      writes.push('answer')
      return result
    },
  })
  return { scope: { ...scope, db }, writes }
}

/**
 * What no page asks for itself: the ends of its transaction, whether a page that is kept is still right, and the
 * directory of all cities, which is read again by whichever page comes first after any city has changed.
 */
const ofEveryPage = /city_versions|^BEGIN|^COMMIT|from "cities" order by "id"$/

/** Notes every statement that is sent to the database of the store: nothing that is asked can pass it by. */
export const watchStatements = (
  store: Store,
): { readonly asked: () => readonly string[]; readonly forget: () => void } => {
  const statements: string[] = []
  store.database.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      const [first] = given as [string | { text?: string }]
      statements.push(typeof first === 'string' ? first : (first.text ?? ''))
      return query(...given)
    }) as typeof client.query
  })
  return {
    asked: () => statements.filter((text) => !ofEveryPage.test(text)),
    forget: () => {
      statements.length = 0
    },
  }
}
