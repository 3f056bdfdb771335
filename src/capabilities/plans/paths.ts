import type { Filter } from './tree.ts'

/** Where an item stands on the page of its plan: its number in signs that any address can hold. */
export const anchorOf = (no: string): string =>
  `item-${[...no].map((sign) => sign.codePointAt(0)!.toString(36)).join('-')}`

/** The pages of plans, under a city. Numbers of items hold signs of every kind, so they are encoded. */
export const paths = {
  plans: (city: string) => `/${city}/plans`,
  /** `inFull` is the page with purpose and content of every item. */
  plan: (city: string, id: string, filter: Filter = {}, inFull = false) => {
    const asked = new URLSearchParams(
      Object.entries(filter).filter((pair): pair is [string, string] => pair[1] !== undefined),
    )
    if (inFull) asked.set('view', 'full')
    return `/${city}/plans/${id}${asked.size > 0 ? `?${asked}` : ''}`
  },
  item: (city: string, id: string, no: string) =>
    `/${city}/plans/${id}/items/${encodeURIComponent(no)}`,
  /** What changed from the older version to the newer one. */
  compare: (city: string, newer: string, older: string) =>
    `/${city}/plans/${newer}/compare/${older}`,
  links: (city: string, id: string, no: string) =>
    `/${city}/plans/${id}/items/${encodeURIComponent(no)}/links`,
  drafts: (city: string) => `/${city}/plan-drafts`,
  begin: (city: string, from?: string) => `/${city}/plan-drafts/new${from ? `?from=${from}` : ''}`,
  draft: (city: string, draft: string) => `/${city}/plan-drafts/${draft}`,
  /** Where an item stands in the tree of its draft, after something was done with it. */
  draftItemInTree: (
    city: string,
    draft: string,
    at: { readonly id: string; readonly done: string },
  ) => `/${city}/plan-drafts/${draft}?done=${at.done}#${anchorOf(at.id)}`,
  facts: (city: string, draft: string) => `/${city}/plan-drafts/${draft}/facts`,
  legends: (city: string, draft: string) => `/${city}/plan-drafts/${draft}/legends`,
  draftItem: (city: string, draft: string, item: string) =>
    `/${city}/plan-drafts/${draft}/items/${encodeURIComponent(item)}`,
  newItem: (city: string, draft: string, below?: string) =>
    `/${city}/plan-drafts/${draft}/items/new${below ? `?below=${encodeURIComponent(below)}` : ''}`,
  order: (city: string, draft: string) => `/${city}/plan-drafts/${draft}/order`,
  placing: (city: string, draft: string, item: string) =>
    `/${city}/plan-drafts/${draft}/items/${encodeURIComponent(item)}/place`,
  removal: (city: string, draft: string, item: string) =>
    `/${city}/plan-drafts/${draft}/items/${encodeURIComponent(item)}/removal`,
  draftComparison: (city: string, draft: string) => `/${city}/plan-drafts/${draft}/compare`,
  publication: (city: string, draft: string) => `/${city}/plan-drafts/${draft}/publication`,
  discarding: (city: string, draft: string) => `/${city}/plan-drafts/${draft}/discarding`,
  itemInPlan: (city: string, id: string, no: string) => `/${city}/plans/${id}#${anchorOf(no)}`,
} as const
