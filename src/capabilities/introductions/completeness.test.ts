import { describe, expect, test } from 'vitest'
import { emptyIntroduction, type Introduction } from '../groups/index.ts'
import { completenessItems, type PageFacts, rateCompleteness } from './completeness.ts'
import { composeIntroduction, composeText, neverPublished } from './introduction.ts'
import { paths, placeToAdd } from './paths.ts'

const photo = { id: 'p', alt: { ja: '絵', en: 'picture' }, width: 10, height: 10 }
const text = { ja: 'あ', en: 'a' }
const whole: Introduction = {
  texts: {
    catch: text,
    what: text,
    whom: text,
    place: text,
    join_first: text,
    contact: text,
  },
  plain: 'やさしい',
  weekdays: ['sat'],
  bands: [],
  links: [{ kind: 'website', url: 'https://example.jp/' }],
  photos: [photo, photo, photo],
  changedOn: '2026-11-20',
}
const complete: PageFacts = {
  introduction: whole,
  registeredContact: false,
  registeredDays: true,
  registeredFee: true,
  registeredWhat: false,
  registeredPlace: false,
  recentNews: true,
  openOffers: true,
  papersThere: true,
  readsHere: true,
}
const nothing: PageFacts = {
  introduction: null,
  registeredContact: false,
  registeredDays: false,
  registeredFee: false,
  registeredWhat: false,
  registeredPlace: false,
  recentNews: false,
  openOffers: false,
  papersThere: false,
  readsHere: false,
}

describe('ページの充実度', () => {
  test('15項目のうちいくつかを数え、割合は切り捨てる', () => {
    expect(rateCompleteness(complete)).toEqual({ done: 15, all: 15, percent: 100, missing: [] })
    expect(rateCompleteness(nothing)).toMatchObject({ done: 0, all: 15, percent: 0 })
    const almost = rateCompleteness({ ...complete, recentNews: false })
    expect([almost.done, almost.percent, almost.missing]).toEqual([14, 93, ['news']])
  })

  test('次に加えるものは、読む人の役に立つ順にならぶ', () => {
    expect(rateCompleteness(nothing).missing).toEqual(completenessItems)
    const { missing } = rateCompleteness({
      ...complete,
      introduction: { ...whole, texts: {}, photos: [] },
    })
    expect(missing.slice(0, 3)).toEqual(['catch', 'what', 'cover'])
  })

  test('登録で公開した活動の内容、地域、日、会費は、ページに見えているので数える', () => {
    const visible = {
      ...nothing,
      registeredWhat: true,
      registeredPlace: true,
      registeredDays: true,
      registeredFee: true,
    }
    const { done, missing } = rateCompleteness(visible)
    expect(done).toBe(4)
    for (const item of ['what', 'place', 'when', 'cost']) expect(missing).not.toContain(item)
  })

  test('写真は表紙で1つ、3枚でもう1つ', () => {
    const withPhotos = (count: number) =>
      rateCompleteness({
        ...complete,
        introduction: { ...whole, photos: Array.from({ length: count }, () => photo) },
      }).missing
    expect(withPhotos(0)).toEqual(['cover', 'photos'])
    expect(withPhotos(2)).toEqual(['photos'])
    expect(withPhotos(3)).toEqual([])
  })

  test('登録で公開した連絡先も、連絡のしかたに数える', () => {
    const introduction = { ...whole, texts: { ...whole.texts, contact: undefined } }
    const facts = {
      ...complete,
      readsHere: false,
      introduction: introduction as unknown as Introduction,
    }
    expect(rateCompleteness(facts).missing).toEqual(['contact'])
    expect(rateCompleteness({ ...facts, registeredContact: true }).missing).toEqual([])
  })

  test('だれも連絡できないページは、何を書いても100%にならない', () => {
    const told = (ja: string) => ({ ja, en: ja })
    const rate = (contact: string, more: Partial<PageFacts> = {}) => {
      const introduction = {
        ...whole,
        texts: { ...whole.texts, contact: told(contact) },
        links: [],
      }
      return rateCompleteness({ ...complete, readsHere: false, introduction, ...more }).missing
    }
    expect(rate('活動の日に声をかけてください')).toContain('contact')
    for (const way of ['電話 0467-00-0000', 'ＴＥＬ０９０－００００－００００', 'kai@example.jp'])
      expect(rate(way)).not.toContain('contact')
    expect(rate('活動の日に声をかけてください', { readsHere: true })).not.toContain('contact')
  })

  test('どの項目にも、加える場所がある', () => {
    for (const item of completenessItems.filter((one) => one !== 'cost'))
      expect(placeToAdd('kamakura', 'g', item)).toMatch(/^\/kamakura\/groups\/g\/introduction\//)
    // The fee stands in the registration alone.
    expect(placeToAdd('kamakura', 'g', 'cost')).toBe('/kamakura/groups/g/registration#revisions')
    expect(placeToAdd('kamakura', 'g', 'join')).toBe(`${paths.edit('kamakura', 'g')}#join_first`)
  })
})

describe('だれもが読む紹介', () => {
  const answers = { catch: 'ひとこと', catch_en: 'One line', website: 'javascript:alert(1)' }

  test('下書きだけ、または止められているときは、文はひとつも出ない', () => {
    expect(composeIntroduction(neverPublished, [])).toBeNull()
    const hidden = {
      answers,
      publishedAt: new Date(),
      moderation: 'hidden' as const,
      hiddenReason: '理由',
    }
    expect(composeIntroduction(hidden, [photo])).toEqual({ ...emptyIntroduction, photos: [photo] })
  })

  test('英語がなければ日本語が立ち、http以外のリンクは出ない', () => {
    const told = composeText({ ...answers, what: 'すること' }, null)
    expect(told.texts.catch).toEqual({ ja: 'ひとこと', en: 'One line' })
    expect(told.texts.what).toEqual({ ja: 'すること', en: 'すること' })
    expect(told.links).toEqual([])
  })
})
