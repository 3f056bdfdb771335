import sharp from 'sharp'
import { getForm } from '#capabilities/forms/index.ts'
import { getGroup } from '#capabilities/groups/index.ts'
import { reportAnswer } from '#capabilities/introductions/actions/answers.ts'
import {
  addPaper,
  addPhoto,
  answerOffer,
  beginNews,
  beginOffer,
  moderatePart,
  writeIntroduction,
  writeNews,
  writeOffer,
} from '#capabilities/introductions/index.ts'
import { findOfferAnswer } from '#capabilities/introductions/queries/answers.ts'
import { findOffer } from '#capabilities/introductions/queries/offers.ts'
import type { Scope } from '#data/scope.ts'
import type { PersonName } from './cast.ts'
import { act, must, put, type Town } from './town.ts'
import { bodyOf, paper, typeForm } from './typed.ts'

const day = '2026-11-12'

const fill = async (scope: Scope, town: Town, code: string, about: string) => {
  const { definition } = await getForm(scope, code)
  const dates = { show_until: '', event_on: '', open_until: '2027-03-31' }
  return bodyOf(typeForm(definition, { city: town.here.city, say: town.say, about }, dates))
}

const addPhotos = (town: Town, groupId: string): Promise<void> =>
  act(town, 'rep', day, async (scope) => {
    const group = await getGroup(scope, groupId)
    const picture = sharp({ create: { width: 400, height: 400, channels: 3, background: '#8ab' } })
    const bytes = await picture.jpeg().toBuffer()
    const upload = { name: 'a.jpg', type: 'image/jpeg', bytes }
    const { city } = town.here
    for (const state of ['shown', 'hidden']) {
      const photo = { upload, alt: town.say(`page.photo.${state}`), altEn: '' }
      const id = must(await addPhoto(scope, city, { group, photo }))
      put(town, { kind: 'photo', state, params: { id: groupId, photo: id } })
    }
  })

const hidePhoto = (town: Town, groupId: string): Promise<void> =>
  act(town, 'centre', day, async (scope) => {
    const id =
      town.subjects.find(({ kind, state }) => kind === 'photo' && state === 'hidden')?.params
        .photo ?? ''
    const part = { kind: 'photo', id, title: '写真', state: 'shown', reason: null } as const
    const group = await getGroup(scope, groupId)
    const reason = town.say('page.hidden.reason')
    must(await moderatePart(scope, town.here.city, { group, part, name: 'hide', reason }))
  })

const writeTexts = (town: Town, groupId: string): Promise<void> =>
  act(town, 'rep', day, async (scope) => {
    const { city } = town.here
    const group = await getGroup(scope, groupId)
    const sent = await fill(scope, town, 'introduction', 'page.text')
    must(await writeIntroduction(scope, city, { group, sent, publish: true }))
    for (const [state, publish] of [
      ['public', true],
      ['draft', false],
    ] as const) {
      const body = await fill(scope, town, 'group-news', publish ? 'page.news' : 'page.draft')
      const news = { id: await beginNews(scope, group, body), publishedAt: null }
      must(await writeNews(scope, city, { group, news, sent: body, publish }))
      put(town, { kind: 'news', state, params: { id: news.id } })
    }
  })

const giveOffer = (
  town: Town,
  groupId: string,
  given: { readonly state: string; readonly by: PersonName; readonly publish: boolean },
): Promise<string> =>
  act(town, given.by, day, async (scope) => {
    const { state, publish } = given
    const group = await getGroup(scope, groupId)
    const about = { open: 'page.offer', draft: 'page.draft' }[state] ?? 'page.offer-of-others'
    const sent = await fill(scope, town, 'group-offer', about)
    const offer = { id: await beginOffer(scope, group), publishedAt: null }
    must(await writeOffer(scope, town.here.city, { group, offer, sent, publish }))
    put(town, { kind: 'offer', state, params: { id: offer.id } })
    return offer.id
  })

const talk = async (town: Town, offerId: string, state: 'open' | 'reported'): Promise<void> => {
  const { city } = town.here
  const id = await act(town, 'resident', day, async (scope) => {
    const offer = (await findOffer(scope, offerId))!
    const body = town.say(`page.answer.${state}`)
    return must(await answerOffer(scope, city, { offer, body }))
  })
  put(town, { kind: 'offer-answer', state, params: { id } })
  if (state === 'open') return
  await act(town, 'rep2', day, async (scope) => {
    const answer = (await findOfferAnswer(scope, id))!
    await reportAnswer(scope, city, { answer, reason: town.say('page.answer.reason') })
  })
}

const givePapers = (town: Town, groupId: string): Promise<void> =>
  act(town, 'rep', day, async (scope) => {
    const group = await getGroup(scope, groupId)
    for (const state of ['public', 'desk'] as const) {
      const upload = paper(`${state}.txt`, town.say(`page.paper.${state}`))
      const given = { kind: 'rules', fiscalYear: null, public: state === 'public', upload } as const
      const id = must(await addPaper(scope, group, given))
      put(town, { kind: 'group-paper', state, params: { id: groupId, paper: id } })
    }
  })

/** The page of A: everything public once, and once as a draft, out of sight or for the desk; an offer of others. */
export const makeIntroductions = async (
  town: Town,
  { a, b }: { readonly a: string; readonly b: string },
): Promise<void> => {
  await addPhotos(town, a)
  await hidePhoto(town, a)
  await writeTexts(town, a)
  const open = await giveOffer(town, a, { state: 'open', by: 'rep', publish: true })
  await giveOffer(town, a, { state: 'draft', by: 'rep', publish: false })
  const others = await giveOffer(town, b, { state: 'open-of-others', by: 'rep2', publish: true })
  await talk(town, open, 'open')
  await talk(town, others, 'reported')
  await givePapers(town, a)
}
