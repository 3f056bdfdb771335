/** Texts by item. */
export type Texts = ReadonlyMap<string, string>

export type MergedTexts = {
  /** What is to be saved: items whose text is to change. */
  readonly changed: Texts
  /** Items that both changed, differently, since the page was shown. */
  readonly conflicts: readonly string[]
}

/**
 * Brings together what one person typed and what another saved since the page was shown. An item that only
 * one of them touched keeps that one's words.
 */
export const mergeTexts = (
  items: readonly string[],
  given: { readonly shown: Texts; readonly mine: Texts; readonly stored: Texts },
): MergedTexts => {
  const of = (texts: Texts, item: string): string => texts.get(item) ?? ''
  const touched = items.filter((item) => of(given.mine, item) !== of(given.shown, item))
  const conflicts = touched.filter(
    (item) =>
      of(given.stored, item) !== of(given.shown, item) &&
      of(given.stored, item) !== of(given.mine, item),
  )
  const changed = touched.filter(
    (item) =>
      !conflicts.includes(item) &&
      of(given.mine, item) !== of(given.stored, item) &&
      of(given.mine, item) !== '',
  )
  return { changed: new Map(changed.map((item) => [item, of(given.mine, item)])), conflicts }
}
