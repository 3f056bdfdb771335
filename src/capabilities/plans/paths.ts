import type { Filter } from './tree.ts'

/** Where an item stands on the page of its plan: its number in signs that any address can hold. */
export const anchorOf = (no: string): string =>
  `item-${[...no].map((sign) => sign.codePointAt(0)!.toString(36)).join('-')}`

/** The pages of plans, under a city. Numbers of items hold signs of every kind, so they are encoded. */
export const paths = {
  plans: (city: string) => `/${city}/plans`,
  plan: (city: string, id: string, filter: Filter = {}) => {
    const asked = new URLSearchParams(
      Object.entries(filter).filter((pair): pair is [string, string] => pair[1] !== undefined),
    )
    return `/${city}/plans/${id}${asked.size > 0 ? `?${asked}` : ''}`
  },
  item: (city: string, id: string, no: string) =>
    `/${city}/plans/${id}/items/${encodeURIComponent(no)}`,
  itemInPlan: (city: string, id: string, no: string) => `/${city}/plans/${id}#${anchorOf(no)}`,
  indicators: (city: string) => `/${city}/indicators`,
} as const
