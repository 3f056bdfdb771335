import { type Agreement, composeAgreement } from './agreement.ts'
import { composeCard, type RegistrationCard } from './card.ts'
import { formatDay } from './dates.ts'
import { composeLetter, type DecisionLetter } from './letter.ts'
import { splitIntoPhrases } from './phrases.ts'
import { makePrintable } from './printable.ts'
import { sentences } from './sentences.ts'
import { composeSheet, type Sheet } from './sheet.ts'

/** Everything that can be set as PDF. Pure data: the same value gives the same bytes. */
export type OfficialDocument = DecisionLetter | RegistrationCard | Agreement | Sheet

const composeBody = (document: OfficialDocument) => {
  switch (document.kind) {
    case 'letter':
      return composeLetter(document)
    case 'card':
      return composeCard(document)
    case 'agreement':
      return composeAgreement(document)
    case 'sheet':
      return composeSheet(document)
  }
}

const shownCodePoints = 8

const sayUnprintable = (
  missing: ReadonlySet<number>,
  document: OfficialDocument,
): string | null => {
  if (missing.size === 0) return null
  const codePoints = [...missing]
    .slice(0, shownCodePoints)
    .map((codePoint) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`)
    .join(document.lang === 'ja' ? '、' : ', ')
  return sentences[document.lang].unprintable(codePoints, missing.size > shownCodePoints)
}

/**
 * A document as the templates read it: JSON in which every string can be printed.
 * @throws RangeError for a date or instant that does not exist
 */
export const composeDocument = (document: OfficialDocument): string => {
  const missing = new Set<number>()
  const page = {
    kind: document.kind,
    lang: document.lang,
    city: document.city,
    title: document.title,
    date: document.date,
    'date-text': formatDay(document.date, document.lang),
    number: document.number ?? '',
    ...composeBody(document),
  }
  const printable = JSON.parse(JSON.stringify(page), (_, value) =>
    typeof value === 'string' ? makePrintable(value, missing) : value,
  )
  printable.title = printable.title.replaceAll('\n', ' ') || sentences[document.lang].untitled
  const phrases = document.lang === 'ja' ? splitIntoPhrases(printable.title) : [printable.title]
  return JSON.stringify({
    ...printable,
    'title-phrases': phrases,
    unprintable: sayUnprintable(missing, document),
  })
}
