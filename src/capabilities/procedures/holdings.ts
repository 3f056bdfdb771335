import { both } from '#kernel/bilingual.ts'
import type { GroupHolding } from '#web/capability.ts'
import { mergeTasks } from './merge-queries.ts'

/** What procedures keep of groups. Their subjects (timeline, files, sheets) stay with the registration they are about. */
export const holdings: readonly GroupHolding[] = [
  { table: 'tasks', column: 'group_id', label: both('やること', 'Things to do'), move: mergeTasks },
  {
    table: 'notices',
    column: 'group_id',
    label: both('通知・公文書の宛先', 'Letters addressed to it'),
  },
]
