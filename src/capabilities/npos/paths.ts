/** The pages of NPO法人, under a city; for staff. */
export const paths = {
  list: (city: string, asked: { readonly only?: string; readonly page?: number } = {}) => {
    const query = new URLSearchParams()
    if (asked.only) query.set('only', asked.only)
    if (asked.page && asked.page > 1) query.set('page', String(asked.page))
    return `/${city}/desk/npos${query.size > 0 ? `?${query}` : ''}`
  },
} as const
