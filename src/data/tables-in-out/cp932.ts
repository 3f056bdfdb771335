import iconv from 'iconv-lite'

/** A character that Windows' Japanese code page has no place for. Row and column count from 1. */
export type Unmappable = {
  readonly row: number
  readonly column: number
  readonly character: string
}

/**
 * Characters that have two code points, of which CP932 knows the other one: the minus sign, the wave
 * dash and the long dash of JIS, and their like.
 */
const twins: ReadonlyMap<string, string> = new Map([
  ['\u2212', '\uff0d'],
  ['\u301c', '\uff5e'],
  ['\u2014', '\u2015'],
  ['\u2016', '\u2225'],
  ['\u00a2', '\uffe0'],
  ['\u00a3', '\uffe1'],
  ['\u00ac', '\uffe2'],
  ['\u00a5', '\uffe5'],
  ['\u2011', '\u2010'],
  ['\u00a0', ' '],
])

/** The sign printers in Japan set where a character is missing. */
const missing = '〓'
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** Answers for characters already asked for: tables repeat a few thousand of them. */
const asked = new Map<string, boolean>()

const canEncodeOne = (character: string): boolean => {
  // Nothing beyond the first 65,536 code points is in it; so the answers stay few, too.
  if (character.length > 1) return false
  const known = asked.get(character)
  if (known !== undefined) return known
  const can = iconv.decode(iconv.encode(character, 'cp932'), 'cp932') === character
  asked.set(character, can)
  return can
}

const canEncode = (text: string): boolean => {
  for (const character of text) if (!canEncodeOne(character)) return false
  return true
}

const exchangeTwins = (text: string): string =>
  [...text].map((one) => twins.get(one) ?? one).join('')

/** One character as CP932 can say it; undefined when it cannot. */
const fitCharacter = (character: string): string | undefined => {
  const twin = exchangeTwins(character)
  return [twin, twin.normalize('NFC')].find(canEncode)
}

/** 葛 with a mark of its variant is still 葛 without it: nearer than a sign for nothing. */
const nearest = (character: string): string => {
  const plain = exchangeTwins(character.replace(/\p{Variation_Selector}/gu, ''))
  return plain !== '' && canEncode(plain) ? plain : missing
}

/** The text with twins exchanged, 〓 for what CP932 lacks, and a list of what it lacks. */
export const fitText = (
  text: string,
): { readonly text: string; readonly lost: readonly string[] } => {
  if (canEncode(text)) return { text, lost: [] }
  const lost: string[] = []
  const fitted = [...graphemes.segment(text)].map(({ segment }) => {
    const fit = fitCharacter(segment)
    if (fit === undefined) lost.push(segment)
    return fit ?? nearest(segment)
  })
  return { text: fitted.join(''), lost }
}

/** Bytes of text that {@link fitText} has made ready. */
export const encodeCp932 = (text: string): Uint8Array => iconv.encode(text, 'cp932')
