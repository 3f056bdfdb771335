import type { Article } from './agreement.ts'

export type MergedArticles = {
  readonly articles: readonly Article[]
  /** Places of articles that both changed, differently: what I typed stands in `articles`. */
  readonly conflicts: readonly number[]
}

const sameText = (a: Article | undefined, b: Article | undefined): boolean =>
  a?.title === b?.title && a?.text === b?.text

const mergeOne = (
  base: Article | undefined,
  mine: Article | undefined,
  stored: Article | undefined,
): { readonly article: Article | undefined; readonly conflict: boolean } => {
  const [iChanged, theyChanged] = [!sameText(mine, base), !sameText(stored, base)]
  return {
    article: iChanged ? mine : stored,
    conflict: iChanged && theyChanged && !sameText(mine, stored),
  }
}

/**
 * Brings together what I typed and what somebody saved since my page was shown. An article that only one of
 * us touched keeps that one's words.
 * @param base the articles as my page showed them
 */
export const mergeArticles = (
  base: readonly Article[],
  mine: readonly Article[],
  stored: readonly Article[],
): MergedArticles => {
  const places = Math.max(base.length, mine.length, stored.length)
  const merged = Array.from({ length: places }, (_, at) => mergeOne(base[at], mine[at], stored[at]))
  return {
    articles: merged.flatMap(({ article }) => (article ? [article] : [])),
    conflicts: merged.flatMap(({ conflict }, at) => (conflict ? [at] : [])),
  }
}
