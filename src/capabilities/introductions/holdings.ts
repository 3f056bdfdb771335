import { both } from '#kernel/bilingual.ts'
import type { GroupHolding } from '#web/capability.ts'

const stays = both(
  '元の登録の紹介として残します（残す登録の紹介が続きます）',
  'It stays with the old registration; the page of the one that remains goes on',
)

const held = (table: string, ja: string, en: string): GroupHolding => ({
  table,
  column: 'group_id',
  label: both(ja, en),
  stays,
})

/** When two registrations become one, the group is introduced by the page of the one that remains. */
export const holdings: readonly GroupHolding[] = [
  held('introductions', '団体の紹介', 'Introduction'),
  held('group_photos', '写真', 'Photographs'),
  held('group_news', 'お知らせ', 'News'),
  held('group_offers', 'できること・ほしいこと', 'Offers and wants'),
  held('offer_answers', '返事と問い合わせの会話', 'Conversations'),
  held('group_papers', '会則・予算などの書類', 'Papers'),
]
