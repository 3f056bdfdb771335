import type { Bilingual } from '#kernel/bilingual.ts'
import type { Group, GroupState } from '../groups/index.ts'

/** Rows of one kind that went over, or would. */
export type Moved = {
  readonly table: string
  readonly label: Bilingual
  readonly ids: readonly string[]
}

/** What would become of the rows of one kind. */
export type Foreseen = {
  readonly table: string
  readonly label: Bilingual
  readonly count: number
  /** Why they stay where they are; undefined where they go over. */
  readonly stays: Bilingual | undefined
}

/** A merge that was done. */
export type Merge = {
  readonly loserId: string
  readonly winnerId: string
  readonly loserName: string
  readonly winnerName: string
  readonly reason: string
  readonly mergerName: string
  readonly mergedAt: Date
  readonly moved: readonly Moved[]
}

/** Why two registrations cannot become one this way round. */
export type MergeProblem = 'merged-already' | 'winner-ended' | 'registered-is-lost' | 'not-sent'

const ended: readonly GroupState[] = ['rejected', 'withdrawn', 'revoked']

type Side = Pick<Group, 'state' | 'mergedInto' | 'receiptNumber' | 'channel'>

const isAtHome = ({ receiptNumber, channel }: Side): boolean =>
  receiptNumber === null && channel === 'web'

/**
 * The registration that remains must be alive, and must be registered where the other one is: nothing that
 * is public goes by a merge. What somebody still writes at home is nobody's to merge.
 */
export const mergeProblem = (loser: Side, winner: Side): MergeProblem | undefined => {
  if (loser.mergedInto || winner.mergedInto) return 'merged-already'
  if (isAtHome(loser) || isAtHome(winner)) return 'not-sent'
  if (ended.includes(winner.state)) return 'winner-ended'
  const registered = ({ state }: Side): boolean => state === 'approved' || state === 'suspended'
  return registered(loser) && !registered(winner) ? 'registered-is-lost' : undefined
}

/** Which of the two remains unless somebody chooses: the one that can, and was registered first. */
export const proposeWinner = (one: Group, other: Group): string => {
  if (mergeProblem(one, other)) return one.id
  if (mergeProblem(other, one)) return other.id
  const [a, b] = [one.registeredOn ?? '9999', other.registeredOn ?? '9999']
  return b < a ? other.id : one.id
}
