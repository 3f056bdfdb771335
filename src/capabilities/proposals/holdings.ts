import { both } from '#kernel/bilingual.ts'
import type { GroupHolding } from '#web/capability.ts'

/** They name the registration that remains when two are found to be of one group. */
export const holdings: readonly GroupHolding[] = [
  { table: 'proposals', column: 'group_id', label: both('提案', 'Proposals') },
  { table: 'consultations', column: 'group_id', label: both('事前相談', 'Consultations') },
]
