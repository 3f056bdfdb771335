/** Something that happened, told in the same transaction to the capabilities that come later. */
export type DomainEvent = {
  /** Past tense: `proposal.checked`. */
  readonly name: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly data?: Readonly<Record<string, unknown>>
}
