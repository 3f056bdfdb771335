import type { City } from '#kernel/city.ts'

const prefectures =
  /^(北海道|東京都|大阪府|京都府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)県)/

/** Where a corporation has its office, as far as its row tells. */
export type Place = 'here' | 'elsewhere' | 'unclear'

/** 鎌ケ谷 and 鎌ヶ谷 are one name. */
const fold = (text: string): string =>
  text.normalize('NFKC').replace(/\s/g, '').replace(/[ヶｹ]/g, 'ケ')

/**
 * Whether an office lies in the city. Names of cities repeat (府中市, 伊達市), so the prefecture must agree: that of the
 * address, or that of the authority where the address has none.
 */
export const placeOf = (
  { address, authority }: { readonly address: string; readonly authority: string },
  city: Pick<City, 'name' | 'prefecture'>,
): Place => {
  const whole = fold(address)
  if (whole === '') return 'unclear'
  const prefecture = prefectures.exec(whole)?.[1]
  const local = whole.slice(prefecture?.length ?? 0).replace(/^[^市区町村]{1,6}郡/, '')
  if (!local.startsWith(fold(city.name.ja))) return 'elsewhere'
  if (prefecture) return prefecture === city.prefecture.ja ? 'here' : 'elsewhere'
  const said = prefectures.exec(fold(authority))?.[1]
  if (said) return said === city.prefecture.ja ? 'here' : 'elsewhere'
  return fold(authority) === fold(city.name.ja) ? 'here' : 'unclear'
}
