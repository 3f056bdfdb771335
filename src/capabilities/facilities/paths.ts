/** What the list of facilities is narrowed down by, as it stands in its address. */
export type FacilitiesAsked = {
  readonly q?: string | undefined
  readonly kind?: string | undefined
  readonly page?: number | undefined
  /** Also those that were closed; for staff. */
  readonly closed?: boolean | undefined
}

const listPath = (city: string, asked: FacilitiesAsked = {}): string => {
  const query = new URLSearchParams()
  if (asked.q) query.set('q', asked.q)
  if (asked.kind) query.set('kind', asked.kind)
  if (asked.closed) query.set('closed', 'yes')
  if (asked.page && asked.page > 1) query.set('page', String(asked.page))
  return `/${city}/facilities${query.size > 0 ? `?${query}` : ''}`
}

/** The pages of facilities, under a city. */
export const paths = {
  list: listPath,
  facility: (city: string, id: string) => `/${city}/facilities/${id}`,
  begin: (city: string) => `/${city}/facilities/new`,
  edit: (city: string, id: string) => `/${city}/facilities/${id}/edit`,
  closing: (city: string, id: string) => `/${city}/facilities/${id}/closing`,
  reopening: (city: string, id: string) => `/${city}/facilities/${id}/reopening`,
} as const
