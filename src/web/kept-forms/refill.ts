import { idempotencyField } from '../guard/idempotency.ts'
import type { KeptForm } from './kept-form.ts'

/** A page with its form filled in, and the texts for which it has no field any more. */
export type Refilled = { readonly html: string; readonly leftOver: readonly string[] }

const control =
  /<input\b(?:"[^"]*"|[^">])*>|<(textarea|select)\b(?:"[^"]*"|[^">])*>[\s\S]*?<\/\1>|<button\b(?:"[^"]*"|[^">])*>/g

const encode = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const decode = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const attributeOf = (tag: string, name: string): string | undefined => {
  const head = /^<\w+(?:"[^"]*"|[^">])*>/.exec(tag)?.[0] ?? tag
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(head)
  return found ? decode(found[1] ?? '') : undefined
}

const withoutAttribute = (tag: string, name: string): string =>
  tag.replace(new RegExp(`\\s${name}(="[^"]*")?(?=[\\s/>])`), '')

const withValue = (tag: string, value: string): string =>
  withoutAttribute(tag, 'value').replace(/\s*\/?>$/, ` value="${encode(value)}">`)

const withMark = (tag: string, mark: 'checked' | 'selected', set: boolean): string => {
  const bare = withoutAttribute(tag, mark)
  return set ? bare.replace(/^<\w+/, (name) => `${name} ${mark}`) : bare
}

/** The values that still wait for a field that takes them. */
class Waiting {
  readonly #values: Map<string, string[]>
  readonly #met = new Map<string, Set<string>>()
  constructor(kept: KeptForm) {
    this.#values = new Map(kept.fields.map(([name, values]) => [name, [...values]]))
  }
  next(name: string): string | undefined {
    return this.#values.get(name)?.shift()
  }
  /** Whether this choice was made; it is met then, and others of its name still wait. */
  has(name: string, value: string): boolean {
    const has = this.#values.get(name)?.includes(value) ?? false
    if (has) this.#met.set(name, (this.#met.get(name) ?? new Set()).add(value))
    return has
  }
  drop(name: string): void {
    this.#values.delete(name)
  }
  rest(): string[] {
    return [...this.#values]
      .flatMap(([name, values]) => values.filter((value) => !this.#met.get(name)?.has(value)))
      .filter((value) => value.trim() !== '')
  }
}

const fillInput = (tag: string, name: string, waiting: Waiting): string => {
  const type = attributeOf(tag, 'type')
  if (type === 'file' || type === 'password' || name === idempotencyField) return tag
  if (type === 'checkbox' || type === 'radio')
    return withMark(tag, 'checked', waiting.has(name, attributeOf(tag, 'value') ?? 'on'))
  const value = waiting.next(name)
  return value === undefined ? tag : withValue(tag, value)
}

const fillTextarea = (tag: string, name: string, waiting: Waiting): string => {
  const value = waiting.next(name)
  if (value === undefined) return tag
  // The parser drops a line break that comes first, so it is written twice.
  const body = value.startsWith('\n') ? `\n${value}` : value
  return tag.replace(/>[\s\S]*<\/textarea>$/, () => `>${encode(body)}</textarea>`)
}

const fillSelect = (tag: string, name: string, waiting: Waiting): string =>
  tag.replace(/<option\b(?:"[^"]*"|[^">])*>/g, (option) =>
    withMark(option, 'selected', waiting.has(name, attributeOf(option, 'value') ?? '')),
  )

const fillControl = (tag: string, waiting: Waiting): string => {
  const name = attributeOf(tag, 'name')
  if (!name) return tag
  if (tag.startsWith('<input')) return fillInput(tag, name, waiting)
  if (tag.startsWith('<textarea')) return fillTextarea(tag, name, waiting)
  if (tag.startsWith('<select')) return fillSelect(tag, name, waiting)
  // A button tells by its name what was pressed: nothing that somebody wrote.
  waiting.drop(name)
  return tag
}

const isSentTo = (form: string, action: string): boolean => {
  const opening = /^<form\b(?:"[^"]*"|[^">])*>/.exec(form)?.[0] ?? ''
  return (
    (attributeOf(opening, 'action') === action && attributeOf(opening, 'method') === 'post') ||
    [...form.matchAll(control)].some(([tag]) => attributeOf(tag, 'formaction') === action)
  )
}

/** How many unseen fields hold what was sent: it tells apart forms that are sent to the same place. */
const likeness = (form: string, kept: KeptForm): number => {
  const sent = new Map(kept.fields)
  return [...form.matchAll(control)].filter(
    ([tag]) =>
      attributeOf(tag, 'type') === 'hidden' &&
      sent.get(attributeOf(tag, 'name') ?? '')?.includes(attributeOf(tag, 'value') ?? ''),
  ).length
}

/**
 * Fills the form of a page that we rendered with what was written into it before. Unseen fields take
 * their old values too: what somebody else changed meanwhile is then noticed when the form is sent.
 */
export const refillForm = (html: string, kept: KeptForm): Refilled => {
  const waiting = new Waiting(kept)
  const forms = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)]
    .filter(([form]) => isSentTo(form, kept.action))
    .toSorted(([a], [b]) => likeness(b, kept) - likeness(a, kept))
  const [form] = forms
  if (!form) return { html, leftOver: waiting.rest() }
  const filled = form[0].replace(control, (tag) => fillControl(tag, waiting))
  const end = form.index + form[0].length
  return { html: html.slice(0, form.index) + filled + html.slice(end), leftOver: waiting.rest() }
}
