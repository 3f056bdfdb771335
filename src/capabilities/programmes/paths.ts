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
  /** Where a group asks for the consultation of a call, about something in it where that is known. */
  askConsultation: (
    city: string,
    about: {
      readonly call: string
      readonly theme?: string | undefined
      readonly proposal?: string | undefined
      readonly group?: string | undefined
    },
  ) => {
    const asked = new URLSearchParams()
    for (const [name, value] of Object.entries(about)) if (value) asked.set(name, value)
    return `/${city}/consultations/new?${asked}`
  },
  startProposal: (city: string, call: string) => `/${city}/proposals/new?call=${call}`,
} as const
