import type { Scope } from '#data/scope.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import type { City } from '#kernel/city.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { FormBody } from '#web/form-data.ts'
import { type Group, listOfferLines, showAgain, withOffers } from '../../groups/index.ts'
import { carryIntoDrafts } from '../../revisions/index.ts'
import { sheetKeyOf } from '../introduction.ts'
import { type Offer, type OfferText, type Outcome, offerTextOf } from '../offer.ts'
import { refusePastDay } from '../past-days.ts'
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

const draftOf = (sent: FormBody): OfferText => ({
  ...blank,
  title: sent.text('title').slice(0, 50),
})

/**
 * Does what changes the records of a group. The search of the site follows, and so does every change notice that is
 * still being written: its boxes name the same records.
 */
const withAllWhoShow = async (
  scope: Scope,
  city: City,
  given: { readonly group: Pick<Group, 'id'>; readonly work: () => Promise<void> },
): Promise<void> => {
  const { id } = given.group
  const told = async () => ({
    answers: withOffers({}, (await listOfferLines(scope, [id])).get(id)),
    visibility: {},
  })
  const before = await told()
  await given.work()
  await carryIntoDrafts(scope, { groupId: id, before, after: await told() })
  await showAgain(scope, city, id)
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
    object: (answers) => refusePastDay(answers, tokyoDayOf(scope.now)),
  })
  // What is refused stays a draft, and is found in the list of drafts by its title.
  if (!written.ok) {
    if (written.error.kind === 'incomplete')
      await keepOfferDraft(
        scope,
        offer.id,
        offerTextOf(written.error.reading.answers) ?? draftOf(sent),
      )
    return written
  }
  const text = offerTextOf(written.value)
  if (!publish || !text) {
    const keep = () => keepOfferDraft(scope, offer.id, text ?? draftOf(sent))
    await withAllWhoShow(scope, city, { group, work: keep })
    return ok('saved')
  }
  const work = () => publishOfferRow(scope, offer, text)
  await withAllWhoShow(scope, city, { group, work })
  await mendPart(scope, city, { group, part: { kind: 'offer', id: offer.id } })
  await recordDeed(scope, group, { name: 'publishOffer', about: text.title })
  return ok('published')
}

/** Ends an offer, and says whether somebody was found. */
export const closeOffer = async (
  scope: Scope,
  city: City,
  closing: {
    readonly group: Group
    readonly offer: Pick<Offer, 'id' | 'title'>
    readonly outcome: Outcome
  },
): Promise<void> => {
  const { group, offer, outcome } = closing
  const work = () => closeOfferRow(scope, offer.id, outcome)
  await withAllWhoShow(scope, city, { group, work })
  await recordDeed(scope, group, { name: 'closeOffer', about: offer.title, after: { outcome } })
}
