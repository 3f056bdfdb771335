import { compare } from '#kernel/fraction.ts'
import { formatFraction } from '#kernel/ratio.ts'
import { totalOfScores } from './scoring/sheet.ts'
import type { Rubric, Scores } from './scoring.ts'

/** With fewer sheets than this, a total would tell whose it is. */
export const fewestPeers = 2

/**
 * What a member who has submitted may see of the others on that proposal: their totals without names, from
 * high to low, so that neither the order nor a place in it follows anybody. Undefined while there are too few.
 */
export const listPeerTotals = (
  rubric: Rubric,
  others: readonly Scores[],
): readonly string[] | undefined => {
  if (others.length < fewestPeers) return undefined
  return others
    .map((scores) => totalOfScores(rubric, scores))
    .toSorted((a, b) => compare(b, a))
    .map((total) => formatFraction(total, rubric))
}

/** Comments without names, in the order of their letters: the order in which they were written tells nothing. */
export const listComments = (comments: readonly string[]): readonly string[] =>
  comments
    .map((comment) => comment.trim())
    .filter((comment) => comment !== '')
    .toSorted()

/** The comments without those that stay hidden, each taken away once: two may say the same. */
export const withoutHidden = (
  comments: readonly string[],
  hidden: readonly string[],
): readonly string[] => {
  const left = [...hidden]
  return comments.filter((comment) => {
    const at = left.indexOf(comment)
    if (at === -1) return true
    left.splice(at, 1)
    return false
  })
}
