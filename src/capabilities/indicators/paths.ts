/** The pages of indicators, under a city and of all cities. */
export const paths = {
  list: (city: string) => `/${city}/indicators`,
  indicator: (city: string, code: string) => `/${city}/indicators/${code}`,
  pdf: (city: string) => `/${city}/indicators.pdf`,
  table: (city: string) => `/${city}/indicators-table`,
  takeIn: (city: string) => `/${city}/indicators-table/run`,
  adopt: (city: string) => `/${city}/indicators-new`,
  values: (city: string, code: string) => `/${city}/indicators/${code}/values`,
  record: (city: string, code: string) => `/${city}/indicators/${code}/definition`,
  fill: (city: string, code: string) => `/${city}/indicators/${code}/fill`,
  value: (city: string, code: string, id: string) => `/${city}/indicators/${code}/values/${id}`,
  /** Every shared definition, outside all cities. */
  shared: '/indicators',
  definition: (code: string) => `/indicators/${code}`,
} as const
