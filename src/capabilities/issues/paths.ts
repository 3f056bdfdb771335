/** The pages of residents' issues, under a city. */
export const issuePaths = {
  list: (city: string) => `/${city}/issues`,
  raise: (city: string) => `/${city}/issues/new`,
  issue: (city: string, id: string) => `/${city}/issues/${id}`,
  /** The part of an issue's page where its next step is taken. */
  desk: (city: string, id: string) => `/${city}/issues/${id}#desk`,
  edit: (city: string, id: string) => `/${city}/issues/${id}/edit`,
  publication: (city: string, id: string) => `/${city}/issues/${id}/publication`,
  correction: (city: string, id: string) => `/${city}/issues/${id}/correction`,
  refusal: (city: string, id: string) => `/${city}/issues/${id}/refusal`,
  takedown: (city: string, id: string) => `/${city}/issues/${id}/takedown`,
  department: (city: string, id: string) => `/${city}/issues/${id}/department`,
  answer: (city: string, id: string) => `/${city}/issues/${id}/answer`,
  withdrawal: (city: string, id: string) => `/${city}/issues/${id}/withdrawal`,
  /** Where a group begins a proposal from an issue. */
  propose: (city: string, id: string) => `/${city}/proposals/new?issue=${id}`,
} as const

/** The pages of the city's themes, under a city. */
export const themePaths = {
  list: (city: string) => `/${city}/themes`,
  begin: (city: string, issue?: string) => `/${city}/themes/new${issue ? `?issue=${issue}` : ''}`,
  theme: (city: string, id: string) => `/${city}/themes/${id}`,
  edit: (city: string, id: string) => `/${city}/themes/${id}/edit`,
  closing: (city: string, id: string) => `/${city}/themes/${id}/closing`,
  /** Where a group begins a proposal that answers a theme. */
  propose: (city: string, theme: { readonly id: string; readonly callId: string }) =>
    `/${city}/proposals/new?call=${theme.callId}&theme=${theme.id}`,
} as const
