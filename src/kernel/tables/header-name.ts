import { foldForSearch } from '../text.ts'

const brackets: readonly (readonly [RegExp, string])[] = [
  [/[[{<〈《「『【〔〖〘〚]/gu, '('],
  [/[\]}>〉》」』】〕〗〙〛]/gu, ')'],
]

/** `●`, `※`, `#` before a name and 「(必須)」 behind it say how to fill it in, not what it is. */
const marks = /^[●○◎◯◆■□★☆※*#]+|[※*]+$|\((必須|任意|必須項目|半角|全角)\)$/gu

/** No header is longer; a cell of text below one may be. */
const longest = 200

/**
 * The key under which a column's name is found: one width, one case, hiragana for katakana, one kind
 * of bracket and of dash, no spaces and line breaks, and `no` for No., №, NO and Ｎｏ．
 */
export const foldHeader = (name: string): string => {
  const plain = foldForSearch(name.slice(0, longest)).replace(/\s/g, '')
  const bracketed = brackets.reduce((text, [shape, one]) => text.replace(shape, one), plain)
  const bare = bracketed.replace(marks, '').replace(/[:.。]+$/, '')
  const numbered = bare.replace(/(^|[^a-z])no\./g, '$1no')
  return numbered === '' ? bracketed : numbered
}
