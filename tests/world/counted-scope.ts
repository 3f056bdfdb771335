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
