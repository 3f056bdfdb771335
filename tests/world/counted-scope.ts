import { InsertQueryNode, TableNode, UpdateQueryNode } from 'kysely'
import type { Scope } from '#data/scope.ts'

/** The same scope, counting what is asked of the database through it. */
export const countQueries = (
  scope: Scope,
): { readonly scope: Scope; readonly count: () => number } => {
  let asked = 0
  const db = scope.db.withPlugin({
    transformQuery: ({ node }) => {
      asked += 1
      return node
    },
    transformResult: async ({ result }) => result,
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
