/** The pages of a city's own register, under a city. */
export const paths = {
  departments: (city: string) => `/${city}/departments`,
  department: (city: string, code: string) => `/${city}/departments/${code}`,
} as const
