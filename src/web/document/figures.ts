import type { Language } from '#kernel/bilingual.ts'
import { formatNumber } from '#kernel/number.ts'
import type { Cell, Column } from './blocks.ts'

/** `-1234567.5` → `▲1,234,567.5` in Japanese, `-1,234,567.5` in English. */
const formatFigure = (value: number, lang: Language): string => {
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  const written =
    fraction === undefined
      ? formatNumber(Number(whole))
      : `${formatNumber(Number(whole))}.${fraction}`
  if (value >= 0) return written
  return lang === 'ja' ? `▲${written}` : `-${written}`
}

/** A cell as it is printed: text as it is, numbers grouped and with their unit. */
export const formatCell = (cell: Cell, unit: Column['unit'], lang: Language): string => {
  if (typeof cell === 'string') return cell
  if (unit === undefined) return formatFigure(cell, lang)
  if (lang === 'ja') return `${formatFigure(cell, lang)}円`
  return cell < 0 ? `-¥${formatFigure(-cell, lang)}` : `¥${formatFigure(cell, lang)}`
}
