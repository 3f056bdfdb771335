// Signs that XML 1.0 cannot hold, not even written as numbers.
const forbidden = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu

const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text within an element or an attribute of XML, whatever people typed. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/[&<>"']/g, (sign) => names[sign]!)

type Attributes = Readonly<Record<string, string>>

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('')

/** An element that holds text. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  `<${name}${written(attributes)}>${escapeXml(text)}</${name}>`

/** An element that holds nothing. */
export const emptyElement = (name: string, attributes: Attributes): string =>
  `<${name}${written(attributes)}/>`

/** An element that holds others. */
export const element = (
  name: string,
  children: readonly string[],
  attributes: Attributes = {},
): string => `<${name}${written(attributes)}>\n${children.join('\n')}\n</${name}>`

/** A whole document. */
export const xmlDocument = (root: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
