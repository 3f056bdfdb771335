import { both } from '#kernel/bilingual.ts'
import type { GroupHolding } from '#web/capability.ts'

const own = both('元の登録の記録として残します', 'It stays as the record of the old registration')

/** What the registration itself keeps of groups when two become one. */
export const holdings: readonly GroupHolding[] = [
  {
    table: 'groups',
    column: 'merged_into',
    label: both('先にまとめた登録', 'Registrations merged before'),
  },
  {
    table: 'group_fields',
    column: 'group_id',
    label: both('一覧での活動の分野', 'Fields in the directory'),
    stays: own,
  },
  {
    table: 'registration_periods',
    column: 'group_id',
    label: both('登録していた期間', 'Times of registration'),
    stays: own,
  },
  {
    table: 'agreed_declarations',
    column: 'group_id',
    label: both('誓約・同意', 'Declarations'),
    stays: own,
  },
  { table: 'registration_visits', column: 'group_id', label: both('来所', 'Visits'), stays: own },
]
