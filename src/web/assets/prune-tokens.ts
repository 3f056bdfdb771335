const definition = /--([\w-]+):[^;{}]*;?/g
const use = /var\(--([\w-]+)/g

/** A style sheet without the custom properties that nothing in it uses. */
export function pruneTokens(css: string): string {
  const used = new Set([...css.matchAll(use)].map(([, name]) => name))
  const pruned = css.replace(definition, (whole, name: string) => (used.has(name) ? whole : ''))
  return pruned === css ? css : pruneTokens(pruned)
}
