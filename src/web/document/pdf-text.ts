import type { PdfObject } from './pdf-objects.ts'

/** Glyph number → letters, as the file itself tells readers. */
type Letters = ReadonlyMap<number, string>

type Objects = ReadonlyMap<number, PdfObject>

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const readLetters = (cmap: string): Letters => {
  const letters = new Map<number, string>()
  for (const [, code = '', value = ''] of cmap.matchAll(/^<([0-9A-F]+)> <([0-9A-F]+)>$/gm)) {
    const units = value.match(/.{4}/g) ?? []
    letters.set(
      Number.parseInt(code, 16),
      String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
    )
  }
  return letters
}

const readFonts = (page: string, objects: Objects): ReadonlyMap<string, Letters> => {
  const fonts = new Map<string, Letters>()
  for (const [, name = '', id] of page.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const font = objects.get(Number(id))?.source ?? ''
    const cmap = objects.get(Number(/\/ToUnicode (\d+)/.exec(font)?.[1]))
    fonts.set(name, readLetters(cmap?.stream.toString('latin1') ?? ''))
  }
  return fonts
}

// A string may hold balanced brackets of its own, so it is walked.
const readString = (content: string, from: number): readonly [text: string, end: number] => {
  let text = ''
  let depth = 1
  let at = from + 1
  for (; depth > 0 && at < content.length; at++) {
    const letter = content[at]!
    if (letter === '\\') {
      const octal = /^[0-7]{1,3}/.exec(content.slice(at + 1, at + 4))?.[0]
      text += octal
        ? String.fromCharCode(Number.parseInt(octal, 8))
        : (escapes[content[at + 1]!] ?? content[at + 1]!)
      at += octal ? octal.length : 1
      continue
    }
    if (letter === '(') depth += 1
    if (letter === ')') depth -= 1
    if (depth > 0) text += letter
  }
  return [text, at]
}

const spell = (glyphs: string, letters: Letters | undefined): string => {
  let text = ''
  for (let at = 0; at + 1 < glyphs.length; at += 2) {
    const glyph = (glyphs.charCodeAt(at) << 8) | glyphs.charCodeAt(at + 1)
    // Glyph 0 is the empty box that stands for a missing letter.
    text += glyph === 0 ? '\0' : (letters?.get(glyph) ?? '\ufffd')
  }
  return text
}

const decodeSpoken = (bytes: string): string =>
  bytes.startsWith('\xfe\xff')
    ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
    : bytes

const token = /\(|<([0-9A-Fa-f]*)>(?!>)|\/(f\d+) [\d.]+ Tf|(\/ActualText)|\b(TJ|Tj|BDC|EMC|ET)\b/g

const readContent = (content: string, fonts: ReadonlyMap<string, Letters>): string => {
  let [text, bytes] = ['', '']
  let letters: Letters | undefined
  // Where the glyphs do not spell the text, the file says it (ActualText) and they are passed over.
  let spoken: 'none' | 'announced' | 'said' = 'none'
  token.lastIndex = 0
  for (let match = token.exec(content); match; match = token.exec(content)) {
    const [word, hex, font, announcement, operator] = match
    if (word === '(') {
      const [more, end] = readString(content, match.index)
      bytes += more
      token.lastIndex = end
    }
    if (hex !== undefined) bytes += Buffer.from(hex, 'hex').toString('latin1')
    if (font) letters = fonts.get(font)
    if (announcement) {
      spoken = 'announced'
      bytes = ''
    }
    if (operator === 'BDC' && spoken === 'announced') {
      text += decodeSpoken(bytes)
      spoken = 'said'
    }
    if (operator === 'EMC') spoken = 'none'
    if (/^T[jJ]$/.test(operator ?? '') && spoken === 'none') text += spell(bytes, letters)
    if (operator === 'ET') text += '\n'
    // What stands before an operator belongs to it alone: a language before BDC is not on the page.
    if (operator) bytes = ''
  }
  return text
}

/** The text of each page as a reader of the file gets it; U+0000 for an empty box, U+FFFD for no text. */
export const readPages = (objects: Objects): readonly string[] =>
  [...objects.values()]
    .filter(({ source }) => /\/Type \/Page\b(?!s)/.test(source))
    .map(({ source }) => {
      const content = objects.get(Number(/\/Contents (\d+)/.exec(source)?.[1]))
      return readContent(content?.stream.toString('latin1') ?? '', readFonts(source, objects))
    })
