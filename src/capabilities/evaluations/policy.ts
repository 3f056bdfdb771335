import { no, type Verdict, yes } from '#kernel/refusals.ts'
import { type Evaluation, hasConfirmed, hasSubmitted } from './evaluation.ts'

type Side = 'group' | 'city'

/** Where somebody stands towards an evaluation: found once for each request. */
export type Standpoint = {
  /** The side for which they work, if they do. */
  readonly side: Side | undefined
  readonly office: boolean
  /** All of the group, the department, the office. */
  readonly concerned: boolean
  /**
   * On the programme's committee; `recused` with a tie to the group or an interest declared, `undeclared` until
   * the member has said how they are related to it.
   */
  readonly seat: 'none' | 'undeclared' | 'sits' | 'recused'
  /** True once the member has written their own assessment. */
  readonly assessed: boolean
  /** The project is still being evaluated. */
  readonly open: boolean
}

type Of = Pick<Evaluation, 'state' | 'submitted' | 'confirmed' | 'mutualRevision'>

/** The evaluation workflow's roles that somebody holds. */
export const rolesAt = (at: Standpoint): readonly string[] => [
  ...(at.side === 'group' ? ['group'] : []),
  ...(at.side === 'city' ? ['department'] : []),
  ...(at.office ? ['office'] : []),
  ...(at.seat === 'sits' ? ['reviewer'] : []),
]

const inState = (at: Standpoint, of: Of, state: Evaluation['state']): Verdict =>
  at.open && of.state === state ? yes : no('not-now')

/** Writes its own side's self-evaluation, until it is handed in. */
export const canScore = (at: Standpoint, of: Of): Verdict => {
  if (!at.side) return no('evaluation-side')
  if (hasSubmitted(of, at.side)) return no('submitted-already')
  return inState(at, of, 'self')
}

/** Takes back what it handed in, as long as the other side has not: from then on nothing changes any more. */
export const canTakeBack = (at: Standpoint, of: Of): Verdict => {
  if (!at.side) return no('evaluation-side')
  if (!hasSubmitted(of, at.side)) return no('not-submitted')
  return inState(at, of, 'self')
}

/**
 * Reads a side's scores and comments. Before both are in that is the side itself and nobody else: not the
 * office, not the committee, not the other side.
 */
export const canSeeScores = (at: Standpoint, of: Of, side: Side): Verdict => {
  if (of.state === 'self') return at.side === side ? yes : no('before-both-are-in')
  return canSeeMutual(at, of)
}

/** Reads both sides beside each other. */
export const canSeeMutual = (at: Standpoint, of: Of): Verdict => {
  if (of.state === 'published') return yes
  if (of.state === 'self') return no('before-both-are-in')
  if (at.concerned) return yes
  return at.seat === 'sits' && of.state !== 'mutual' ? yes : no('evaluation-parties')
}

/** Writes why the two sides see an item differently: both sides, and the office where it brings them together. */
export const canExplain = (at: Standpoint, of: Of): Verdict => {
  if (!at.side && !at.office) return no('evaluation-side')
  return inState(at, of, 'mutual')
}

/** Confirms the explanations as they are now. */
export const canConfirm = (at: Standpoint, of: Of): Verdict => {
  if (!at.side) return no('evaluation-side')
  if (hasConfirmed(of, at.side)) return no('confirmed-already')
  return inState(at, of, 'mutual')
}

/** Closes the mutual evaluation where a side does not confirm it. */
export const canCloseMutual = (at: Standpoint, of: Of): Verdict => {
  if (!at.office) return no('office-only')
  return inState(at, of, 'mutual')
}

/** Says how they are related to the group: who sits on the committee, until the office closes. */
export const canDeclare = (at: Standpoint, of: Of): Verdict => {
  if (at.seat === 'recused') return no('recused')
  if (at.seat === 'none') return no('committee-only')
  return inState(at, of, 'third_party')
}

/** Writes an assessment, or mends one's own, until the office closes. */
export const canAssess = (at: Standpoint, of: Of): Verdict => {
  if (at.seat === 'recused') return no('recused')
  if (at.seat === 'undeclared') return no('declare-first')
  if (at.seat !== 'sits') return no('committee-only')
  return inState(at, of, 'third_party')
}

/** Reads what the members wrote: each only after writing themselves, the parties once it is closed. */
export const canSeeAssessments = (at: Standpoint, of: Of): Verdict => {
  if (of.state === 'published') return yes
  if (of.state !== 'third_party' && of.state !== 'answer') return no('not-now')
  if (at.office) return yes
  if (at.seat === 'sits' && at.assessed) return yes
  return of.state === 'answer' && at.concerned ? yes : no('assess-first')
}

export const canCloseThirdParty = (at: Standpoint, of: Of): Verdict => {
  if (!at.office) return no('office-only')
  return inState(at, of, 'third_party')
}

/** Writes the city's answer and publishes. */
export const canAnswer = (at: Standpoint, of: Of): Verdict => {
  if (!at.office) return no('office-only')
  return inState(at, of, 'answer')
}
