import { both } from '#kernel/bilingual.ts'
import type { LiveTable } from '#web/live-table.ts'

/** Counts of today that continue what 鎌倉市 printed. */
export const registered: LiveTable = {
  code: 'registered-groups',
  theme: 'groups',
  title: both('登録団体の数', 'Registered groups'),
  unit: both('団体', 'groups'),
  kind: 'series',
  definition: both('登録が有効な団体', 'Groups whose registration is valid'),
  count: async () => ({
    columns: [{ key: 'now', label: both('いま', 'Now'), asOf: '2026-11-20' }],
    rows: [{ code: 'registered', label: both('登録団体数', 'Registered groups'), values: [412] }],
  }),
}
