import { isOfGroup } from '#kernel/actor.ts'
import { say } from '#kernel/bilingual.ts'
import { tokyoDayOf } from '#kernel/calendar.ts'
import { NotFound } from '#kernel/refusals.ts'
import { type Answer, redirect } from '#web/answer.ts'
import { newFormKey, page } from '#web/page.tsx'
import { pageAsked } from '#web/paging.ts'
import { get, getKept, type PageRequest, post, type Route } from '#web/route.ts'
import { Button, Disclosure, Form, RadioGroup } from '#web/ui/index.ts'
import { type Group, getGroup } from '../../groups/index.ts'
import { beginOffer, closeOffer, writeOffer } from '../actions/offers.ts'
import type { WriteRefusal } from '../actions/write.ts'
import { sheetKeyOf } from '../introduction.ts'
import {
  answersOf,
  directions,
  isOpenOffer,
  isPublicOffer,
  type OfferOfGroup,
  outcomes,
  resources,
} from '../offer.ts'
import { paths } from '../paths.ts'
import { canSeeDraft, canSeeUnpublished } from '../policy.ts'
import { findOwnAnswer } from '../queries/answers.ts'
import { listMatching, listOpenOffers } from '../queries/offers.ts'
import { getIntroductionSettings } from '../queries/settings.ts'
import { sentences } from '../sentences.ts'
import { OfferPage, OffersPage } from '../views/offers.tsx'
import { getOffer, groupWritten, offerWritten, reasonFor } from './access.ts'
import { sheetPage } from './sheet-page.tsx'

const askedIn = ({ query, city }: PageRequest) => ({
  direction: directions.find((one) => one === query.get('direction')),
  resource: resources.find((one) => one === query.get('kind')),
  field: city.fields.find(({ code }) => code === query.get('field'))?.code,
  page: pageAsked(query),
})

const showList = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language } = request
  const asked = askedIn(request)
  const found = await listOpenOffers(scope, { ...asked, today: tokyoDayOf(scope.now) })
  const words = sentences[language].offers
  return page(
    request,
    {
      title: words.title,
      width: 'wide',
      description: words.description(say(city.name, language)),
      breadcrumb: [{ label: words.title }],
    },
    <OffersPage lang={language} city={city} asked={asked} {...found} />,
  )
}

const showOffer = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, language, person } = request
  const offer = await getOffer(request)
  const open = isPublicOffer(offer)
  if (!open) {
    const mayRead = offer.publishedAt ? canSeeUnpublished : canSeeDraft
    if (!mayRead(scope.actor, await getGroup(scope, offer.groupId))) throw new NotFound('offer')
  }
  const today = tokyoDayOf(scope.now)
  const words = sentences[language].offers
  return page(
    request,
    {
      title: offer.title || sentences[language].hub.untitled,
      breadcrumb: [
        { label: words.title, href: paths.offers(city.slug) },
        { label: offer.title || sentences[language].hub.untitled },
      ],
      ...(open ? { description: offer.body.slice(0, 100) || offer.title } : { unlisted: true }),
    },
    <OfferPage
      lang={language}
      city={city}
      offer={offer}
      open={open && isOpenOffer(offer, today)}
      matching={open ? await listMatching(scope, offer, today) : []}
      own={isOfGroup(scope.actor, offer.groupId)}
      conversation={
        person
          ? (await findOwnAnswer(scope, { groupId: offer.groupId, offerId: offer.id }))?.id
          : undefined
      }
    />,
  )
}

const Closing = ({ request, offer }: { request: PageRequest; offer: OfferOfGroup }) => {
  const { language, city } = request
  const words = sentences[language].form
  if (!offer.publishedAt || offer.closedAt) return null
  return (
    <Disclosure summary={words.close} id="closing">
      <p>{words.closeText}</p>
      <Form action={paths.closeOffer(city.slug, offer.id)} idempotencyKey={newFormKey()}>
        <RadioGroup
          lang={language}
          name="outcome"
          label={words.outcome}
          options={outcomes.map((one) => ({ value: one, label: words.outcomes[one] }))}
          value="met"
        />
        <Button kind="secondary">{words.close}</Button>
      </Form>
    </Disclosure>
  )
}

const editPage = async (
  request: PageRequest,
  { offer, group }: { readonly offer: OfferOfGroup; readonly group: Group },
  refusal?: WriteRefusal,
): Promise<Answer> => {
  const { offerForm } = await getIntroductionSettings(request.scope)
  return sheetPage(request, {
    group,
    kind: 'offer',
    action: paths.editOffer(request.city.slug, offer.id),
    key: sheetKeyOf(group.id, `offer-${offer.id}`),
    formCode: offerForm,
    first: answersOf(offer),
    live: offer.publishedAt !== null && offer.closedAt === null,
    hiddenReason: reasonFor(offer),
    refusal,
    children: <Closing request={request} offer={offer} />,
  })
}

const showNew = async (request: PageRequest): Promise<Answer> => {
  const group = await groupWritten(request)
  const { offerForm } = await getIntroductionSettings(request.scope)
  return sheetPage(request, {
    group,
    kind: 'offer',
    action: paths.newOffer(request.city.slug, group.id),
    formCode: offerForm,
    live: false,
    hiddenReason: null,
  })
}

const write = async (
  request: PageRequest,
  written: { readonly offer: OfferOfGroup; readonly group: Group },
): Promise<Answer> => {
  const { scope, city, form: sent } = request
  const publish = sent.text('intent') === 'publish'
  const result = await writeOffer(scope, city, { ...written, sent, publish })
  if (!result.ok) return editPage(request, written, result.error)
  return result.value === 'saved'
    ? redirect(`${paths.editOffer(city.slug, written.offer.id)}?done=saved`)
    : redirect(`${paths.hub(city.slug, written.group.id)}?done=published`)
}

const begin = async (request: PageRequest): Promise<Answer> => {
  const group = await groupWritten(request)
  const id = await beginOffer(request.scope, group)
  const offer = await getOffer({ ...request, params: { id } })
  return write(request, { offer, group })
}

const showEdit = async (request: PageRequest): Promise<Answer> =>
  editPage(request, await offerWritten(request))

const save = async (request: PageRequest): Promise<Answer> =>
  write(request, await offerWritten(request))

const close = async (request: PageRequest): Promise<Answer> => {
  const { scope, city, form } = request
  const { offer, group } = await offerWritten(request)
  const outcome = outcomes.find((one) => one === form.text('outcome')) ?? 'not-met'
  if (offer.publishedAt && !offer.closedAt) await closeOffer(scope, city, { group, offer, outcome })
  return redirect(`${paths.hub(city.slug, group.id)}?done=closed`)
}

/** できること・ほしいこと: to find, and for groups to write. */
export const offerRoutes: readonly Route[] = [
  getKept('/:city/offers', 'introductions.list-offers', showList),
  getKept('/:city/offers/:id', 'introductions.show-offer', showOffer),
  get(
    '/:city/groups/:id/introduction/offers',
    'introductions.offer-form',
    ['member', 'centre', 'office'],
    showNew,
  ),
  post(
    '/:city/groups/:id/introduction/offers',
    'introductions.begin-offer',
    ['member', 'centre', 'office'],
    begin,
  ),
  get(
    '/:city/offers/:id/edit',
    'introductions.edit-offer',
    ['member', 'centre', 'office'],
    showEdit,
  ),
  post('/:city/offers/:id/edit', 'introductions.save-offer', ['member', 'centre', 'office'], save),
  post(
    '/:city/offers/:id/closing',
    'introductions.close-offer',
    ['member', 'centre', 'office'],
    close,
  ),
]
