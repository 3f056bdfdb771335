/** What may tell who wrote an answer, or of whom. */
export const maskKinds = ['phone', 'mail', 'name', 'address'] as const
export type MaskKind = (typeof maskKinds)[number]

export type MaskProposal = {
  readonly kind: MaskKind
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Stands in place of what was masked. */
export const maskSign = '●●'

const honorifics = '(?:様|さま|さん|氏|ちゃん|くん|君)'
const kanji = '\\p{Script=Han}々'

/** Words that take さん or 様 without naming anybody. */
const noNames = new Set([
  ...['皆', 'みな', '客', 'お客', 'お子', '子ども', '神', '奥', '旦那', 'お母', 'お父', '母', '父'],
  ...['お年寄り', 'お医者', '王', '同', '有', '皆々', '何', 'たく', '職員', '市民', '団体', '会長'],
  ...[
    '皆さん',
    '他',
    '模',
    '仕',
    '多',
    '一',
    '同様',
    '両親',
    '先生',
    '主婦',
    '近所',
    '役員',
    '町会長',
  ],
])

const patterns: readonly { readonly kind: MaskKind; readonly pattern: RegExp }[] = [
  { kind: 'mail', pattern: /[\w.+-]+[@＠][\w-]+(?:[.．][\w-]+)+/gu },
  {
    kind: 'phone',
    pattern:
      /(?<![\d０-９])[0０][\d０-９]{1,4}[-－ー‐(（ ]?[\d０-９]{1,4}[-－ー‐)） ]?[\d０-９]{3,4}(?![\d０-９])/gu,
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `[${kanji}ヶケ]{1,8}[\\d０-９一二三四五六七八九十]+丁目[\\d０-９\\-－番地号の]*`,
      'gu',
    ),
  },
  {
    // 御成町18番10号, 大船1-2-3; not 会員20-30人
    kind: 'address',
    pattern: new RegExp(
      `[${kanji}ヶケ]{2,12}[\\d０-９]{1,4}(?:番地?(?:[\\d０-９]{1,4}号?)?|(?:[-－ー‐][\\d０-９]{1,4}){1,2})(?![\\d０-９人名年月日件回歳代円時割％%])`,
      'gu',
    ),
  },
  { kind: 'name', pattern: new RegExp(`[${kanji}]{1,5}(?=${honorifics})`, 'gu') },
  { kind: 'name', pattern: new RegExp(`[ァ-ヶー]{2,10}(?=${honorifics})`, 'gu') },
  { kind: 'name', pattern: /\b(?:Mr|Mrs|Ms|Dr)\.? [A-Z][a-z]+/gu },
]

const isName = (text: string): boolean =>
  !noNames.has(text) && ![...noNames].some((word) => word.length > 1 && text.endsWith(word))

/**
 * Places in a free answer that look as if they told of a person. Only proposals: staff confirm each one, as 「森さん」
 * may be a person and 「鎌倉さん」 a shop.
 */
export const proposeMasks = (text: string): readonly MaskProposal[] => {
  const found = patterns.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)]
      .filter(([match]) => kind !== 'name' || isName(match))
      .map((match) => {
        const start = match.index
        return { kind, start, end: start + match[0].length, text: match[0] }
      }),
  )
  const inOrder = found.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return inOrder.filter((one, at) => !inOrder.slice(0, at).some((other) => other.end > one.start))
}

/** The text with the chosen places masked. Places that overlap are masked once. */
export const mask = (
  text: string,
  places: readonly Pick<MaskProposal, 'start' | 'end'>[],
): string => {
  let end = text.length
  let masked = ''
  for (const place of places.toSorted((a, b) => b.start - a.start)) {
    masked = `${maskSign}${text.slice(Math.min(place.end, end), end)}${masked}`
    end = Math.min(place.start, end)
  }
  return text.slice(0, end) + masked
}
