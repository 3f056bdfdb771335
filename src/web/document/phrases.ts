const words = new Intl.Segmenter('ja', { granularity: 'word' })

/** A phrase longer than this would not help a centred title to break well. */
const longest = 12

/** A short aside such as （見本） or （2026年度） reads as one word. */
const shortBrackets = /([（「『【〔［(][^（「『【〔［()］〕】』」）]{1,10}[）」』】〕］)])/

const opens = /^[（「『【〔［(]+$/
const followsOn = /^[ぁ-ゖー）」』】〕］)、。：・]+$/u
const sameScript = [/^\p{Script=Han}+$/u, /^[\p{Script=Katakana}ー]+$/u, /^[!-~]+$/]

const goesOn = (before: string, word: string): boolean =>
  opens.test(before) ||
  followsOn.test(word) ||
  sameScript.some((script) => script.test(before) && script.test(word))

const piecesOf = (title: string): readonly string[] =>
  title
    .split(shortBrackets)
    .flatMap((part, at) =>
      at % 2 === 1 ? [part] : Array.from(words.segment(part), ({ segment }) => segment),
    )

/**
 * A Japanese title in pieces between which a line may break: a word with the particles and closing
 * brackets that follow it, short brackets whole. Together the pieces are the title again.
 */
export const splitIntoPhrases = (title: string): readonly string[] => {
  const phrases: string[] = []
  let last = ''
  for (const segment of piecesOf(title)) {
    const phrase = phrases.at(-1)
    const fits = phrase !== undefined && phrase.length + segment.length <= longest
    const glued = phrase !== undefined && (opens.test(last) || (fits && goesOn(last, segment)))
    if (glued) phrases[phrases.length - 1] = phrase + segment
    else phrases.push(segment)
    last = segment
  }
  return phrases
}
