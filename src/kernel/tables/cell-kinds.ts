import type { CellReader } from './cell-reading.ts'
import { readCorporateNumber, readMunicipalCode } from './code-cells.ts'
import { readEmail, readPhone, readPostalCode, readUrl } from './contact-cells.ts'
import { readDate, readTime } from './date-cells.ts'
import { readWholeNumber, readYesNo } from './number-cells.ts'
import { readLatitude, readLongitude } from './place-cells.ts'

const telling = {
  'whole-number': readWholeNumber({ min: Number.MIN_SAFE_INTEGER }),
  'yes-no': readYesNo,
  date: readDate,
  time: readTime,
  'postal-code': readPostalCode,
  phone: readPhone,
  email: readEmail,
  url: readUrl,
  'corporate-number': readCorporateNumber,
  'municipal-code': readMunicipalCode,
  latitude: readLatitude,
  longitude: readLongitude,
} as const satisfies Readonly<Record<string, CellReader<unknown>>>

type TellingKind = keyof typeof telling

/** What a column holds. Anything can be a text, a code, a choice or a list: these tell nothing. */
export type CellKind = TellingKind | 'text' | 'line' | 'code' | 'choice' | 'list'

/** True for kinds that a cell of another column is unlikely to fit by chance. */
export const isTellingKind = (kind: CellKind): kind is TellingKind => kind in telling

/** Whether a cell that is not empty can be read as its kind, if only together with the rest of its column. */
export const canBeOfKind = (kind: CellKind, cell: string): boolean => {
  if (!isTellingKind(kind)) return true
  const reading = telling[kind](cell)
  return reading.ok || reading.error.code === 'ambiguous'
}
