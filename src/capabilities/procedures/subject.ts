/** What a procedure is about: the capability's noun and the row's id. */
export type SubjectRef = { readonly kind: string; readonly id: string }

/** A subject with what people call it; `titleEn` where there is an English name too. */
export type NamedSubject = SubjectRef & {
  readonly title: string
  readonly titleEn?: string | undefined
}
