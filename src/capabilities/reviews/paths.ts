/** The pages of reviews, under a city. */
export const paths = {
  list: (city: string) => `/${city}/reviews`,
  opening: (city: string, callId: string) => `/${city}/reviews/opening/${callId}`,
  show: (city: string, id: string) => `/${city}/reviews/${id}`,
  interest: (city: string, id: string) => `/${city}/reviews/${id}/interest`,
  proposal: (city: string, id: string, proposalId: string) =>
    `/${city}/reviews/${id}/proposals/${proposalId}`,
  file: (city: string, id: string, at: { readonly proposalId: string; readonly fileId: string }) =>
    `/${city}/reviews/${id}/proposals/${at.proposalId}/files/${at.fileId}`,
  progress: (city: string, id: string) => `/${city}/reviews/${id}/progress`,
  reminder: (city: string, id: string) => `/${city}/reviews/${id}/reminder`,
  recusals: (city: string, id: string) => `/${city}/reviews/${id}/recusals`,
  /** The place on the page where what has become ready is added. */
  additionsIn: (city: string, id: string) => `/${city}/reviews/${id}/progress#additions`,
  additions: (city: string, id: string) => `/${city}/reviews/${id}/additions`,
  closing: (city: string, id: string) => `/${city}/reviews/${id}/closing`,
  ranking: (city: string, id: string) => `/${city}/reviews/${id}/ranking`,
  chairOrder: (city: string, id: string) => `/${city}/reviews/${id}/chair-order`,
  decisions: (city: string, id: string) => `/${city}/reviews/${id}/decisions`,
  decision: (city: string, id: string, proposalId: string) =>
    `/${city}/reviews/${id}/decisions/${proposalId}`,
  reserve: (city: string, id: string, proposalId: string) =>
    `/${city}/reviews/${id}/reserves/${proposalId}`,
  offer: (city: string, proposalId: string) => `/${city}/proposals/${proposalId}/offer`,
  committee: (city: string, programmeId: string) => `/${city}/programmes/${programmeId}/committee`,
  committeeMember: (city: string, programmeId: string, accountId: string) =>
    `/${city}/programmes/${programmeId}/committee/${accountId}`,
} as const
