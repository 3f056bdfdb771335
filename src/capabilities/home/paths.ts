/** The pages of home, under a city; and the portal. */
export const paths = {
  portal: (asked: {
    readonly q?: string
    readonly prefecture?: string
    readonly page?: number
  }): string => {
    const query = new URLSearchParams()
    if (asked.q) query.set('q', asked.q)
    if (asked.prefecture) query.set('prefecture', asked.prefecture)
    if (asked.page && asked.page > 1) query.set('page', String(asked.page))
    return query.size === 0 ? '/' : `/?${query}`
  },
  home: (city: string) => `/${city}`,
  me: (city: string) => `/${city}/me`,
  desk: (
    city: string,
    asked: { role?: string; kind?: string; due?: string; page?: number } = {},
  ): string => {
    const query = new URLSearchParams()
    if (asked.role) query.set('role', asked.role)
    if (asked.kind) query.set('kind', asked.kind)
    if (asked.due) query.set('due', asked.due)
    if (asked.page && asked.page > 1) query.set('page', String(asked.page))
    return query.size === 0 ? `/${city}/desk` : `/${city}/desk?${query}`
  },
  guide: (city: string) => `/${city}/guide`,
  about: (city: string) => `/${city}/about`,
  accessibility: (city: string) => `/${city}/accessibility`,
  privacy: (city: string) => `/${city}/privacy`,
  terms: (city: string) => `/${city}/terms`,
} as const
