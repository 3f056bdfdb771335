/** Letters that only Japanese is written with. */
const letter = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
const letters = new RegExp(letter.source, 'gu')

/** A comment, a tag, or a text between tags; nothing of a page is lost between them. */
const piece = /<!--[\s\S]*?-->|<![^>]*>|<\/?[a-zA-Z][^\s/>]*(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+|</g

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** Elements whose text is no prose, or that can hold no other element. */
const apart = new Set('script style title textarea select option svg'.split(' '))

const nameOf = (tag: string): string =>
  /^<\/?([a-zA-Z][^\s/>]*)/.exec(tag)?.[1]?.toLowerCase() ?? ''
const langOf = (tag: string): string | undefined => /\slang="([^"]*)"/.exec(tag)?.[1]
const altOf = (tag: string): string => /\salt="([^"]*)"/.exec(tag)?.[1] ?? ''
const inJapanese = (tag: string): string => tag.replace(/^(<[a-zA-Z][^\s/>]*)/, '$1 lang="ja"')

const count = (text: string): number => text.match(letters)?.length ?? 0

/** True where Japanese is what is written, and not only a name within an English sentence. */
const isJapanese = (text: string): boolean =>
  count(text) > 0 && count(text) >= (text.match(/[A-Za-z]/g)?.length ?? 0)

/** More than a name or a title: somebody tells something here. */
const tells = (text: string): boolean =>
  count(text) >= 25 || (count(text) > 5 && text.includes('。'))

/** A word, or several in a row, that are written in Japanese. */
const words = new RegExp(`\\S*${letter.source}\\S*(?:[ \\u3000]+\\S*${letter.source}\\S*)*`, 'gu')

const span = (text: string): string => `<span lang="ja">${text}</span>`

/** The text with what is Japanese of it named so. */
const withSpans = (text: string): string => {
  // Kept together: where boxes stand in a row, a sentence would fall apart into one for each language.
  if (!isJapanese(text)) return `<span>${text.replace(words, span)}</span>`
  const [, before = '', told = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return `${before}${span(told)}${after}`
}

type Open = { readonly name: string; readonly lang: string; readonly at: number }

/** What is written so far of a page, element by element. */
class MarkedPage {
  readonly #out: string[] = []
  readonly #open: Open[] = []
  /** True once somebody tells something in Japanese in the page's own part. */
  told = false

  #isWithin(name: string): boolean {
    return this.#open.some((one) => one.name === name)
  }

  /** What is neither: a comment, the kind of document. */
  keep(other: string): void {
    this.#out.push(other)
  }

  tag(tag: string): void {
    const name = nameOf(tag)
    if (tag.startsWith('</')) {
      const at = this.#open.findLastIndex((one) => one.name === name)
      if (at >= 0) this.#open.length = at
      this.#out.push(tag)
      return
    }
    const lang = langOf(tag)
    const inherited = this.#open.at(-1)?.lang ?? ''
    const named = lang === undefined && inherited !== 'ja' && letter.test(altOf(tag))
    this.#out.push(named ? inJapanese(tag) : tag)
    if (!voids.has(name) && !tag.endsWith('/>'))
      this.#open.push({ name, lang: lang ?? inherited, at: this.#out.length - 1 })
  }

  text(text: string, next: string | undefined): void {
    const parent = this.#open.at(-1)
    if (
      !parent ||
      !letter.test(text) ||
      !this.#isWithin('body') ||
      this.#open.some(({ name }) => apart.has(name))
    ) {
      this.#out.push(text)
      return
    }
    this.told ||= tells(text) && this.#isWithin('main')
    if (parent.lang === 'ja') this.#out.push(text)
    else if (this.#isAlone(parent, next) && isJapanese(text)) {
      this.#out[parent.at] = inJapanese(this.#out[parent.at] ?? '')
      this.#out.push(text)
    } else this.#out.push(withSpans(text))
  }

  /** Whether the text to come is all that its element holds, which has no language of its own yet. */
  #isAlone(parent: Open, next: string | undefined): boolean {
    return (
      this.#out.length - 1 === parent.at &&
      next === `</${parent.name}>` &&
      langOf(this.#out[parent.at] ?? '') === undefined
    )
  }

  get html(): string {
    return this.#out.join('')
  }
}

/**
 * Names the language of what is Japanese on an English page, so that it is read aloud and hyphenated as what it is:
 * people write in Japanese, and most of them in nothing else. What an element names itself stays.
 * @returns the page, and whether somebody tells something there that no English stands for
 */
export const nameJapanese = (html: string): { readonly html: string; readonly told: boolean } => {
  const page = new MarkedPage()
  const pieces = html.match(piece) ?? []
  for (const [at, one] of pieces.entries()) {
    if (one.startsWith('<!')) page.keep(one)
    else if (one.startsWith('<')) page.tag(one)
    else page.text(one, pieces[at + 1])
  }
  return { html: page.html, told: page.told }
}
