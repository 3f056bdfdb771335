/** What was done to an entry. */
export const changeKinds = ['added', 'ended', 'corrected', 'struck'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Words of an entry by the name of what they say; only what changed. */
export type Words = Readonly<Record<string, string>>

export type ChangeDraft = {
  readonly personId: string
  readonly kind: ChangeKind
  readonly before?: Words | undefined
  readonly after?: Words | undefined
  readonly reason?: string | undefined
}

/** A change as the group reads it. */
export type RosterChange = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly kind: ChangeKind
  readonly before: Words | null
  readonly after: Words | null
  readonly reason: string
  readonly actorName: string
  readonly at: Date
}

/** Somebody of the staff who looked, and why. */
export type Viewing = {
  readonly viewerName: string
  readonly reason: string
  readonly at: Date
  readonly endsAt: Date
}

/** Entries of a list of traces on one page. */
export const tracesShown = 50
