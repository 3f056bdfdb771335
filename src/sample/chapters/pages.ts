import { getGroup, lockGroup } from '#capabilities/groups/index.ts'
import {
  addPaper,
  addPhoto,
  beginNews,
  beginOffer,
  findOwnOffer,
  writeIntroduction,
  writeNews,
  writeOffer,
} from '#capabilities/introductions/index.ts'
import { addDays, fiscalYearOf, tokyoDayOf, tokyoInstant } from '#kernel/calendar.ts'
import { renderPdf } from '#web/document/index.ts'
import { type FormBody, formOf } from '#web/form-data.ts'
import type { Deed, Moment } from '../moment.ts'
import { readPages, type StoryEntry, type StoryPage } from '../pages.ts'
import { drawScene } from '../scenes.ts'
import { groupOf, idOf, must, setId, type World } from '../world.ts'
import { offerKey } from './offer-talks.ts'

/** A form as a browser would send it, with days counted from today. */
const bodyOf = (answers: StoryEntry['answers'], today: Date): FormBody =>
  formOf(
    Object.fromEntries(
      Object.entries(answers).map(([name, value]) => {
        if (typeof value === 'boolean') return [name, value ? 'yes' : 'no']
        if (typeof value !== 'string') return [name, value]
        const days = /^@([+-]\d+)$/.exec(value)?.[1]
        return [name, days ? addDays(tokyoDayOf(today), Number(days)) : value]
      }),
    ),
  )

const isDraft = ({ answers }: StoryPage): boolean => Object.keys(answers).length < 2

const introduce =
  (told: StoryPage): Deed =>
  async (scope, { city, ids, now }) => {
    const group = await lockGroup(scope, idOf({ ids }, 'group', told.group))
    for (const [at, { scene, alt, altEn }] of told.photos.entries()) {
      // Only the cover is shown large.
      const wide = at === 0 ? 1200 : 660
      const bytes = await drawScene(scene, { about: alt + told.group, wide })
      const upload = { name: `${scene}.jpg`, type: 'image/jpeg', bytes }
      must(
        await addPhoto(scope, city, { group, photo: { upload, alt, altEn } }),
        `photo of ${told.group}`,
      )
    }
    const sent = bodyOf(told.answers, now)
    const publish = !isDraft(told)
    must(await writeIntroduction(scope, city, { group, sent, publish }), `page of ${told.group}`)
  }

const tell =
  (told: StoryPage, entry: StoryEntry): Deed =>
  async (scope, { city, ids, now }) => {
    const group = await getGroup(scope, idOf({ ids }, 'group', told.group))
    const sent = bodyOf(entry.answers, now)
    const news = { id: await beginNews(scope, group, sent), publishedAt: null }
    must(
      await writeNews(scope, city, { group, news, sent, publish: true }),
      `news of ${told.group}`,
    )
  }

const offer =
  (told: StoryPage, at: number, entry: StoryEntry): Deed =>
  async (scope, world) => {
    const { city, now } = world
    const group = await getGroup(scope, idOf(world, 'group', told.group))
    const sent = bodyOf(entry.answers, now)
    // What the registration named already is told of more, not said twice.
    const named = await findOwnOffer(scope, group.id, String(entry.answers.title))
    const begun = named ?? { id: await beginOffer(scope, group), publishedAt: null }
    setId(world, 'offer', offerKey(told.group, at), begun.id)
    const given = { group, offer: begun, sent, publish: true }
    must(await writeOffer(scope, city, given), `offer of ${told.group}`)
  }

const paperTitles = {
  rules: '会則',
  officers: '役員名簿',
  plan: '事業計画書',
  budget: '収支予算書',
  report: '事業報告書',
  accounts: '収支決算書',
} as const

/** Papers by title: the same for every group, so that each is set once. */
const papers = new Map<string, Promise<Uint8Array>>()

const paperOf = (title: string): Promise<Uint8Array> => {
  const known = papers.get(title)
  if (known) return known
  const made = renderPdf({
    kind: 'sheet',
    lang: 'ja',
    city: '見本',
    title,
    date: '2026-04-01',
    sections: [{ title, blocks: [{ kind: 'paragraph', text: giveNote }] }],
  })
  papers.set(title, made)
  return made
}

const giveNote = '見本の世界のための書類です。実在の団体のものではありません。'

const give =
  (told: StoryPage): Deed =>
  async (scope, { ids, now }) => {
    const group = await getGroup(scope, idOf({ ids }, 'group', told.group))
    for (const { kind, yearsAgo, public: open } of told.papers) {
      const fiscalYear = yearsAgo === null ? null : fiscalYearOf(tokyoDayOf(now)) - yearsAgo
      const title = paperTitles[kind]
      const bytes = await paperOf(title)
      const upload = { name: `${title}.pdf`, type: 'application/pdf', bytes }
      const paper = { kind, fiscalYear, public: open, upload }
      must(await addPaper(scope, group, paper), `${kind} of ${told.group}`)
    }
  }

/** What groups put on their pages of themselves: some a whole page, some only what they look for. */
export const pageMoments = async (world: World): Promise<Moment[]> => {
  const { pages } = await readPages(world.city.slug)
  const at = (days: number, time: string): Date =>
    tokyoInstant(addDays(tokyoDayOf(world.now), -days), time)
  return pages.flatMap((told): Moment[] => {
    const { leader } = groupOf(world.story, told.group)
    return [
      { at: at(told.days, '20:05'), by: leader, deed: introduce(told) },
      ...(told.papers.length > 0
        ? [{ at: at(told.days, '20:40'), by: leader, deed: give(told) }]
        : []),
      ...told.news.map((entry) => ({
        at: at(entry.days, '19:20'),
        by: leader,
        deed: tell(told, entry),
      })),
      ...told.offers.map((entry, place) => ({
        at: at(entry.days, '21:10'),
        by: leader,
        deed: offer(told, place, entry),
      })),
    ]
  })
}
