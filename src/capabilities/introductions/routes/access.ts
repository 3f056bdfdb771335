import { allow, NotFound } from '#kernel/refusals.ts'
import type { PageRequest } from '#web/route.ts'
import type { Crumb } from '#web/ui/index.ts'
import { type Group, getGroup, groupPaths, lockGroup } from '../../groups/index.ts'
import type { News, NewsOfGroup } from '../news.ts'
import type { Offer, OfferOfGroup } from '../offer.ts'
import { paths } from '../paths.ts'
import { canModerate, canSeeWork, canWrite } from '../policy.ts'
import { findNews } from '../queries/news.ts'
import { findOffer } from '../queries/offers.ts'
import { sentences } from '../sentences.ts'

/** The group of the address, for those who see how its page stands. @throws NotFound */
export const groupSeen = async (
  { scope, params }: PageRequest,
  id = params.id ?? '',
): Promise<Group> => {
  const group = await getGroup(scope, id)
  if (!canSeeWork(scope.actor, group).ok) throw new NotFound('group')
  return group
}

/** The group, for those who write for it; held while something is written. */
export const groupWritten = async (request: PageRequest, id?: string): Promise<Group> => {
  const seen = await groupSeen(request, id)
  allow(canWrite(request.scope.actor, seen))
  return request.scope.writing ? lockGroup(request.scope, seen.id) : seen
}

/** The group, for the desk. */
export const groupModerated = async (request: PageRequest): Promise<Group> => {
  const seen = await groupSeen(request)
  allow(canModerate(request.scope.actor, seen))
  return request.scope.writing ? lockGroup(request.scope, seen.id) : seen
}

/** News of the address with its group, for those who write it. */
export const newsWritten = async (
  request: PageRequest,
): Promise<{ readonly news: NewsOfGroup; readonly group: Group }> => {
  const { groupId } = await getNews(request)
  const group = await groupWritten(request, groupId)
  // Read once the group is held: another may have changed it, or taken it off, while this one waited.
  return { news: await getNews(request), group }
}

/** @throws NotFound */
export const getNews = async ({ scope, params }: PageRequest): Promise<NewsOfGroup> => {
  const news = await findNews(scope, params.id ?? '')
  if (!news) throw new NotFound('news')
  return news
}

/** @throws NotFound */
export const getOffer = async ({ scope, params }: PageRequest): Promise<OfferOfGroup> => {
  const offer = await findOffer(scope, params.id ?? '')
  if (!offer) throw new NotFound('offer')
  return offer
}

/** An offer of the address with its group, for those who write it. */
export const offerWritten = async (
  request: PageRequest,
): Promise<{ readonly offer: OfferOfGroup; readonly group: Group }> => {
  const { groupId } = await getOffer(request)
  const group = await groupWritten(request, groupId)
  return { offer: await getOffer(request), group }
}

/** From the group's page to the work on it. */
export const crumbs = (
  { city, language }: PageRequest,
  group: Pick<Group, 'id' | 'name'>,
  last?: string,
): readonly Crumb[] => {
  const { crumb } = sentences[language].hub
  const first = { label: group.name, href: groupPaths.group(city.slug, group.id) }
  return last
    ? [first, { label: crumb, href: paths.hub(city.slug, group.id) }, { label: last }]
    : [first, { label: crumb }]
}

/** Why something is out of sight; null where it is not, or where it was mended. */
export const reasonFor = (
  part: Pick<News | Offer, 'moderation' | 'hiddenReason'>,
): string | null => (part.moderation === 'hidden' ? part.hiddenReason : null)
