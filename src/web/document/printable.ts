import { type Coverage, readCoverage } from './coverage.ts'
import { fontFamilies } from './fonts.ts'

/** 〓, the mark that printers set where a letter is missing. */
const geta = '〓'

let families: readonly Coverage[] | undefined

const coverages = (): readonly Coverage[] => {
  families ??= fontFamilies.map((files) => {
    const weights = files.map(readCoverage)
    return (code) => weights.every((covers) => covers(code))
  })
  return families
}

// Decomposed kana and Latin letters (as file names from some systems are) in their usual form.
// Not the whole string: that would change the kanji of names, 塚 to 塚.
const decomposed = /[\u3041-\u30ff][\u3099\u309a]|\p{Script=Latin}[\u0300-\u036f]+/gu

const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    // Controls, joiners and marks that reverse the order of letters: nothing to see, much to hide.
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')
    .replace(decomposed, (letters) => letters.normalize('NFC'))
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^[\n ]+|\n+$/g, '')

const isSelector = (code: number): boolean =>
  (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)

const isCovered = (code: number): boolean => coverages().some((covers) => covers(code))

// A Latin letter may lose an accent and still be read; anything else is marked as missing.
const nearest = (base: string): string => {
  if (/\p{Zs}/u.test(base)) return ' '
  const plain = /\p{Script=Latin}/u.test(base) ? base.normalize('NFD').charAt(0) : geta
  return isCovered(plain.codePointAt(0)!) ? plain : geta
}

// A letter and the marks on it must come from one font, or they would print as a box.
const setCluster = (cluster: string, missing: Set<number>): string => {
  const [base = '', ...marks] = [...cluster]
  const codes = [...cluster].map((letter) => letter.codePointAt(0)!)
  if (coverages().some((covers) => codes.every((code) => isSelector(code) || covers(code))))
    return cluster
  const kept = isCovered(codes[0]!)
  if (!kept && !/\p{Zs}/u.test(base)) missing.add(codes[0]!)
  for (const mark of marks) if (!isSelector(mark.codePointAt(0)!)) missing.add(mark.codePointAt(0)!)
  return kept ? base : nearest(base)
}

/**
 * A string that can be set in type: line ends unified, invisible characters gone, letters that no
 * font has replaced by the nearest Latin letter or by 〓. PDF/UA forbids empty boxes, so one such letter would refuse the whole
 * document.
 * @param missing gets the code points that could not be shown
 */
export const makePrintable = (text: string, missing: Set<number>): string =>
  tidy(text).replace(/[^\n]\p{M}*/gu, (cluster) => setCluster(cluster, missing))
