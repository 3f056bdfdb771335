/**
 * Japanese text as people type it. NFKC is for codes, numbers and search keys only: names and free
 * text go through {@link cleanLine} and {@link cleanText}, which keep 髙, 﨑, 𠮷 and variation selectors.
 */

const dashes = '\\-‐‑‒–—―⁃−─━﹣－ー'
const anyDash = new RegExp(`[${dashes}]`, 'g')
const dashRun = new RegExp(`(^|[^${dashes}])([${dashes}]+)`, 'g')

/** Dashes after kana were meant as the long vowel mark, all others as hyphens. */
const settleDashes = (text: string): string =>
  text.replace(
    dashRun,
    (_, before: string, run: string) =>
      before + (/[ぁ-ゖァ-ヺ]/.test(before) ? 'ー' : '-').repeat(run.length),
  )

/** Moves every character of a block by `offset` code points. */
const shift = (text: string, block: RegExp, offset: number): string =>
  text.replace(block, (character) => String.fromCodePoint(character.codePointAt(0)! + offset))

/** ひらがな → カタカナ; everything else stays. */
export const hiraganaToKatakana = (text: string): string => shift(text, /[ぁ-ゖゝゞ]/g, 0x60)

/** カタカナ → ひらがな; ヷ–ヺ and the long vowel mark, which have no hiragana, stay. */
export const katakanaToHiragana = (text: string): string => shift(text, /[ァ-ヶヽヾ]/g, -0x60)

/** Full-width digits → 0–9; everything else stays. */
export const toAsciiDigits = (text: string): string => shift(text, /[０-９]/g, -0xfee0)

/** Every hyphen look-alike, the long vowel mark too, becomes `-`. For codes and numbers only. */
export const unifyHyphens = (text: string): string => text.replace(anyDash, '-')

/**
 * A code or number as a machine wants it: NFKC, hyphens unified, no spaces and no invisible
 * characters. Never for names.
 */
export const normalizeCode = (text: string): string =>
  unifyHyphens(text.normalize('NFKC')).replace(/[\s\p{Cc}\p{Cf}]/gu, '')

/** フリガナ: hiragana and half-width letters → 全角カタカナ, words parted by one full-width space. */
export const toKatakana = (text: string): string =>
  settleDashes(hiraganaToKatakana(text.normalize('NFKC')))
    .trim()
    .replace(/\s+/g, '　')

/** True for 全角カタカナ with ー, ・ and spaces, and nothing else. */
export const isKatakana = (text: string): boolean =>
  /^[ァ-ヺー・ヽヾ][ァ-ヺー・ヽヾ　]*$/.test(text)

const isRoman = (text: string): boolean => /^\p{Script=Latin}[\p{Script=Latin} '’.&-]*$/u.test(text)

/** How a name is read: カタカナ; of whoever does not write kana, Roman letters as they are. */
export const toReading = (text: string): string => {
  const line = text.normalize('NFKC').trim().replace(/\s+/g, ' ')
  return isRoman(line) ? line : toKatakana(text)
}

/** True for what {@link toReading} makes of a name that is written in kana or in Roman letters. */
export const isReading = (text: string): boolean => isKatakana(text) || isRoman(text)

// Joiners, marks of direction and the like: nobody sees them at the end of a text, or alone.
const blank = /[\s\p{Cf}]/u

/** Leading and trailing spaces out, full-width and invisible ones too: what looks empty is empty. */
export const trimSpaces = (text: string): string => {
  let [start, end] = [0, text.length]
  while (start < end && blank.test(text[start]!)) start += 1
  while (end > start && blank.test(text[end - 1]!)) end -= 1
  return text.slice(start, end)
}

/** か + a combining mark → が, as pasted from some systems. Only kana: NFC would change rare kanji of names. */
const composeKana = (text: string): string =>
  text.replace(/[ぁ-ヿ][\u3099\u309a]/g, (pair) => pair.normalize('NFC'))

// Direction marks and overrides can make a text read as another; the rest are invisible.
const invisible =
  /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]/gu

/** One safe line: line breaks and tabs become a space; control and direction characters go. */
export const cleanLine = (text: string): string => {
  const line = text.toWellFormed().replace(/[\r\n\t\v\f\u0085\u2028\u2029]+/g, ' ')
  return trimSpaces(composeKana(line.replace(invisible, '')))
}

