const of =
  (part = '') =>
  (city: string, project: string) =>
    `/${city}/projects/${project}/evaluation${part}`

/** The pages of a project's evaluation, under a city. */
export const paths = {
  show: of(),
  opening: of('/opening'),
  self: of('/self'),
  takeBack: of('/self/withdrawal'),
  mutual: of('/mutual'),
  confirmation: of('/mutual/confirmation'),
  mutualClosing: of('/mutual/closing'),
  interest: of('/interest'),
  thirdParty: of('/third-party'),
  thirdPartyClosing: of('/third-party/closing'),
  answer: of('/answer'),
} as const
