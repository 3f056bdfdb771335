import type { Bilingual } from '#kernel/bilingual.ts'

/** How a thing reached the city when staff entered it for somebody. */
export const channels = ['web', 'counter', 'post', 'phone', 'mail'] as const
export type Channel = (typeof channels)[number]

/** Something that happened to a subject. */
export type EventDraft = {
  readonly step: string
  readonly title: Bilingual
  /** In which role the actor did it, as people read it: 審査委員, 団体. */
  readonly role: string
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly reason?: string | undefined
  readonly documentNumber?: string | undefined
  /** Shown on public pages, without the actor's name. */
  readonly public?: boolean | undefined
  readonly channel?: Channel | undefined
}

export type TimelineEntry = {
  readonly id: string
  readonly at: Date
  readonly step: string
  readonly title: Bilingual
  readonly from: string | null
  readonly to: string | null
  readonly actorName: string
  readonly actorRole: string
  readonly reason: string | null
  readonly documentNumber: string | null
  readonly public: boolean
  readonly channel: Channel
}
