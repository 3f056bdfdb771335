import { ariaReferences, isAriaName } from './aria.ts'
import { type HtmlElement, listElements, parseHtml, readText } from './parse-html.ts'

type Page = { elements: readonly HtmlElement[]; ids: ReadonlySet<string>; isDocument: boolean }
type Check = (page: Page) => string[]

const show = ({ name, attributes }: HtmlElement): string => {
  const id = attributes.get('id') ?? attributes.get('name') ?? attributes.get('class')
  return id === undefined ? `<${name}>` : `<${name} ${id}>`
}

const findUnknownAria: Check = ({ elements }) =>
  elements.flatMap((element) =>
    [...element.attributes.keys()]
      .filter((name) => name.startsWith('aria-') && !isAriaName(name))
      .map((name) => `unknown-aria: ${name} on ${show(element)}`),
  )

const findDuplicateIds: Check = ({ elements }) => {
  const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? [])
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map(
    (id) => `duplicate-id: ${id}`,
  )
}

/** `for`, `headers` and the references of ARIA must name elements of this page, and so must links to `#…`. */
const findLostReferences: Check = ({ elements, ids }) =>
  elements.flatMap((element) => {
    const names = ['for', 'headers', 'list', 'popovertarget', ...ariaReferences]
    const lost = names.flatMap((name) =>
      (element.attributes.get(name)?.split(/\s+/) ?? [])
        .filter((id) => !ids.has(id))
        .map((id) => `lost-reference: ${name}="${id}" on ${show(element)}`),
    )
    const target = element.attributes.get('href')
    if (!target?.startsWith('#') || target === '#top' || ids.has(target.slice(1))) return lost
    return [...lost, `lost-reference: href="${target}" on ${show(element)}`]
  })

const findHeadingTrouble: Check = ({ elements, isDocument }) => {
  const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? Number(name[1]) : []))
  const jumps = levels.flatMap((level, at) => {
    const before = levels[at - 1]
    return before !== undefined && level > before + 1
      ? [`heading-jump: h${before} to h${level}`]
      : []
  })
  const mains = levels.filter((level) => level === 1).length
  if (!isDocument || mains === 1) return jumps
  return [...jumps, mains === 0 ? 'missing-h1' : `several-h1: ${mains}`]
}

const isNamed = (element: HtmlElement, ids: ReadonlySet<string>): boolean =>
  readText(element).trim() !== '' || ids.has(element.attributes.get('aria-labelledby') ?? '')

const findEmptyControls: Check = ({ elements, ids }) =>
  elements
    .filter(({ name }) => /^(a|button|summary|h[1-6]|legend|label|caption|th)$/.test(name))
    .filter((element) => !isNamed(element, ids))
    .map((element) => `empty: ${show(element)}`)

const findUnlabelledFields: Check = ({ elements }) => {
  const labelled = new Set(elements.flatMap(({ attributes }) => attributes.get('for') ?? []))
  return elements
    .filter(({ name }) => /^(input|select|textarea|meter|progress)$/.test(name))
    .filter(({ attributes }) => attributes.get('type') !== 'hidden')
    .filter(({ attributes }) => {
      if (attributes.has('aria-label') || attributes.has('aria-labelledby')) return false
      return !labelled.has(attributes.get('id') ?? '')
    })
    .map((element) => `unlabelled: ${show(element)}`)
}

/** What the content security policy would refuse, and links whose address was refused by the renderer. */
const findRefused: Check = ({ elements }) =>
  elements.flatMap((element) => {
    const { name, attributes } = element
    const inline = [...attributes.keys()].filter((key) => key === 'style' || key.startsWith('on'))
    const problems = inline.map((key) => `inline: ${key} on ${show(element)}`)
    if (name === 'style') problems.push('inline: <style>')
    const isData = attributes.get('type') === 'application/ld+json'
    if (name === 'script' && !attributes.has('src') && !isData) problems.push('inline: <script>')
    if (name === 'a' && !attributes.has('href')) problems.push(`no-address: ${show(element)}`)
    return problems
  })

const checks: readonly Check[] = [
  findUnknownAria,
  findDuplicateIds,
  findLostReferences,
  findHeadingTrouble,
  findEmptyControls,
  findUnlabelledFields,
  findRefused,
]

/**
 * Looks for what the compiler cannot see and a browser would not say, in HTML that we rendered.
 * For tests; a part of a page may be given too.
 *
 * @returns one line for each problem, beginning with its kind; empty when all is well
 */
export function checkHtml(html: string): string[] {
  const { root, mismatches } = parseHtml(html)
  const elements = listElements(root)
  const ids = new Set(elements.flatMap(({ attributes }) => attributes.get('id') ?? []))
  const isDocument = elements.some(({ name }) => name === 'html')
  return [
    ...mismatches.map((mismatch) => `mismatch: ${mismatch}`),
    ...checks.flatMap((check) => check({ elements, ids, isDocument })),
  ]
}
