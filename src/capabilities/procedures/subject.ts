/** What a procedure is about: the capability's noun and the row's id. */
export type SubjectRef = { readonly kind: string; readonly id: string }
