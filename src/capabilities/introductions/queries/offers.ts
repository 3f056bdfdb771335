import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { isId, newId } from '#kernel/ids.ts'
import { pageSizes } from '../lists.ts'
import {
  type ListedOffer,
  type Offer,
  type OfferOfGroup,
  type OfferText,
  type Outcome,
  oppositeOf,
} from '../offer.ts'
import type { OffersAsked } from '../paths.ts'
import { isOpenOn, matchesOn, selectOffers, toOffer } from './offer-row.ts'

export const findOffer = async (scope: Scope, id: string): Promise<OfferOfGroup | undefined> => {
  if (!isId(id)) return undefined
  const row = await selectOffers(scope).where('o.id', '=', id).executeTakeFirst()
  return row && toOffer(row)
}

/** The record of a group that bears that title and is not closed. */
export const findOwnOffer = async (
  scope: Scope,
  groupId: string,
  title: string,
): Promise<OfferOfGroup | undefined> => {
  const row = await selectOffers(scope)
    .where('o.group_id', '=', groupId)
    .where('o.title', '=', title)
    .where('o.closed_at', 'is', null)
    .orderBy('o.created_at')
    .limit(1)
    .executeTakeFirst()
  return row && toOffer(row)
}

/** All offers of a group for those who write them, those still open first. */
export const listOwnOffers = async (
  scope: Scope,
  groupId: string,
  today: PlainDate,
): Promise<readonly ListedOffer[]> => {
  const rows = await selectOffers(scope)
    .select(matchesOn(today).as('matches'))
    .where('o.group_id', '=', groupId)
    .orderBy((is) => is('o.closed_at', 'is', null), 'desc')
    .orderBy('o.updated_at', 'desc')
    .orderBy('o.id')
    .limit(50)
    .execute()
  return rows.map((row) => ({ ...toOffer(row), matches: row.matches }))
}

/** One page of what is open in the city, with how many there are and how many groups would fit each. */
export const listOpenOffers = async (
  scope: Scope,
  asked: OffersAsked & { readonly page: number; readonly today: PlainDate },
): Promise<{ readonly offers: readonly ListedOffer[]; readonly total: number }> => {
  let query = selectOffers(scope)
    .select(matchesOn(asked.today).as('matches'))
    .select((is) => is.fn.countAll<number>().over().as('total'))
    .where('g.state', '=', 'approved')
    .where(isOpenOn('o', asked.today))
  if (asked.direction) query = query.where('o.direction', '=', asked.direction)
  if (asked.resource) query = query.where('o.resource', '=', asked.resource)
  if (asked.field) query = query.where('o.field', '=', asked.field)
  const rows = await query
    .orderBy('o.published_at', 'desc')
    .orderBy('o.id')
    .limit(pageSizes.offers)
    .offset((asked.page - 1) * pageSizes.offers)
    .execute()
  return {
    offers: rows.map((row) => ({ ...toOffer(row), matches: row.matches })),
    total: rows[0]?.total ?? 0,
  }
}

/** The opposite of an offer at other groups: the same kind, those of the same field first. */
export const listMatching = async (
  scope: Scope,
  offer: Pick<Offer, 'groupId' | 'direction' | 'resource' | 'field'>,
  today: PlainDate,
): Promise<readonly OfferOfGroup[]> => {
  const rows = await selectOffers(scope)
    .where('g.state', '=', 'approved')
    .where(isOpenOn('o', today))
    .where('o.direction', '=', oppositeOf(offer.direction))
    .where('o.resource', '=', offer.resource ?? '')
    .where('o.group_id', '<>', offer.groupId)
    .orderBy((is) => is('o.field', '=', offer.field ?? ''), 'desc')
    .orderBy('o.published_at', 'desc')
    .orderBy('o.id')
    .limit(6)
    .execute()
  return rows.map(toOffer)
}

const columnsOf = (text: OfferText) => ({
  direction: text.direction,
  resource: text.resource,
  field: text.field,
  title: text.title,
  body: text.body,
  open_until: text.openUntil,
})

/** Begins a draft. @returns its id */
export const insertOffer = async (
  scope: Scope,
  groupId: string,
  text: OfferText,
): Promise<string> => {
  const id = newId()
  await scope.db
    .insertInto('group_offers')
    .values({
      city_id: scope.city.id,
      id,
      group_id: groupId,
      ...columnsOf(text),
      created_at: scope.now,
      updated_at: scope.now,
    })
    .execute()
  return id
}

/** Keeps what a draft says so far; what is published stays as everyone reads it. */
export const keepOfferDraft = async (scope: Scope, id: string, text: OfferText): Promise<void> => {
  await scope.db
    .updateTable('group_offers')
    .set({ ...columnsOf(text), updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute()
}

/** Publishes it, or what is new of it; one that was closed is open again. */
export const publishOfferRow = async (
  scope: Scope,
  offer: Pick<Offer, 'id' | 'publishedAt'>,
  text: OfferText,
): Promise<void> => {
  await scope.db
    .updateTable('group_offers')
    .set({
      ...columnsOf(text),
      published_at: offer.publishedAt ?? scope.now,
      closed_at: null,
      outcome: null,
      updated_at: scope.now,
    })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', offer.id)
    .execute()
}

export const closeOfferRow = async (scope: Scope, id: string, outcome: Outcome): Promise<void> => {
  await scope.db
    .updateTable('group_offers')
    .set({ closed_at: scope.now, outcome, updated_at: scope.now })
    .where('city_id', '=', scope.city.id)
    .where('id', '=', id)
    .execute()
}
