import { markAnswers, mergeAnswers, readMarks } from '../forms/index.ts'
import type { Definition } from './evaluation.ts'
import type { Line, Sheet } from './scores.ts'

/** The name under which a self-evaluation sends what each item said when the page was shown. */
export const shownField = 'shown'

const unwritten: Line = { score: null, comment: '' }

/** Score and comment of an item belong together: whoever changed one has judged the item anew. */
const linesOf = (sheet: Sheet, { items }: Pick<Definition, 'items'>): Record<string, Line> =>
  Object.fromEntries(items.map(({ code }) => [code, sheet.get(code) ?? unwritten]))

/** Marks of what is stored of a sheet when its page is shown, to be sent back with the form. */
export const markSheet = (sheet: Sheet, definition: Pick<Definition, 'items'>): string =>
  JSON.stringify(markAnswers(linesOf(sheet, definition)))

export type MergedSheet = {
  readonly sheet: Sheet
  /** Items that another person of the same side judged differently meanwhile: one's own stand in `sheet`. */
  readonly conflicts: readonly string[]
}

/**
 * Brings together what one person of a side typed and what another saved since the page was shown. An item
 * that only one of them touched stays as that one left it.
 */
export const mergeSheets = (
  definition: Pick<Definition, 'items'>,
  given: { readonly shown: string; readonly mine: Sheet; readonly stored: Sheet },
): MergedSheet => {
  const marks = readMarks(given.shown)
  if (!marks) return { sheet: given.mine, conflicts: [] }
  const { answers, conflicts } = mergeAnswers(
    marks,
    linesOf(given.mine, definition),
    linesOf(given.stored, definition),
  )
  return { sheet: new Map(Object.entries(answers)), conflicts }
}
