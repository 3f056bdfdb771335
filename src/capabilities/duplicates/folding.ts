import type { City } from '#kernel/city.ts'
import { parseCorporateNumber } from '#kernel/codes.ts'
import { parseEmail, parsePhone } from '#kernel/contact.ts'
import { foldForSearch } from '#kernel/text.ts'
import type { GroupFacts } from './facts.ts'

/** By what two registrations can be found to be of one group. */
export const keyKinds = [
  'corporate',
  'name',
  'kana',
  'representative',
  'address',
  'phone',
  'email',
] as const
export type KeyKind = (typeof keyKinds)[number]

/** One folded fact: two groups that write it differently have the same key. */
export type GroupKey = { readonly kind: KeyKind; readonly key: string }

/** Characters of names of groups before the reform of 1946, each followed by that of today. */
const oldForms: ReadonlyMap<string, string> = new Map(
  (
    '會会 學学 團団 藝芸 體体 圖図 萬万 與与 寶宝 壽寿 繪絵 讀読 聲声 縣県 區区 發発 驛駅 廳庁 佛仏 實実 傳伝 靜静 ' +
    '淸清 壯壮 勞労 戰戦 關関 點点 當当 對対 變変 禮礼 燈灯 臺台 鐵鉄 舊旧 轉転 兒児 榮栄 營営 樂楽 歷歴 海海 綠緑 ' +
    '輕軽 釋釈 應応 擧挙 參参 畫画 郞郎 髮髪 條条 來来 冨富 峯峰 竝並 濟済 劍剣 彌弥 辯弁 豐豊 歸帰'
  )
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
)

/** Legal forms as they stand before or behind a name, folded; the longer before the shorter. */
const legalWords: readonly string[] = [
  '認定特定非営利活動法人',
  '特例認定特定非営利活動法人',
  '特定非営利活動法人',
  '特例認定npo法人',
  '認定npo法人',
  'npo法人',
  '一般社団法人',
  '一般財団法人',
  '公益社団法人',
  '公益財団法人',
  '社会福祉法人',
  '認可地縁団体',
  '市民活動団体',
  '任意団体',
  '社団法人',
  '財団法人',
  '学校法人',
  '株式会社',
  '合同会社',
  '有限会社',
  'とくていひえいりかつどうほうじん',
  'えぬぴーおーほうじん',
  'いっぱんしゃだんほうじん',
  'いっぱんざいだんほうじん',
  'こうえきしゃだんほうじん',
  'こうえきざいだんほうじん',
  'しゃかいふくしほうじん',
  'かぶしきがいしゃ',
  'にんてい',
].sort((a, b) => b.length - a.length)

/** (特非), (一社), (株) and their like, which stand for a legal form only in brackets. */
const shortLegalForm =
  /[(［[](特非|特|npo|認npo|一社|一財|公社|公財|社福|福|株|有|同|社|財)[)］\]]/g

const modernised = (text: string): string =>
  [...foldForSearch(text)].map((character) => oldForms.get(character) ?? character).join('')

const lettersOnly = (text: string): string => text.replace(/[^\p{L}\p{N}ー]/gu, '')

const cutEnds = (text: string): string => {
  const before = legalWords.find((word) => text.startsWith(word))
  if (before) return cutEnds(text.slice(before.length))
  const behind = legalWords.find((word) => text.endsWith(word) && word !== 'にんてい')
  return behind ? cutEnds(text.slice(0, -behind.length)) : text
}

/**
 * A group's name without what people write now one way and now another: width, kana, old characters,
 * spaces, signs, and the words of its legal form. A name that is nothing else stays as it is.
 */
export const foldGroupName = (name: string): string => {
  const whole = modernised(name)
  const letters = lettersOnly(whole)
  return cutEnds(lettersOnly(whole.replace(shortLegalForm, ''))) || letters
}

/** A person's name: one spelling of each character, no spaces. */
export const foldPersonName = (name: string): string => lettersOnly(modernised(name))

const kanjiDigits = '〇一二三四五六七八九'

/** 三 → 3, 十二 → 12, 二十 → 20; block numbers of addresses go no higher. */
const toNumber = (kanji: string): string => {
  const [tens = '', ones = ''] = kanji.includes('十') ? kanji.split('十') : ['', kanji]
  const digit = (text: string): number => Math.max(0, kanjiDigits.indexOf(text))
  const ten = kanji.includes('十') ? (tens === '' ? 1 : digit(tens)) : 0
  return String(ten * 10 + digit(ones))
}

/**
 * An address down to its house number: without postal code, prefecture and city, 丁目 and 番地 as hyphens,
 * without the building behind it. An address without any number is too wide to know a group by.
 */
export const foldAddress = (address: string, city: Pick<City, 'name' | 'prefecture'>): string => {
  const plain = modernised(address).replace(/^〒?\s*\d{3}-?\d{4}\s*/, '')
  const local = [city.prefecture.ja, city.name.ja].reduce(
    (rest, part) =>
      rest.startsWith(foldForSearch(part)) ? rest.slice(foldForSearch(part).length) : rest,
    plain.replace(/\s/g, ''),
  )
  const numbered = local
    .replace(/([一二三四五六七八九十]{1,3})(?=丁目|番|号)/g, (kanji) => toNumber(kanji))
    .replace(/(\d)(丁目|番地の?|番の?|の)(?=\d)/g, '$1-')
    .replace(/(\d)(丁目|番地|番|号)/g, '$1')
  return /^[^\d]*\d+(?:-\d+)*/.exec(numbered)?.[0] ?? ''
}

const foldPhone = (phone: string): string => {
  const read = parsePhone(phone)
  return read.ok ? read.value.digits : ''
}

const foldEmail = (email: string): string => {
  const read = parseEmail(email)
  return read.ok ? read.value.toLowerCase() : ''
}

const foldCorporate = (number: string): string => {
  const read = parseCorporateNumber(number.replace(/^[TＴ]/i, ''))
  return read.ok ? read.value : ''
}

const longest = 200
const each = (
  kind: KeyKind,
  written: readonly (string | undefined)[],
  fold: (text: string) => string,
): GroupKey[] =>
  [...new Set(written.map((text) => fold(text ?? '').slice(0, longest)))]
    .filter((key) => key !== '')
    .map((key) => ({ kind, key }))

/** Every key of a group. One character of a name or a reading tells nothing and is left out. */
export const keysOf = (
  facts: GroupFacts,
  city: Pick<City, 'name' | 'prefecture'>,
): readonly GroupKey[] =>
  [
    ...each('corporate', [facts.corporateNumber], foldCorporate),
    ...each('name', [facts.name], foldGroupName),
    ...each('kana', [facts.nameKana], foldGroupName),
    ...each('representative', [facts.representativeName, facts.representativeKana], foldPersonName),
    ...each('address', facts.addresses ?? [], (text) => foldAddress(text, city)),
    ...each('phone', facts.phones ?? [], foldPhone),
    ...each('email', facts.emails ?? [], foldEmail),
  ].filter(({ key }) => [...key].length > 1)
