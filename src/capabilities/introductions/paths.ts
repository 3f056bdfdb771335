import type { CompletenessItem } from './completeness.ts'
import type { PartKind } from './moderation.ts'

const page = (city: string, group: string): string => `/${city}/groups/${group}/introduction`

const pageNumber = (number: number): string => (number > 1 ? `?page=${number}` : '')

/** The same place, saying what was done there. */
export const doneOn = (path: string, done: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}done=${done}`

/** What a list of offers is narrowed down to. */
export type OffersAsked = {
  readonly direction?: string | undefined
  readonly resource?: string | undefined
  readonly field?: string | undefined
  readonly page?: number | undefined
}

const offersQuery = ({ direction, resource, field, page: number }: OffersAsked): string => {
  const asked = new URLSearchParams()
  if (direction) asked.set('direction', direction)
  if (resource) asked.set('kind', resource)
  if (field) asked.set('field', field)
  if (number && number > 1) asked.set('page', String(number))
  return asked.size === 0 ? '' : `?${asked}`
}

/** The addresses of a group's page, of its parts and of those who work on them. */
export const paths = {
  hub: page,
  edit: (city: string, group: string) => `${page(city, group)}/edit`,
  preview: (city: string, group: string) => `${page(city, group)}/preview`,
  withdrawal: (city: string, group: string) => `${page(city, group)}/withdrawal`,
  photos: (city: string, group: string) => `${page(city, group)}/photos`,
  photoChanges: (city: string, group: string) => `${page(city, group)}/photos/changes`,
  papers: (city: string, group: string, number = 1) =>
    `${page(city, group)}/papers${pageNumber(number)}`,
  paperChanges: (city: string, group: string, number = 1) =>
    `${page(city, group)}/papers/changes${pageNumber(number)}`,
  moderation: (city: string, group: string, number = 1) =>
    `${page(city, group)}/moderation${pageNumber(number)}`,
  newNews: (city: string, group: string) => `${page(city, group)}/news`,
  newOffer: (city: string, group: string) => `${page(city, group)}/offers`,
  groupNews: (city: string, group: string, number = 1) =>
    `/${city}/groups/${group}/news${number > 1 ? `?page=${number}` : ''}`,
  paper: (city: string, group: string, paper: string) => `/${city}/groups/${group}/papers/${paper}`,
  news: (city: string, id: string) => `/${city}/news/${id}`,
  editNews: (city: string, id: string) => `/${city}/news/${id}/edit`,
  removeNews: (city: string, id: string) => `/${city}/news/${id}/removal`,
  offers: (city: string, asked: OffersAsked = {}) => `/${city}/offers${offersQuery(asked)}`,
  offer: (city: string, id: string) => `/${city}/offers/${id}`,
  editOffer: (city: string, id: string) => `/${city}/offers/${id}/edit`,
  closeOffer: (city: string, id: string) => `/${city}/offers/${id}/closing`,
  answerOffer: (city: string, id: string) => `/${city}/offers/${id}/answer`,
  answer: (city: string, id: string) => `/${city}/offer-answers/${id}`,
  conversations: (city: string, number = 1) =>
    `/${city}/offer-answers${number > 1 ? `?page=${number}` : ''}`,
  read: (city: string, id: string) => `/${city}/offer-answers/${id}/read`,
  report: (city: string, id: string) => `/${city}/offer-answers/${id}/report`,
  settle: (city: string, id: string) => `/${city}/offer-answers/${id}/settlement`,
  desk: (city: string, number = 1) =>
    `/${city}/desk/group-pages${number > 1 ? `?page=${number}` : ''}`,
} as const

const fields: Readonly<Partial<Record<CompletenessItem, string>>> = {
  catch: 'catch',
  what: 'what',
  whom: 'whom',
  when: 'weekdays',
  place: 'place',
  join: 'join_first',
  contact: 'contact',
  links: 'website',
  plain: 'plain',
}

/** Where the group adds what is missing: the very field. */
export const placeToAdd = (city: string, group: string, item: CompletenessItem): string => {
  if (item === 'cover' || item === 'photos') return `${paths.photos(city, group)}#photo_1`
  if (item === 'news') return paths.newNews(city, group)
  if (item === 'offers') return paths.newOffer(city, group)
  if (item === 'papers') return `${paths.papers(city, group)}#kind`
  // The fee is registered: it is added with a change notice.
  if (item === 'cost') return `/${city}/groups/${group}/registration#revisions`
  return `${paths.edit(city, group)}#${fields[item] ?? 'catch'}`
}

/** Where the group mends what the desk took out of sight. */
export const placeToMend = (
  city: string,
  group: string,
  part: { readonly kind: PartKind; readonly id: string },
): string => {
  if (part.kind === 'introduction') return paths.edit(city, group)
  if (part.kind === 'photo') return paths.photos(city, group)
  if (part.kind === 'paper') return paths.papers(city, group)
  return part.kind === 'news' ? paths.editNews(city, part.id) : paths.editOffer(city, part.id)
}
