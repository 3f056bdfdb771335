import type { DayKind, GroupFacets } from './facets.ts'
import type { Introduction } from './introduction.ts'

/** What people type who mean a value of the directory's conditions: its label and the usual words for it. */
const dayWords: Readonly<Record<DayKind, string>> = {
  'weekday-day': '平日 平日の昼 昼間 日中 weekday daytime',
  'weekday-evening': '平日 平日の夜 夜間 夕方 仕事帰り weekday evening',
  saturday: '土曜 土曜日 週末 土日 休日 どようび Saturday weekend',
  sunday: '日曜 日曜日 週末 土日 休日 祝日 にちようび Sunday weekend',
  irregular: '不定期 決まっていない irregular',
}

const weekdayWords: Readonly<Record<string, string>> = {
  mon: '月曜 月曜日 げつようび Monday',
  tue: '火曜 火曜日 かようび Tuesday',
  wed: '水曜 水曜日 すいようび Wednesday',
  thu: '木曜 木曜日 もくようび Thursday',
  fri: '金曜 金曜日 きんようび Friday',
}

const flagWords = {
  beginners: '初心者 初めての人 はじめての方 未経験 参加歓迎 beginners welcome',
  recruiting: '会員募集 会員を募集 メンバー募集 仲間募集 new members',
} as const

/** Everyday words for the fields of activity, whose names are those of the law on non-profits (別表). */
const fieldWords: readonly (readonly [RegExp, string])[] = [
  [/福祉/, '高齢者 障害者 介護'],
  [/子ども/, '子育て 青少年'],
  [/災害|防災/, '防災'],
  [/地域安全|地域の安全|防犯/, '防犯'],
  [/国際/, '国際交流 多文化'],
]

/** What of a group everyone can narrow the directory down by. */
export type FacetsShown = {
  readonly facets: GroupFacets
  readonly introduction: Introduction | null
  /** The names of its fields, where everyone may read them. */
  readonly fields: string
}

/** The same facets as words: whoever types 「土曜日」 finds the groups that the condition 土曜 finds. */
export const facetWords = ({ facets, introduction, fields }: FacetsShown): string =>
  [
    ...facets.days.map((day) => dayWords[day as DayKind] ?? ''),
    ...(introduction?.weekdays ?? []).map((day) => weekdayWords[day] ?? ''),
    ...fieldWords.flatMap(([name, words]) => (name.test(fields) ? [words] : [])),
    ...(facets.beginners ? [flagWords.beginners] : []),
    ...(facets.recruiting ? [flagWords.recruiting] : []),
  ].join('\n')
