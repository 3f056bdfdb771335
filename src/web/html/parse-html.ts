/** An element of a page that we rendered ourselves, as a test looks at it. */
export interface HtmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (HtmlElement | string)[]
  readonly parent: HtmlElement | undefined
}

const voidElements = new Set('area base br col hr img input link meta source track wbr'.split(' '))
const rawText = /^(script|style|textarea|title)$/
const tag =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi
const attribute = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g

const decode = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

function parseAttributes(source: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single, bare] of source.matchAll(attribute)) {
    found.set(name.toLowerCase(), decode(double ?? single ?? bare ?? ''))
  }
  return found
}

/** The tree of a well-formed page, and a sentence for each place where tags do not match. */
export function parseHtml(html: string): { root: HtmlElement; mismatches: string[] } {
  const root: HtmlElement = {
    name: '#root',
    attributes: new Map(),
    children: [],
    parent: undefined,
  }
  const mismatches: string[] = []
  let open = root
  let read = 0
  const addText = (end: number) => {
    if (end > read) open.children.push(decode(html.slice(read, end)))
  }
  tag.lastIndex = 0
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const [whole, slash, name, attributes = ''] = match
    if (rawText.test(open.name) && !(slash && name === open.name)) continue
    addText(match.index)
    read = match.index + whole.length
    if (!name) continue
    if (slash) {
      if (open.name !== name) mismatches.push(`</${name}> closes <${open.name}>`)
      open = open.parent ?? root
      continue
    }
    const element: HtmlElement = {
      name,
      attributes: parseAttributes(attributes),
      children: [],
      parent: open,
    }
    open.children.push(element)
    if (!voidElements.has(name) && !attributes.endsWith('/')) open = element
  }
  addText(html.length)
  if (open !== root) mismatches.push(`<${open.name}> is never closed`)
  return { root, mismatches }
}

/** Every element below this one, in the order of the page; what a `<template>` holds is no part of it. */
export function listElements(from: HtmlElement): HtmlElement[] {
  return from.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === 'template' ? [child] : [child, ...listElements(child)]
  })
}

/** The words a screen reader would find in it: text, alternative texts and labels, without what is hidden. */
export function readText(from: HtmlElement | string): string {
  if (typeof from === 'string') return from
  if (from.attributes.get('aria-hidden') === 'true' || from.attributes.has('hidden')) return ''
  const label = from.attributes.get('aria-label') ?? from.attributes.get('alt')
  return label ?? from.children.map(readText).join('')
}
