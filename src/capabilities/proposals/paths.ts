type ListAsked = {
  readonly call?: string | undefined
  readonly state?: string | undefined
  readonly page?: number | undefined
}
type StartAsked = {
  readonly consultation?: string | undefined
  readonly call?: string | undefined
  readonly theme?: string | undefined
  readonly issue?: string | undefined
  readonly group?: string | undefined
}
type ConsultationAsked = {
  readonly theme?: string | undefined
  readonly call?: string | undefined
  readonly proposal?: string | undefined
  readonly group?: string | undefined
}

const withQuery = (path: string, values: Readonly<Record<string, string | undefined>>): string => {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) asked.set(name, value)
  return asked.size === 0 ? path : `${path}?${asked}`
}

/** The pages of proposals and consultations, under a city. */
export const paths = {
  list: (city: string, asked: ListAsked = {}) =>
    withQuery(`/${city}/proposals`, {
      call: asked.call,
      state: asked.state,
      page: asked.page && asked.page > 1 ? String(asked.page) : undefined,
    }),
  start: (city: string, asked: StartAsked = {}) => withQuery(`/${city}/proposals/new`, asked),
  begin: (city: string) => `/${city}/proposals`,
  show: (city: string, id: string) => `/${city}/proposals/${id}`,
  /** The place on the page where the office finds the way to the review. */
  officeReview: (city: string, id: string) => `/${city}/proposals/${id}#office-review`,
  edit: (city: string, id: string) => `/${city}/proposals/${id}/edit`,
  confirmation: (city: string, id: string) => `/${city}/proposals/${id}/confirmation`,
  formalCheck: (city: string, id: string) => `/${city}/proposals/${id}/formal-check`,
  negotiation: (city: string, id: string) => `/${city}/proposals/${id}/negotiation`,
  negotiationConfirmation: (city: string, id: string) =>
    `/${city}/proposals/${id}/negotiation/confirmation`,
  withdrawal: (city: string, id: string) => `/${city}/proposals/${id}/withdrawal`,
  sheet: (city: string, id: string) => `/${city}/proposals/${id}/sheet.pdf`,
  consultations: (city: string) => `/${city}/consultations`,
  askConsultation: (city: string, asked: ConsultationAsked = {}) =>
    withQuery(`/${city}/consultations/new`, asked),
  consultation: (city: string, id: string) => `/${city}/consultations/${id}`,
  appointment: (city: string, id: string) => `/${city}/consultations/${id}/appointment`,
  agreeAppointment: (city: string, id: string) =>
    `/${city}/consultations/${id}/appointment/agreement`,
  relateConsultation: (city: string, id: string) => `/${city}/consultations/${id}/proposal`,
  recordConsultation: (city: string, id: string) => `/${city}/consultations/${id}/record`,
  cancelConsultation: (city: string, id: string) => `/${city}/consultations/${id}/cancellation`,
} as const
