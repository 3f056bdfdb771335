import { type DirectoryFilter, filterQuery, wholeDirectory } from './directory.ts'
import { groupKind } from './group.ts'
import type { PhotoSize } from './introduction.ts'

const withQuery = (path: string, values: Readonly<Record<string, string | undefined>>): string => {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) asked.set(name, value)
  return asked.size === 0 ? path : `${path}?${asked}`
}

/** Each step that the desk or the leader takes has its own address. */
export const stepNouns = {
  accept: 'acceptance',
  approve: 'approval',
  return: 'correction',
  reject: 'refusal',
  withdraw: 'withdrawal',
  suspend: 'suspension',
  lapse: 'lapse',
  resume: 'resumption',
  revoke: 'revocation',
} as const

export type DecisionStep = keyof typeof stepNouns

/** The pages of groups, under a city. */
export const paths = {
  directory: (city: string, filter: DirectoryFilter = wholeDirectory) => {
    const asked = filterQuery(filter)
    return `/${city}/groups${asked.size > 0 ? `?${asked}` : ''}`
  },
  /** What is new in the city of the kind of groups, in the format of that ending. */
  newGroups: (city: string, format: 'atom' | 'rss' | 'json') =>
    `/${city}/feed.${format}?kind=${groupKind}`,
  group: (city: string, id: string) => `/${city}/groups/${id}`,
  feed: (city: string, id: string) => `/${city}/groups/${id}/feed.atom`,
  photo: (city: string, id: string, photo: string, size: PhotoSize) =>
    `/${city}/groups/${id}/photos/${photo}?size=${size}`,
  question: (city: string, id: string) => `/${city}/groups/${id}/question`,
  members: (city: string, id: string) => `/${city}/groups/${id}/members`,
  guide: (city: string, registrationClass?: string) =>
    withQuery(`/${city}/groups/registration`, { class: registrationClass }),
  start: (city: string, registrationClass?: string) =>
    withQuery(`/${city}/groups/registration/new`, { class: registrationClass }),
  paper: (city: string) => `/${city}/groups/registration/paper`,
  registration: (city: string, id: string) => `/${city}/groups/${id}/registration`,
  edit: (city: string, id: string) => `/${city}/groups/${id}/registration/edit`,
  step: (city: string, id: string, step: DecisionStep) =>
    `/${city}/groups/${id}/registration/${stepNouns[step]}`,
  papers: (city: string, id: string) => `/${city}/groups/${id}/registration/papers`,
  visit: (city: string, id: string) => `/${city}/groups/${id}/registration/visit`,
  desk: (city: string, state?: string, page?: number) =>
    withQuery(`/${city}/desk/registrations`, {
      state,
      page: page && page > 1 ? String(page) : undefined,
    }),
} as const
