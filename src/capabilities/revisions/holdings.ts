import { both } from '#kernel/bilingual.ts'
import type { GroupHolding } from '#web/capability.ts'

/** What was asked of a registration stays with it; what is still open ends with it. */
export const holdings: readonly GroupHolding[] = [
  {
    table: 'revisions',
    column: 'group_id',
    label: both('変更届・更新', 'Changes and renewals'),
    stays: both('元の登録の記録として残します', 'It stays as the record of the old registration'),
  },
]
