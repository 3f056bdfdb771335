import { cleanLine, foldForSearch } from '../text.ts'
import {
  type CellReader,
  found,
  problem,
  type Reading,
  type Remark,
  readFilled,
  remark,
} from './cell-reading.ts'

/** One entry of a code list: how it is stored, and every wording found in files. */
export type Choice = { readonly code: string; readonly names: readonly string[] }

/** `words` are what someone wrote with 「その他」. */
export type Chosen = { readonly code: string; readonly words?: string }

const numbering = /^(?:[①-⑳]|[(（]?\d{1,2}[)）.．、:：])\s*/
const otherShape = /^その他\s*(?:[(（](.*)[)）]|[:：・]\s*(.+))?$/u
const fold = (text: string): string => foldForSearch(text).replace(/\s/g, '')

const findChoice = (choices: readonly Choice[], text: string): Choice | undefined => {
  const key = fold(text)
  return choices.find(
    ({ code, names }) => code === text || names.some((name) => fold(name) === key),
  )
}

/**
 * A word of a code list: exact after folding width, case, kana and spaces, with or without its number
 * (①, `1.`). Nothing is guessed.
 * @param other code under which 「その他」 with its words is kept; without it such words are a problem
 */
export const readChoice =
  (choices: readonly Choice[], other?: string): CellReader<Chosen> =>
  (cell) =>
    readFilled(cell, (text): Reading<Chosen> => {
      const plain = cleanLine(text)
      const choice = findChoice(choices, plain) ?? findChoice(choices, plain.replace(numbering, ''))
      if (choice) return found({ code: choice.code })
      const written = otherShape.exec(plain.replace(numbering, ''))
      if (other === undefined || written === null) return problem('unknown-choice', cell)
      const words = written[1] ?? written[2]
      return found(words ? { code: other, words } : { code: other })
    })

const otherSeparator = /[、,，／/]/

const readItems = <T>(items: readonly string[], read: CellReader<T>): Reading<T[]> => {
  const values: T[] = []
  const remarks: Remark[] = []
  for (const item of items) {
    const reading = read(item)
    if (!reading.ok) return reading
    if (reading.value.value !== undefined) values.push(reading.value.value)
    remarks.push(...reading.value.remarks)
  }
  return found(values, ...remarks)
}

/**
 * A list in one cell, parted by `;` as the standard data sets write it; ； and line breaks are taken
 * too, any other separator is only remarked. The first item that cannot be read is the problem.
 */
export const readList =
  <T>(read: CellReader<T>): CellReader<readonly T[]> =>
  (cell) =>
    readFilled(cell, (text) => {
      const items = text
        .split(/[;；\n]/)
        .map((item) => item.trim())
        .filter((item) => item !== '')
      const single = [...new Set(items)]
      const reading = readItems(single, read)
      if (!reading.ok) return reading
      return found<readonly T[]>(
        reading.value.value,
        ...reading.value.remarks,
        ...(single.length < items.length ? [remark('items-doubled', text)] : []),
        ...(items.length === 1 && otherSeparator.test(text)
          ? [remark('other-separator', text)]
          : []),
      )
    })
