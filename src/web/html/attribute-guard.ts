import { isSafeUrl } from './url.ts'

const urlAttributes = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'cite',
  'ping',
  'xlink:href',
])
const wellFormed = /^[a-zA-Z][a-zA-Z0-9:-]*$/

type Kind = 'plain' | 'url'
const kinds = new Map<string, Kind>()

/** Attribute names are written by us, never by visitors, so a wrong one is a mistake of ours and throws. */
function judgeName(name: string): Kind {
  if (
    /^on/i.test(name) ||
    name === 'style' ||
    name === 'srcdoc' ||
    name === 'dangerouslySetInnerHTML'
  ) {
    throw new Error(`The attribute ${name} is not allowed in a page`)
  }
  if (!wellFormed.test(name)) throw new Error(`Not the name of an attribute: ${name}`)
  return urlAttributes.has(name) ? 'url' : 'plain'
}

function kindOf(name: string): Kind {
  const known = kinds.get(name)
  if (known) return known
  const kind = judgeName(name)
  kinds.set(name, kind)
  return kind
}

/**
 * The same attributes without any address that could run a script: such a link then leads nowhere,
 * and the rest of the page still stands. Throws on `on…`, `style` and inner HTML.
 */
export function keepSafeAttributes(type: string, props: object): object {
  if (type === 'script' && 'children' in props) throw new Error('Scripts come from files only')
  const given = props as Record<string, unknown>
  let kept: Record<string, unknown> | undefined
  for (const name in given) {
    const value = given[name]
    if (kindOf(name) === 'url' && value != null && !isSafeUrl(String(value))) {
      kept ??= { ...given }
      delete kept[name]
    }
  }
  return kept ?? given
}
