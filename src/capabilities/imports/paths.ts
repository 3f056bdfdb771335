const withQuery = (path: string, values: Readonly<Record<string, string | undefined>>): string => {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) asked.set(name, value)
  return asked.size === 0 ? path : `${path}?${asked}`
}

const pageNumber = (page: number | undefined): string | undefined =>
  page && page > 1 ? String(page) : undefined

/** The pages of imports, under a city. */
export const paths = {
  list: (city: string, asked: { readonly kind?: string; readonly page?: number } = {}) =>
    withQuery(`/${city}/desk/imports`, { kind: asked.kind, page: pageNumber(asked.page) }),
  one: (city: string, id: string, asked: { readonly rows?: string; readonly page?: number } = {}) =>
    withQuery(`/${city}/desk/imports/${id}`, { rows: asked.rows, page: pageNumber(asked.page) }),
  columns: (city: string, id: string) => `/${city}/desk/imports/${id}/columns`,
  choices: (city: string, id: string) => `/${city}/desk/imports/${id}/choices`,
  run: (city: string, id: string) => `/${city}/desk/imports/${id}/run`,
  cancellation: (city: string, id: string) => `/${city}/desk/imports/${id}/cancellation`,
  reversal: (city: string, id: string) => `/${city}/desk/imports/${id}/reversal`,
  removal: (city: string, id: string) => `/${city}/desk/imports/${id}/removal`,
  report: (city: string, id: string, format: 'csv' | 'xlsx', rows?: string) =>
    withQuery(`/${city}/desk/imports/${id}/report.${format}`, { rows }),
  template: (city: string, kind: string) => `/${city}/desk/imports/templates/${kind}`,
} as const
