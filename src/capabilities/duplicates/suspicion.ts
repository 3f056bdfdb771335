import type { PlainDate } from '#kernel/calendar.ts'
import type { GroupState } from '../groups/index.ts'
import type { KeyKind } from './folding.ts'
import type { Strength } from './matching.ts'

/** A registration as the desk tells it from another. */
export type Candidate = {
  readonly id: string
  readonly name: string
  readonly nameKana: string
  readonly state: GroupState
  readonly number: string | null
  readonly receiptNumber: string | null
  readonly registeredOn: PlainDate | null
}

/** A registration that may be of the same group: what is the same, and how strongly that speaks for it. */
export type Duplicate = {
  readonly group: Candidate
  readonly kinds: readonly KeyKind[]
  readonly points: number
  readonly strength: Strength
}

/** What was found out about two registrations that were looked at: they are two. */
export type VerdictOnPair = {
  readonly kinds: readonly KeyKind[]
  readonly reason: string
  readonly deciderName: string
  readonly decidedAt: Date
}

/** States in which a registration can still be gone on with; all others are only history. */
export const liveStates: readonly GroupState[] = [
  'draft',
  'submitted',
  'returned',
  'provisional',
  'approved',
  'suspended',
  'lapsed',
]

/** A verdict keeps quiet as long as nothing new is in common. */
export const isQuiet = (
  kinds: readonly KeyKind[],
  verdict: Pick<VerdictOnPair, 'kinds'> | undefined,
): boolean => verdict !== undefined && kinds.every((kind) => verdict.kinds.includes(kind))

/** The two ids in the order in which a pair is stored. */
export const pairOf = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a])
