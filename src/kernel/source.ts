import { type Bilingual, type Language, say } from './bilingual.ts'

/** Where a fact stands: the document it is from, and the place in it. */
export type Place = {
  /** Number under which the preset knows the document; undefined when the source names none. */
  readonly document: string | undefined
  readonly place: string
}

// A chapter as Yamaguchi's plan is numbered: ch2-3 is 第2章3.
const chapter = /\bch(\d+)-(\d+)/g

// Numbers of single facts (K045, Y114) help who checks a preset; to readers of a page they say nothing.
const factNumber = /\s*\b[A-Z]\d{3}\b/g

const readPart = (part: string): Place => {
  const [, document, rest] = /^(\d{3})(?!\d)\s*(.*)$/s.exec(part.trim()) ?? [
    undefined,
    undefined,
    part,
  ]
  const place = (rest ?? '')
    .replace(factNumber, '')
    .replace(chapter, '第$1章$2')
    .replace(/\s+([・。；）])/g, '$1')
    .trim()
  return { document, place }
}

// A document named within a sentence: 「002 に一覧なし」.
const documentInText = /\b00\d\b/g

const unnamed = { ja: '資料', en: 'the document' } as const

/** Reads a source as presets write it: `001 §3(3) K072; 000 §3(3) K064` names two places. */
export const readSource = (source: string): Place[] =>
  source
    .split(/[;；]/)
    .map(readPart)
    .filter(({ document, place }) => document !== undefined || place !== '')

/** The number of the document that a plan is, when its source is that document's cover or whole. */
export const documentNumber = (source: string): string | undefined =>
  /^(\d{3})(?:\s*(?:表紙|全体)|（)/.exec(source)?.[1]

/** A reader's language, and the documents' titles in it by the numbers under which presets know them. */
export type Documents = {
  readonly language: Language
  readonly titles: ReadonlyMap<string, string>
}

/** For places where the document goes without saying. */
export const withoutTitles = (language: Language): Documents => ({ language, titles: new Map() })

// How the cities' documents call their own parts. What stands beside them (titles of articles and
// pages that exist in Japanese only) is left as it can be looked up.
const partsInEnglish: readonly (readonly [RegExp, string])[] = [
  [/第(\d+)編/g, 'Part $1'],
  [/第(\d+)章/g, 'Chapter $1-'],
  [/第(\d+)条/g, 'Article $1'],
  [/第(\d+)項/g, ' ($1)'],
  [/第(\d+)号/g, ' no. $1'],
  [/製品の設定/g, 'set by this site'],
  [/説明は製品による/g, 'explained by this site'],
  [/特定非営利活動促進法/g, 'Act on Specified Non-profit Activities '],
  [/市民活動推進条例/g, 'Ordinance on civic activity '],
  [/自治基本条例/g, 'Basic ordinance on self-government '],
  [/推進条例/g, 'Promotion ordinance '],
  [/総合計画/g, 'Comprehensive plan '],
  [/行政運営の基本姿勢/g, 'Basic attitude of the administration '],
  [/取組の方向性/g, 'Directions '],
  [/基本方針/g, 'Basic policy '],
  [/終了の背景/g, 'Why it ended '],
  [/事業概要/g, 'Outline of projects '],
  [/まとめ/g, 'Summary '],
  [/別表/g, 'Annex '],
  [/経緯/g, 'History '],
  [/答申/g, 'Report of the committee '],
  [/には?(?:分野の一覧表|協働の形態の一覧|一覧|記載)な(?:し|い)/g, 'says nothing of it'],
  [/にはない/g, 'says nothing of it'],
  [/元の資料に定めなし/g, 'nothing is said in the documents'],
  [/組織形態の共通一覧/g, 'common list of legal forms'],
  [/製品の標準一覧/g, 'standard list of this site'],
  [/【再掲】/g, ' (listed again)'],
  [/一覧表/g, 'List'],
  [/見出し/g, 'heading'],
  [/番号なし/g, 'without a number'],
  [/ 注/g, ' note'],
  [/(.+?市)の公表資料/g, 'Published by the city: '],
  [/\S+市ホームページ/g, 'Website of the city '],
  [/広報かまくら/g, 'city newsletter'],
  [/更新/g, ' (revised)'],
  [/表紙/g, 'Cover'],
  [/奥付/g, 'Imprint'],
  [/目次/g, 'Contents'],
  [/全体/g, 'Whole document'],
  [/本編/g, 'Main part'],
  [/実行計画/g, 'Action plan'],
]

const yearsBefore = { 令和: 2018, 平成: 1988, 昭和: 1925 } as const

const datesInEnglish = (text: string): string =>
  text
    .replace(
      /(令和|平成|昭和)(\d+)年/g,
      (_, era: keyof typeof yearsBefore, year: string) => `${yearsBefore[era] + Number(year)}年`,
    )
    .replace(/(\d{4})年(\d{1,2})月(\d{1,2})日/g, '$1-$2-$3')
    .replace(/(\d{4})年(\d{1,2})月/g, '$1-$2')

const placeInEnglish = (place: string): string =>
  partsInEnglish
    .reduce((text, [word, said]) => text.replace(word, said), datesInEnglish(place))
    .replace(/\s*（/g, ' (')
    .replace(/\s*）/g, ') ')
    .replace(/\s*[、・]\s*/g, ', ')
    .replace(/\s*。\s*/g, '. ')
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.)])/g, '$1')
    .trim()

/** The documents among the city's plans, in the reader's language. */
export const documentsOf = (
  plans: readonly { readonly title: Bilingual; readonly source: string }[],
  language: Language,
): Documents => ({
  language,
  titles: new Map(
    plans.flatMap(({ title, source }) => {
      const number = documentNumber(source)
      return number ? [[number, say(title, language)] as const] : []
    }),
  ),
})

/**
 * A source as readers see it: the document by its title where it is known, and the place.
 * @param own number of the document whose title goes without saying, on its own page
 */
export const sourceText = (source: string, documents: Documents, own?: string): string => {
  const texts = readSource(source).map(({ document, place }) => {
    const title =
      document === undefined || document === own ? undefined : documents.titles.get(document)
    const named = place.replace(
      documentInText,
      (number) => documents.titles.get(number) ?? unnamed[documents.language],
    )
    const said = documents.language === 'ja' ? named : placeInEnglish(named)
    return [title, said].filter((part) => part).join(documents.language === 'ja' ? ' ' : ', ')
  })
  return [...new Set(texts.filter((text) => text !== ''))].join(
    documents.language === 'ja' ? '／' : '; ',
  )
}
