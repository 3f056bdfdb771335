/** The filters of the list, as they stand in its address. */
export type ListAsked = {
  readonly q?: string | undefined
  readonly state?: string | undefined
  readonly year?: string | undefined
  readonly department?: string | undefined
  readonly mode?: string | undefined
  readonly page?: number | undefined
}

const withQuery = (path: string, values: Readonly<Record<string, string | undefined>>): string => {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) asked.set(name, value)
  return asked.size === 0 ? path : `${path}?${asked}`
}

const of = (part: string) => (city: string, id: string) => `/${city}/projects/${id}/${part}`

/** The pages of projects, under a city. */
export const paths = {
  list: (city: string, { page, ...asked }: ListAsked = {}) =>
    withQuery(`/${city}/projects`, {
      ...asked,
      page: page && page > 1 ? String(page) : undefined,
    }),
  show: (city: string, id: string) => `/${city}/projects/${id}`,
  year: (city: string, id: string, fiscalYear: number) =>
    `/${city}/projects/${id}/years/${fiscalYear}`,
  agreement: of('agreement'),
  agreementText: of('agreement/text'),
  agreementPdf: of('agreement/draft.pdf'),
  editAgreement: of('agreement/edit'),
  look: of('agreement/look'),
  settlement: of('agreement/settlement'),
  reopening: of('agreement/reopening'),
  signature: of('agreement/signature'),
  signatureWithdrawal: of('agreement/signature/withdrawal'),
  newEntry: of('progress/new'),
  entry: (city: string, id: string, entry: string) => `/${city}/projects/${id}/progress/${entry}`,
  editEntry: (city: string, id: string, entry: string) =>
    `/${city}/projects/${id}/progress/${entry}/edit`,
  interim: of('interim'),
  interimConfirmation: of('interim/confirmation'),
  interimAnswer: of('interim/answer'),
  report: of('report'),
  reportConfirmation: of('report/confirmation'),
  reportCheck: of('report/check'),
  correction: of('report/correction'),
  termination: of('termination'),
  closing: of('closing'),
  continuation: of('continuation'),
  reminder: of('reminder'),
} as const
