/** Schemes a page may link to, post to or load from. Everything else is refused. */
const allowedSchemes = new Set(['http', 'https', 'mailto', 'tel', 'sms', 'webcal'])

/** Browsers ignore blanks and control characters when they look for the scheme, so we do too. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const ignoredByBrowsers = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]/g

/**
 * True when a browser may be given this address in `href`, `src`, `action` or `formaction`:
 * a relative address, or one whose scheme cannot run a script.
 *
 * @param address as written by a person or made by us
 * @see https://url.spec.whatwg.org/#concept-basic-url-parser
 */
export function isSafeUrl(address: string): boolean {
  const scheme = /^([^/?#]*?):/.exec(address.replace(ignoredByBrowsers, ''))?.[1]
  return scheme === undefined || allowedSchemes.has(scheme.toLowerCase())
}
