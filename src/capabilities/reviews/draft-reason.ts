import { type Language, say } from '#kernel/bilingual.ts'
import type { Call } from '../programmes/index.ts'
import type { FrozenStanding } from './ranking.ts'
import type { Review } from './review.ts'
import { sentences } from './sentences.ts'

/** True where the programme lets at least the group know its scores. */
export const tellsScores = (call: Pick<Call, 'definition'>): boolean =>
  call.definition.publish.scores !== 'none'

/**
 * The first words of a reason, from the ranking: the office goes on from them. Without figures where the
 * programme tells nobody the scores, not even the group.
 */
export const draftReason = (
  review: Pick<Review, 'ranking'>,
  standing: FrozenStanding | undefined,
  told: { readonly language: Language; readonly withScores: boolean },
): string => {
  const { language, withScores } = told
  const words = sentences[language].decision
  if (!standing || standing.exact === null) return ''
  if (!standing.passed)
    return withScores ? standing.reasons.map((reason) => say(reason, language)).join('\n') : ''
  if (!withScores || standing.rank === null) return words.reasonPassed
  const all = review.ranking?.standings.length ?? 0
  return words.reasonSelected(
    words.totalText(standing.printed, standing.maximum),
    words.rankOf(standing.rank, all),
  )
}
