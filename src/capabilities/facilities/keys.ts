import { foldForSearch } from '#kernel/text.ts'

const kanjiDigits = '〇一二三四五六七八九'

/** 二十三 → 23. Only what stands before 丁目, 番 and the like is ever asked for. */
const readKanjiNumber = (text: string): string => {
  const [, tens, ones = ''] = /^(?:(.?)十)?(.?)$/u.exec(text) ?? []
  if (tens === undefined) return ones === '' ? text : String(kanjiDigits.indexOf(ones))
  const ten = tens === '' ? 1 : kanjiDigits.indexOf(tens)
  return String(ten * 10 + (ones === '' ? 0 : kanjiDigits.indexOf(ones)))
}

const prefecture = /^(?:北海道|東京都|大阪府|京都府|[^\d\s都道府県]{2,3}県)/u

/** A name however it is typed: folded, without spaces. */
export const nameKey = (name: string): string => foldForSearch(name).replace(/\s/g, '')

/**
 * An address however it is typed: without its prefecture, 二丁目8番7号 as 2-8-7, folded, without spaces. What
 * stands behind the numbers (a building) is kept.
 */
export const addressKey = (address: string): string => {
  const plain = address.normalize('NFKC').replace(/\s/g, '').replace(prefecture, '')
  const numbered = plain
    .replace(
      /([〇一二三四五六七八九十]{1,3})(丁目|番地|番|号)/gu,
      (_, number: string, unit: string) => readKanjiNumber(number) + unit,
    )
    .replace(/(\d)丁目(?=\d)/g, '$1-')
    .replace(/(\d)番地?(?:の)?(?=\d)/g, '$1-')
    .replace(/(\d)(?:番地?|号)(?!室)/g, '$1')
  return foldForSearch(numbered)
}

/** Digits of an id without its leading zeros, which spreadsheets lose; anything else as it is. */
export const idKey = (id: string): string => id.replace(/^0+(?=\d)/, '')

const metresOfDegree = 111_320

/** Metres between two places, near enough for a town. */
export const metresBetween = (
  a: { readonly latitude: number; readonly longitude: number },
  b: { readonly latitude: number; readonly longitude: number },
): number => {
  const north = (a.latitude - b.latitude) * metresOfDegree
  const east = (a.longitude - b.longitude) * metresOfDegree * Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}
