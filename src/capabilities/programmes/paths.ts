/** The pages of programmes and calls, under a city; and where a proposal begins. */
export const paths = {
  programmes: (city: string) => `/${city}/programmes`,
  programme: (city: string, id: string) => `/${city}/programmes/${id}`,
  openNext: (city: string, programme: string) => `/${city}/programmes/${programme}/calls`,
  call: (city: string, id: string) => `/${city}/calls/${id}`,
  form: (city: string, id: string) => `/${city}/calls/${id}/form`,
  settings: (city: string, id: string) => `/${city}/calls/${id}/settings`,
  publication: (city: string, id: string) => `/${city}/calls/${id}/publication`,
  cancellation: (city: string, id: string) => `/${city}/calls/${id}/cancellation`,
  end: (city: string, id: string) => `/${city}/calls/${id}/end`,
  startProposal: (city: string, call: string) => `/${city}/proposals/new?call=${call}`,
} as const
