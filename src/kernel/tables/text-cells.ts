import { cleanLine, cleanText, trimSpaces } from '../text.ts'
import {
  type CellReader,
  found,
  type Reading,
  type Remark,
  readFilled,
  remark,
} from './cell-reading.ts'

const remarksOn = (cell: string, clean: string): Remark[] => {
  const lines = cell.replace(/\r\n?/g, '\n')
  const trimmed = trimSpaces(lines)
  const changed =
    trimmed.replace(/\s/g, '').normalize('NFC') !== clean.replace(/\s/g, '').normalize('NFC')
  const joined = /\n/.test(trimmed) && !clean.includes('\n')
  return [
    ...(trimmed === lines ? [] : [remark('trimmed', '')]),
    ...(changed ? [remark('control-characters-removed', '')] : []),
    ...(joined ? [remark('lines-joined', '')] : []),
    ...(/\p{Co}/u.test(clean)
      ? [remark('external-characters', [...clean].filter((c) => /\p{Co}/u.test(c)).join(''))]
      : []),
  ]
}

const readWith = (cell: string, clean: (text: string) => string): Reading<string> =>
  readFilled(cell, (text) => {
    const value = clean(text)
    return found(value === '' ? undefined : value, ...remarksOn(cell, value))
  })

/** Text of several lines, trimmed, without control characters; names keep 髙 and 﨑 as written. */
export const readText: CellReader<string> = (cell) => readWith(cell, cleanText)

/** Text of one line: breaks become a space, and it is said. */
export const readLine: CellReader<string> = (cell) => readWith(cell, cleanLine)