/** Safe text of several lines: line ends become `\n`; control and direction characters go. */
export const cleanText = (text: string): string => {
  const lines = text.toWellFormed().replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
  const seen = lines.replace(invisible, (c) => (c === '\n' || c === '\t' ? c : ''))
  return trimSpaces(composeKana(seen))
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** More than any sign that people write: families with colours of skin and the flags of regions are shorter. */
const longestSign = 32

/**
 * Length as a person counts it: 👨‍👩‍👧, が and 𠮷 are one each. Marks piled upon one letter count again and again, so
 * that a text of few signs is never a large one.
 */
export const countCharacters = (text: string): number => {
  let count = 0
  for (const { segment } of graphemes.segment(text))
    count += Math.ceil(segment.length / longestSign)
  return count
}

/**
 * Forms of one character, each followed by the form that people type into a search box: 旧字体 and 異体字 of which
 * nobody means anything else. The small ヶ of place names is one of them: 鎌ケ谷 and 鎌ヶ谷 are the same city.
 * Characters that are merely mistaken for one another (斎 and 斉) are not here: they stay two characters.
 */
export const nameVariants: ReadonlyMap<string, string> = new Map(
  (
    '髙高 﨑崎 嵜崎 碕崎 𠮷吉 濵浜 濱浜 邊辺 邉辺 齋斎 齊斉 澤沢 德徳 廣広 櫻桜 國国 嶋島 嶌島 瀨瀬 眞真 惠恵 ' +
    '龍竜 鷗鴎 蘆芦 籔薮 藪薮 穗穂 榮栄 圓円 ゕか ゖけ ' +
    '舘館 峯峰 冨富 瀧滝 彌弥 壽寿 禮礼 渕淵 渊淵 條条 來来 檜桧 萬万 學学 會会 區区 縣県 圖図 體体 藝芸 經経 ' +
    '緣縁 實実 寶宝 鹽塩 澁渋 鐵鉄 黑黒 綠緑 勞労 應応 醫医 舊旧 兒児 靜静 總総 對対 臺台 團団 燈灯 當当 讀読 ' +
    '佛仏 與与 豐豊 樂楽 兩両 歷歴 畫画 關関 歸帰 龜亀 鄕郷 繼継 顯顕 號号 濟済 參参 寫写 處処 將将 證証 淨浄 ' +
    '疊畳 繩縄 讓譲 聲声 專専 淺浅 雙双 莊荘 藏蔵 蟲虫 廳庁 聽聴 轉転 點点 獨独 樣様 驛駅 發発 變変 邨村 ' +
    '槇槙 舍舎 逹達 栁柳 曻昇 敎教 曉暁 晉晋 桝枡 橫横 滿満 燒焼 獻献 祕秘 稻稲 收収 拜拝 擧挙 搖揺 辯弁 辨弁 瓣弁'
  )
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
)
const variant = new RegExp(`[${[...nameVariants.keys()].join('')}]`, 'gu')
const unseen = /\p{Cf}|\p{Variation_Selector}/gu

/**
 * The key under which a text is found: NFKC, lower case, katakana as hiragana, variants of a kanji as
 * one, hyphen look-alikes as `-` (as ー after kana), spaces as one. Folding twice changes nothing.
 */
export const foldForSearch = (text: string): string => {
  const plain = text.toWellFormed().replace(unseen, '').normalize('NFKC').toLowerCase()
  const hiragana = katakanaToHiragana(plain.normalize('NFKC')).replace(/〜/g, '~')
  const unified = hiragana.replace(variant, (character) => nameVariants.get(character)!)
  // Once more, because a mark may now stand after a character that it joins.
  return settleDashes(unified.normalize('NFKC'))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** What {@link listBigrams} gives of a text that is folded already. */
export const listPairs = (folded: string): string[] => {
  const tokens = new Set<string>()
  for (const [run] of folded.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const characters = [...run]
    if (characters.length === 1) tokens.add(run)
    for (let i = 1; i < characters.length; i += 1) tokens.add(characters[i - 1]! + characters[i]!)
  }
  return [...tokens]
}

/**
 * The search tokens of a text, each once: pairs of neighbouring characters of every run of letters and
 * digits of its folded form. A run of one character is its own token.
 */
export const listBigrams = (text: string): string[] => listPairs(foldForSearch(text))
