import {
  answerOffer,
  askGroup,
  findOffer,
  findOfferAnswer,
  goOnTalking,
  type OfferAnswer,
  reportAnswer,
} from '#capabilities/introductions/index.ts'
import type { Scope } from '#data/scope.ts'
import { addDays, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import type { Deed, Moment } from '../moment.ts'
import { readPages, type StoryTalk } from '../pages.ts'
import { idOf, must, setId, type World } from '../world.ts'

/** The key under which the story knows an offer: its group, and its place on that group's page. */
export const offerKey = (group: string, at: number): string => `${group}-${at}`

const begin =
  (talk: StoryTalk, key: string): Deed =>
  async (scope, world) => {
    const { city } = world
    const body = talk.said[0]?.text ?? ''
    const groupId = idOf(world, 'group', talk.group)
    if (talk.offer === undefined) {
      setId(world, 'talk', key, must(await askGroup(scope, city, { groupId, body }), key))
      return
    }
    const offer = await findOffer(scope, idOf(world, 'offer', offerKey(talk.group, talk.offer)))
    if (!offer) throw new Error(`The offer of the talk "${key}" is not there.`)
    setId(world, 'talk', key, must(await answerOffer(scope, city, { offer, body }), key))
  }

const talkOf = async (scope: Scope, world: World, key: string): Promise<OfferAnswer> => {
  const answer = await findOfferAnswer(scope, idOf(world, 'talk', key))
  if (!answer) throw new Error(`The talk "${key}" is not there.`)
  return answer
}

const goOn =
  (key: string, body: string): Deed =>
  async (scope, world) => {
    const answer = await talkOf(scope, world, key)
    must(await goOnTalking(scope, world.city, { answer, body }), key)
  }

const report =
  (key: string, reason: string): Deed =>
  async (scope, world) => {
    await reportAnswer(scope, world.city, { answer: await talkOf(scope, world, key), reason })
  }

/** Each writes in the evening, a day after the other. */
const eveningOf = ({ now }: World, talk: StoryTalk, at: number): Date =>
  tokyoInstant(addDays(tokyoDayOf(now), at - talk.days), '19:35')

/** What people asked groups, and what came of what groups offer and look for. */
export const offerTalkMoments = async (world: World): Promise<Moment[]> => {
  const { talks } = await readPages(world.city.slug)
  return talks.flatMap((talk, place) => {
    const key = `${talk.group}-${place}`
    const { reported } = talk
    return [
      ...talk.said.map(({ by, text }, at) => ({
        at: eveningOf(world, talk, at),
        by,
        deed: at === 0 ? begin(talk, key) : goOn(key, text),
      })),
      ...(reported
        ? [
            {
              at: eveningOf(world, talk, talk.said.length),
              by: reported.by,
              deed: report(key, reported.reason),
            },
          ]
        : []),
    ]
  })
}
