import type { Bilingual } from '#kernel/bilingual.ts'
import type { RoleCode } from './role.ts'

/** How a thing reached the city when staff entered it for somebody. */
export const channels = ['web', 'counter', 'post', 'phone', 'mail'] as const
export type Channel = (typeof channels)[number]

/** Something that happened to a subject. */
export type EventDraft = {
  readonly step: string
  readonly title: Bilingual
  /** In which role the actor did it. */
  readonly role: RoleCode
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
  /** A code of role.ts; `roleText` says it. */
  readonly actorRole: string
  readonly reason: string | null
  readonly documentNumber: string | null
  readonly public: boolean
  readonly channel: Channel
}
