import { both } from '#kernel/bilingual.ts'
import type { GroupHolding } from '#web/capability.ts'

/** What surveys keep of groups when two become one. */
export const holdings: readonly GroupHolding[] = [
  {
    table: 'survey_asked',
    column: 'group_id',
    label: both('アンケートの番号', 'Codes for surveys'),
    stays: both(
      '1団体に1つの番号なので、もとの登録のまま残します',
      'There is one code for each registration: it stays',
    ),
  },
]
