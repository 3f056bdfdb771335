/** The pages of statistics, under a city. */
export const paths = {
  statistics: (city: string) => `/${city}/statistics`,
  table: (city: string, id: string) => `/${city}/statistics/${id}`,
  csv: (city: string, id: string) => `/${city}/statistics/${id}.csv`,
} as const
