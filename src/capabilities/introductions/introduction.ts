import type { Bilingual } from '#kernel/bilingual.ts'
import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { type Answers, listAnswer, textAnswer } from '../forms/index.ts'
import {
  emptyIntroduction,
  type Introduction,
  type IntroductionPhoto,
  type IntroductionText,
} from '../groups/index.ts'
import type { Moderation } from './moderation.ts'

/** The kind under which files, sheets, history and tasks know the page of a group; its id is the group's. */
export const pageKind = 'group-page'

/** The key of a sheet of the group's page: the introduction itself, a piece of news, an offer. */
export const sheetKeyOf = (
  groupId: string,
  purpose: 'introduction' | `news-${string}` | `offer-${string}`,
) => ({ kind: pageKind, id: groupId, purpose })

/** What was published last of the introduction's text. */
export type Published = {
  readonly answers: Answers | null
  readonly publishedAt: Date | null
  readonly moderation: Moderation
  readonly hiddenReason: string | null
}

export const neverPublished: Published = {
  answers: null,
  publishedAt: null,
  moderation: 'shown',
  hiddenReason: null,
}

const texts: readonly IntroductionText[] = [
  'catch',
  'what',
  'whom',
  'when',
  'place',
  'join_who',
  'join_cost',
  'join_first',
  'contact',
]

/** Written in the registration; here stands what of it the English words translate. */
const translations: readonly string[] = ['when', 'join_cost']

const textOf = (answers: Answers, code: string): Bilingual | undefined => {
  const ja = textAnswer(answers, code)
  const en = textAnswer(answers, `${code}_en`)
  if (translations.includes(code)) return ja !== '' && en !== '' ? { ja, en } : undefined
  if (ja === '' && en === '') return undefined
  return { ja: ja || en, en: en || ja }
}

const linksOf = (answers: Answers): Introduction['links'] =>
  (
    [
      ['website', 'website'],
      ['sns', 'sns'],
      ['sns_2', 'sns'],
    ] as const
  )
    .map(([code, kind]) => ({ kind, url: textAnswer(answers, code) }))
    .filter(({ url }) => /^https?:\/\//.test(url))

/** The answers of the form as everyone reads them. */
export const composeText = (
  answers: Answers,
  changedOn: PlainDate | null,
): Omit<Introduction, 'photos'> => ({
  texts: Object.fromEntries(
    texts
      .map((code) => [code, textOf(answers, code)] as const)
      .filter(([, text]) => text !== undefined),
  ),
  plain: textAnswer(answers, 'plain'),
  weekdays: listAnswer(answers, 'weekdays'),
  bands: listAnswer(answers, 'bands'),
  links: linksOf(answers),
  changedOn,
})

/** What everyone sees: the text unless it is a draft or out of sight, the photos that are shown. */
export const composeIntroduction = (
  published: Published,
  photos: readonly IntroductionPhoto[],
): Introduction | null => {
  const { answers, publishedAt } = published
  const shown = answers && published.moderation === 'shown'
  if (!shown && photos.length === 0) return null
  const text = shown ? composeText(answers, publishedAt && tokyoDayOf(publishedAt)) : undefined
  return { ...emptyIntroduction, ...text, photos }
}
