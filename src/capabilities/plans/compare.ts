import type { Bilingual } from '#kernel/bilingual.ts'

export type Numbered = { readonly no: string; readonly title: Bilingual }

/** Items whose number stands in one of two plans and not in the other. */
export type NumberDifference = {
  readonly onlyHere: readonly Numbered[]
  readonly onlyThere: readonly Numbered[]
}

/** Compares by number alone; the same number with another title is the same number. */
export const compareNumbers = (
  here: readonly Numbered[],
  there: readonly Numbered[],
): NumberDifference => {
  const [ours, theirs] = [new Set(here.map(({ no }) => no)), new Set(there.map(({ no }) => no))]
  return {
    onlyHere: here.filter(({ no }) => !theirs.has(no)),
    onlyThere: there.filter(({ no }) => !ours.has(no)),
  }
}
