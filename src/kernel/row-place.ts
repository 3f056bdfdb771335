import type { Bilingual } from './bilingual.ts'

/** A sentence about one of many that are alike, with the one it is about before it. */
export const sayOf = (place: Bilingual, text: Bilingual): Bilingual => ({
  ja: `${place.ja}：${text.ja}`,
  en: `${place.en}: ${text.en}`,
})

/** So much of a row's name is enough to know it by. */
const nameLength = 20

const shorten = (name: string): string => {
  const characters = [...name]
  return characters.length > nameLength ? `${characters.slice(0, nameLength).join('')}…` : name
}

/**
 * Where a row of a table stands that people fill in: 「支出」の2行目「道具」.
 * @param at counted from 0
 * @param name what the row begins with, as far as that is written
 */
export const rowPlace = (table: Bilingual, at: number, name: string): Bilingual => {
  const short = shorten(name)
  return {
    ja: `「${table.ja}」の${at + 1}行目${short === '' ? '' : `「${short}」`}`,
    en: `“${table.en}”, row ${at + 1}${short === '' ? '' : ` (${short})`}`,
  }
}
