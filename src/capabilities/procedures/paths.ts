/** The pages of procedures, under a city. */
export const paths = {
  file: (city: string, id: string) => `/${city}/files/${id}`,
  messages: (city: string, subject: { readonly kind: string; readonly id: string }) =>
    `/${city}/messages/${subject.kind}/${subject.id}`,
} as const
