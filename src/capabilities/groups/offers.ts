import { cleanLine } from '#kernel/text.ts'
import { type Answers, textAnswer } from '../forms/index.ts'

/**
 * できること・ほしいこと: what a registration's form asks in two boxes, a line for each. Once the group is registered every
 * line is a record of its own, with what the group says of it elsewhere; the sheet of the registration holds none.
 */
export const offerFields = ['offers', 'needs'] as const
export type OfferField = (typeof offerFields)[number]

/** What a group offers and looks for, line by line. */
export type OfferLines = Readonly<Record<OfferField, readonly string[]>>

/** Which way a record goes, by the box that names it. */
export const directionOf: Readonly<Record<OfferField, 'offer' | 'want'>> = {
  offers: 'offer',
  needs: 'want',
}

export const noLines: OfferLines = { offers: [], needs: [] }

/** As long as a record's title may be; a longer line goes on in its text. */
export const longestTitle = 50

/** The lines of a box, without the marks that people put before the points of a list. */
const linesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      // Files part several values of a cell by a semicolon.
      .split(/[\n;；]/)
      .map((line) => cleanLine(line).replace(/^[・●○◆■*－-]\s*/u, ''))
      .filter((line) => line !== ''),
  ),
]

/** A line under the name by which its record is known. */
export const titleOfLine = (line: string): string => {
  const signs = [...line]
  return signs.length <= longestTitle ? line : `${signs.slice(0, longestTitle - 1).join('')}…`
}

/** What these answers say of it. */
export const linesOf = (answers: Answers): OfferLines => ({
  offers: linesIn(textAnswer(answers, 'offers')),
  needs: linesIn(textAnswer(answers, 'needs')),
})

/** What they say of everything else. */
export const withoutOffers = ({ offers: _, needs: __, ...rest }: Answers): Answers => rest

/** The answers with what is recorded, as the form asks it; boxes that are still in the sheet stay. */
export const withOffers = (answers: Answers, recorded: OfferLines = noLines): Answers => ({
  ...answers,
  ...Object.fromEntries(
    offerFields
      .filter((field) => answers[field] === undefined && recorded[field].length > 0)
      .map((field) => [field, recorded[field].join('\n')]),
  ),
})

/** Of what is said in the boxes, that which everyone reads. */
export const openLines = (told: {
  readonly lines: OfferLines
  readonly open: readonly OfferField[]
}): OfferLines => ({
  offers: told.open.includes('offers') ? told.lines.offers : [],
  needs: told.open.includes('needs') ? told.lines.needs : [],
})

/** True where both boxes say the same, however they are written. */
export const isSameOffer = (before: unknown, after: unknown): boolean => {
  const titles = (value: unknown) =>
    linesIn(typeof value === 'string' ? value : '')
      .map(titleOfLine)
      .join('\n')
  return titles(before) === titles(after)
}
