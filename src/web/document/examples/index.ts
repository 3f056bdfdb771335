import type { OfficialDocument } from '../compose.ts'
import { agreement } from './agreements.ts'
import { agreementInEnglish } from './agreements-english.ts'
import { card } from './cards.ts'
import { letter, letterInEnglish } from './letters.ts'
import { sheet, sheetInEnglish } from './sheets.ts'

export { agreement, card, letter, sheet, sheetInEnglish }

/** Invented documents of every kind, for tests and for looking at the layout. */
export const examples: Readonly<Record<string, OfficialDocument>> = {
  letter,
  letterInEnglish,
  card,
  agreement,
  agreementInEnglish,
  sheet,
  sheetInEnglish,
}
