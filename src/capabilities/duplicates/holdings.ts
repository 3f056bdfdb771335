import { both } from '#kernel/bilingual.ts'
import type { GroupHolding } from '#web/capability.ts'

/** Nobody is told of what the product makes for itself. */
const anew = {
  unseen: true,
  stays: both('まとめた後に作り直します', 'Made anew after the merge'),
} as const
const record = both('判断の記録として残します', 'It stays as the record of a decision')

const held = (
  table: string,
  column: string,
  label: GroupHolding['label'],
): Pick<GroupHolding, 'table' | 'column' | 'label'> => ({ table, column, label })

/** What is known of suspicions is made anew; what was decided stays as it was decided. */
export const holdings: readonly GroupHolding[] = [
  { ...held('group_keys', 'group_id', both('比べるための鍵', 'Keys')), ...anew },
  { ...held('group_key_times', 'group_id', both('鍵を作った時', 'Times of keys')), ...anew },
  { ...held('duplicate_suspicions', 'one_id', both('重複の疑い', 'Suspicions')), ...anew },
  { ...held('duplicate_suspicions', 'other_id', both('重複の疑い', 'Suspicions')), ...anew },
  {
    ...held('duplicate_verdicts', 'one_id', both('別の団体とした判断', 'Verdicts')),
    stays: record,
  },
  {
    ...held('duplicate_verdicts', 'other_id', both('別の団体とした判断', 'Verdicts')),
    stays: record,
  },
  { ...held('group_merges', 'loser_id', both('まとめた記録', 'Merges')), stays: record },
  { ...held('group_merges', 'winner_id', both('まとめた記録', 'Merges')), stays: record },
]
