import { both } from '#kernel/bilingual.ts'
import type { GroupHolding } from '#web/capability.ts'

/** They name the registration that remains when two are found to be of one group. */
export const holdings: readonly GroupHolding[] = [
  { table: 'projects', column: 'group_id', label: both('協働事業', 'Projects') },
]
