import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { FormBody } from '#web/form-data.ts'
import type { Group } from '../../groups/index.ts'
import { sheetKeyOf } from '../introduction.ts'
import { type Offer, type OfferText, type Outcome, offerTextOf } from '../offer.ts'
import { closeOfferRow, insertOffer, keepOfferDraft, publishOfferRow } from '../queries/offers.ts'
import { getIntroductionSettings } from '../queries/settings.ts'
import { mendPart } from './moderate.ts'
import { recordDeed } from './record.ts'
import { type WriteRefusal, writeSheet } from './write.ts'

/** What stands in the list of drafts until the form says more. */
const blank: OfferText = {
  direction: 'offer',
  resource: 'people',
  field: null,
  title: '',
  body: '',
  openUntil: null,
}

/** Begins an offer: what was typed is a draft from now on. @returns its id */
export const beginOffer = (scope: Scope, group: Pick<Group, 'id'>): Promise<string> =>
  insertOffer(scope, group.id, blank)

/** Keeps an offer as a draft, or publishes it; one that was closed is open again. */
export const writeOffer = async (
  scope: Scope,
  city: City,
  given: {
    readonly group: Group
    readonly offer: Pick<Offer, 'id' | 'publishedAt'>
    readonly sent: FormBody
    readonly publish: boolean
  },
): Promise<Result<'saved' | 'published', WriteRefusal>> => {
  const { group, offer, sent, publish } = given
  const { offerForm } = await getIntroductionSettings(scope)
  const written = await writeSheet(scope, city, {
    key: sheetKeyOf(group.id, `offer-${offer.id}`),
    formCode: offerForm,
    sent,
    publish,
  })
  if (!written.ok) return written
  const text = offerTextOf(written.value)
  if (!publish || !text) {
    await keepOfferDraft(
      scope,
      offer.id,
      text ?? { ...blank, title: sent.text('title').slice(0, 50) },
    )
    return ok('saved')
  }
  await publishOfferRow(scope, offer, text)
  await mendPart(scope, city, { group, part: { kind: 'offer', id: offer.id } })
  await recordDeed(scope, group, { name: 'publishOffer', about: text.title })
  return ok('published')
}

/** Ends an offer, and says whether somebody was found. */
export const closeOffer = async (
  scope: Scope,
  group: Group,
  closing: { readonly offer: Pick<Offer, 'id' | 'title'>; readonly outcome: Outcome },
): Promise<void> => {
  const { offer, outcome } = closing
  await closeOfferRow(scope, offer.id, outcome)
  await recordDeed(scope, group, { name: 'closeOffer', about: offer.title, after: { outcome } })
}
