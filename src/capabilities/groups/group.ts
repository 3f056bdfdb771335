import type { PlainDate } from '#kernel/calendar.ts'
import type { Channel } from '../procedures/index.ts'
import type { Introduction } from './introduction.ts'
import type { PublicProfile } from './profile.ts'
import type { GroupState } from './registration.ts'

/** 団体: one registration with its state, and what everyone may know of the group. */
export type Group = {
  readonly id: string
  readonly state: GroupState
  /** 登録の区分: a class of `registration.json`. */
  readonly class: string
  /** 受付番号, given when the registration was first sent. */
  readonly receiptNumber: string | null
  /** 登録番号, given when it was approved; it stays with the group for ever. */
  readonly number: string | null
  readonly name: string
  readonly nameKana: string
  readonly legalForm: string
  /** The same as far as everyone may know it; empty where it is not published. */
  readonly publicLegalForm: string
  readonly members: number | null
  readonly recruiting: boolean
  readonly profile: PublicProfile
  /** What the group tells of itself; null while it has said nothing. */
  readonly introduction: Introduction | null
  /** Codes of the city's fields of activity. */
  readonly fields: readonly string[]
  readonly registeredOn: PlainDate | null
  /** The last valid day; null where a registration does not end by itself. */
  readonly validUntil: PlainDate | null
  readonly channel: Channel
  /** The day on which the paper came; null for what was sent on the web. */
  readonly receivedOn?: PlainDate | null
  /** 法人番号, with its check digit proved. */
  readonly corporateNumber: string | null
  /** The registration that this one was found to be the same as. */
  readonly mergedInto: string | null
  /** False for a group that came on paper and whose leader has no account yet. */
  readonly hasRepresentative: boolean
  readonly updatedAt: Date
}

/** The kind under which timeline, tasks, files and messages know a group. */
export const groupKind = 'group'

/** What the timeline and tasks call this group. */
export const subjectOf = (group: Pick<Group, 'id' | 'name'>) => ({
  kind: groupKind,
  id: group.id,
  title: group.name,
})

/** The key of the sheet that holds the answers of the registration. */
export const sheetKeyOf = (groupId: string) =>
  ({ kind: groupKind, id: groupId, purpose: 'registration' }) as const

/** True for a group whose page everyone may read in full. */
export const isRegistered = (group: Pick<Group, 'state'>): boolean => group.state === 'approved'

/** True for a group that was registered once: its name and number stay readable behind old links. */
export const wasRegistered = (group: Pick<Group, 'number'>): boolean => group.number !== null
