import { z } from 'zod'
import { bilingual, both } from '#kernel/bilingual.ts'
import type { FacilityKind } from './facility.ts'

/** `facilities/kinds.json` of a preset, where a city has its own: the kinds of facilities as the city names them. */
export const facilitiesPreset = z.strictObject({
  kinds: z
    .array(z.strictObject({ code: z.string().regex(/^[a-z0-9-]+$/), name: bilingual }))
    .min(1),
  source: z.string().min(3),
})
export type FacilitiesPreset = z.infer<typeof facilitiesPreset>

const kind = (code: string, ja: string, en: string): FacilityKind => ({ code, name: both(ja, en) })

/** Kinds for a city that has not named its own. */
export const usualKinds: readonly FacilityKind[] = [
  kind('activity-centre', '市民活動センター', 'Civic activity centre'),
  kind('community-centre', '公民館・コミュニティ施設', 'Community centre'),
  kind('culture', '文化施設', 'Culture'),
  kind('library', '図書館', 'Library'),
  kind('sports', 'スポーツ施設', 'Sports'),
  kind('park', '公園・広場', 'Park'),
  kind('welfare', '福祉施設', 'Welfare'),
  kind('child', '子育て施設', 'Children and families'),
  kind('school', '学校', 'School'),
  kind('health', '保健・医療施設', 'Health'),
  kind('safety', '防災・消防施設', 'Safety and fire'),
  kind('office', '役所・支所', 'City office'),
  kind('housing', '公営住宅', 'Public housing'),
  kind('toilet', '公衆トイレ', 'Public toilet'),
  kind('parking', '駐車場・駐輪場', 'Parking'),
  kind('other', 'その他の施設', 'Other'),
]

/** Other words for the kinds, as lists of cities use them. */
export const kindWords: Readonly<Record<string, readonly string[]>> = {
  'community-centre': ['公民館', 'コミュニティセンター', '地域交流センター', '集会所', '会館'],
  culture: ['文化会館', '美術館', '博物館', 'ホール', '文化'],
  sports: ['体育館', 'スポーツ', '運動場', 'プール'],
  park: ['公園', '広場', '緑地'],
  welfare: ['福祉', '老人福祉施設', '障害福祉サービス等提供施設', '高齢者施設'],
  child: ['保育所', '保育園', '幼稚園', 'こども園', '児童館', '児童福祉施設', '子育て'],
  school: ['小学校', '中学校', '高等学校'],
  health: ['病院', '診療所', '医療関係施設', '保健センター'],
  safety: ['消防', '消防署', '防災'],
  office: ['市役所', '支所', '出張所', '庁舎'],
  housing: ['市営住宅', '町営住宅'],
  toilet: ['公衆便所', 'トイレ'],
  parking: ['駐車場', '駐輪場'],
}
