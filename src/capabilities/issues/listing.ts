import { pageAsked } from '#web/paging.ts'
/** Things on one page of a list. */
export const pageSize = 50

/** What is looked for among public issues. Empty texts ask for nothing. */
export type IssueFilter = {
  readonly q: string
  readonly field: string
  readonly department: string
  readonly state: '' | 'published' | 'closed'
  /** From 1. */
  readonly page: number
}

/** A public issue in a list. */
export type ListedIssue = {
  readonly id: string
  readonly title: string
  readonly beginning: string
  readonly place: string
  readonly field: string | null
  readonly department: string | null
  readonly state: 'published' | 'closed'
  readonly answered: boolean
  readonly publishedAt: Date
}

/** A theme that was made from an issue and that everyone may read. */
export type ThemeOfIssue = {
  readonly id: string
  readonly title: string
  readonly department: string
  readonly state: 'published' | 'closed'
}

/** What is looked for among public themes. Empty texts ask for nothing. */
export type ThemeFilter = {
  readonly department: string
  /** `open`: groups can answer it today or later. */
  readonly state: '' | 'open' | 'closed'
  readonly page: number
}

const oneOf = <T extends string>(value: string | null, known: readonly T[]): T | '' =>
  known.find((one) => one === value) ?? ''

const textOf = (query: URLSearchParams, name: string): string =>
  (query.get(name) ?? '').slice(0, 200).toWellFormed().replaceAll('\u0000', '')

/** What the address of the list of issues asks for; whatever it cannot ask for is left out. */
export const readIssueFilter = (query: URLSearchParams): IssueFilter => ({
  q: textOf(query, 'q'),
  field: textOf(query, 'field'),
  department: textOf(query, 'department'),
  state: oneOf(query.get('state'), ['published', 'closed']),
  page: pageAsked(query),
})

/** What the address of the list of themes asks for. */
export const readThemeFilter = (query: URLSearchParams): ThemeFilter => ({
  department: textOf(query, 'department'),
  state: oneOf(query.get('state'), ['open', 'closed']),
  page: pageAsked(query),
})
