/** The filters of the directory, as they stand in its address. */
export type DirectoryAsked = {
  readonly q?: string | undefined
  readonly field?: string | undefined
  readonly recruiting?: boolean | undefined
  readonly page?: number | undefined
}

const withQuery = (path: string, values: Readonly<Record<string, string | undefined>>): string => {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) asked.set(name, value)
  return asked.size === 0 ? path : `${path}?${asked}`
}

/** Each step that the desk or the leader takes has its own address. */
export const stepNouns = {
  approve: 'approval',
  return: 'correction',
  reject: 'refusal',
  withdraw: 'withdrawal',
  suspend: 'suspension',
  lapse: 'lapse',
  resume: 'resumption',
  revoke: 'revocation',
} as const

export type DecisionStep = keyof typeof stepNouns

/** The pages of groups, under a city. */
export const paths = {
  directory: (city: string, asked: DirectoryAsked = {}) =>
    withQuery(`/${city}/groups`, {
      q: asked.q,
      field: asked.field,
      recruiting: asked.recruiting ? 'yes' : undefined,
      page: asked.page && asked.page > 1 ? String(asked.page) : undefined,
    }),
  group: (city: string, id: string) => `/${city}/groups/${id}`,
  members: (city: string, id: string) => `/${city}/groups/${id}/members`,
  guide: (city: string) => `/${city}/groups/registration`,
  start: (city: string) => `/${city}/groups/registration/new`,
  paper: (city: string) => `/${city}/groups/registration/paper`,
  registration: (city: string, id: string) => `/${city}/groups/${id}/registration`,
  edit: (city: string, id: string) => `/${city}/groups/${id}/registration/edit`,
  step: (city: string, id: string, step: DecisionStep) =>
    `/${city}/groups/${id}/registration/${stepNouns[step]}`,
  desk: (city: string, state?: string, page?: number) =>
    withQuery(`/${city}/desk/registrations`, {
      state,
      page: page && page > 1 ? String(page) : undefined,
    }),
} as const
