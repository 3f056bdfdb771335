import { ok, type Result, refuse } from '#kernel/result.ts'
import { cleanText, countCharacters } from '#kernel/text.ts'

/** 利害関係: anything but `none` means recusal from that proposal. */
export const interests = ['none', 'member', 'officer', 'family', 'paid', 'other'] as const
export type Interest = (typeof interests)[number]

/** True for a code that a form may send. */
export const isInterest = (value: string): value is Interest =>
  (interests as readonly string[]).includes(value)

/** How far a member's sheet on one proposal has come. */
export type SheetState = 'none' | 'draft' | 'submitted'

/** What is known of a member and a proposal before a declaration is taken. */
export type DeclarationContext = {
  /** The declaration that stands, if there is one. */
  readonly current: Interest | undefined
  /** The product itself knows the member as one of the group. */
  readonly ownGroup: boolean
  readonly sheet: SheetState
}

export type Declared = { readonly interest: Interest; readonly note: string }

export type DeclarationProblem =
  | 'choose'
  | 'note-needed'
  | 'note-too-long'
  | 'own-group'
  | 'interest-stays'
  | 'sheet-submitted'

export const longestNote = 500

/**
 * Takes a declaration. An interest once declared stays: only the office can have it declared anew. A sheet
 * that was submitted is taken back by the office only.
 */
export const checkDeclaration = (
  given: { readonly interest: string; readonly note: string },
  { current, ownGroup, sheet }: DeclarationContext,
): Result<Declared, DeclarationProblem> => {
  const { interest } = given
  const note = cleanText(given.note)
  if (!isInterest(interest)) return refuse('choose')
  if (interest === 'none') {
    if (current !== undefined && current !== 'none') return refuse('interest-stays')
    return ownGroup ? refuse('own-group') : ok({ interest, note: '' })
  }
  if (interest === 'other' && note === '') return refuse('note-needed')
  if (countCharacters(note) > longestNote) return refuse('note-too-long')
  return sheet === 'submitted' ? refuse('sheet-submitted') : ok({ interest, note })
}

/** Where a member stands on one proposal, as the office's progress counts it. */
export type Part = 'undeclared' | 'recused' | 'missing' | 'submitted'

/** The member's part. A member of the group itself is recused whatever was declared. */
export const partOf = (known: {
  readonly interest: Interest | undefined
  readonly ownGroup: boolean
  readonly submitted: boolean
}): Part => {
  if (known.interest !== undefined && known.interest !== 'none') return 'recused'
  if (known.ownGroup) return 'recused'
  if (known.interest === undefined) return 'undeclared'
  return known.submitted ? 'submitted' : 'missing'
}

/** How many members have come how far with one proposal; never a score. */
export type PartCounts = Readonly<Record<Part, number>>

export const countParts = (parts: readonly Part[]): PartCounts => ({
  undeclared: parts.filter((part) => part === 'undeclared').length,
  recused: parts.filter((part) => part === 'recused').length,
  missing: parts.filter((part) => part === 'missing').length,
  submitted: parts.filter((part) => part === 'submitted').length,
})
