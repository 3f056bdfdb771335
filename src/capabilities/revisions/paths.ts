const withQuery = (path: string, values: Readonly<Record<string, string | undefined>>): string => {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) asked.set(name, value)
  return asked.size === 0 ? path : `${path}?${asked}`
}

const pageOf = (page?: number): string | undefined => (page && page > 1 ? String(page) : undefined)

/** Each step has its own address. */
export const stepNouns = {
  approve: 'approval',
  return: 'correction',
  refuse: 'refusal',
  withdraw: 'withdrawal',
  reopen: 'reopening',
} as const
export type RevisionDecision = keyof typeof stepNouns

/** The pages of changes and renewals, under a city. */
export const paths = {
  begin: (city: string, group: string) => `/${city}/groups/${group}/revisions`,
  revision: (city: string, id: string) => `/${city}/revisions/${id}`,
  edit: (city: string, id: string) => `/${city}/revisions/${id}/edit`,
  telling: (city: string, group: string) => `/${city}/groups/${group}/lapse-telling`,
  takingOver: (city: string, id: string) => `/${city}/revisions/${id}/paper`,
  papers: (city: string, id: string) => `/${city}/revisions/${id}/papers`,
  givingBack: (city: string, id: string) => `/${city}/revisions/${id}/giving-back`,
  step: (city: string, id: string, step: RevisionDecision) =>
    `/${city}/revisions/${id}/${stepNouns[step]}`,
  desk: (city: string, asked: { kind?: string; state?: string; page?: number } = {}) =>
    withQuery(`/${city}/desk/revisions`, {
      kind: asked.kind,
      state: asked.state,
      page: pageOf(asked.page),
    }),
  renewals: (city: string) => `/${city}/desk/renewals`,
  campaign: (
    city: string,
    id: string,
    asked: { outcome?: string | undefined; page?: number; all?: boolean } = {},
  ) =>
    withQuery(`/${city}/desk/renewals/${id}`, {
      outcome: asked.outcome,
      page: pageOf(asked.page),
      all: asked.all ? 'yes' : undefined,
    }),
  callingOff: (city: string, id: string) => `/${city}/desk/renewals/${id}/calling-off`,
  days: (city: string, id: string) => `/${city}/desk/renewals/${id}/days`,
} as const
