import { type HtmlElement, listElements, parseHtml } from '#web/html/parse-html.ts'

/** A field of a form as the page shows it: something to write, a file, or a value that goes along. */
export type PageField = {
  readonly name: string
  readonly kind: 'text' | 'file' | 'value'
  readonly value: string
}

/** A button that goes along when it is the one that was pressed. */
export type PageButton = { readonly name: string; readonly value: string }

/** A form that a page offers to send. */
export type PageForm = {
  readonly action: string
  readonly fields: readonly PageField[]
  /** The ways to send it: its named buttons, of which a browser sends the one that was pressed. */
  readonly buttons: readonly PageButton[]
}

const isWritten = (type: string): boolean =>
  ['', 'text', 'search', 'email', 'tel', 'url', 'number', 'password', 'date'].includes(type)

const inputOf = (element: HtmlElement): PageField | undefined => {
  const of = (name: string): string => element.attributes.get(name) ?? ''
  const type = of('type')
  const name = of('name')
  if (type === 'file') return { name, kind: 'file', value: '' }
  if (type === 'hidden') return { name, kind: 'value', value: of('value') }
  if (type === 'radio' || type === 'checkbox') return { name, kind: 'value', value: of('value') }
  return isWritten(type) ? { name, kind: 'text', value: of('value') } : undefined
}

const selectOf = (element: HtmlElement): PageField => {
  const options = listElements(element).filter(({ name }) => name === 'option')
  const values = options.map(({ attributes }) => attributes.get('value') ?? '')
  const value = values.find((one) => one !== '') ?? ''
  return { name: element.attributes.get('name') ?? '', kind: 'value', value }
}

const fieldOf = (element: HtmlElement): PageField | undefined => {
  if (element.name === 'select') return selectOf(element)
  if (element.name === 'textarea')
    return {
      name: element.attributes.get('name') ?? '',
      kind: 'text',
      value: element.children.filter((child) => typeof child === 'string').join(''),
    }
  return element.name === 'input' ? inputOf(element) : undefined
}

const buttonsOf = (form: HtmlElement): readonly PageButton[] =>
  listElements(form)
    .filter(({ name, attributes }) => name === 'button' && attributes.has('name'))
    .map(({ attributes }) => ({
      name: attributes.get('name') ?? '',
      value: attributes.get('value') ?? '',
    }))

/** The forms of a page that are sent; of choices with one name the last is taken. */
export const listForms = (html: string): readonly PageForm[] =>
  listElements(parseHtml(html).root)
    .filter(({ name, attributes }) => name === 'form' && attributes.get('method') === 'post')
    .map((form) => {
      const fields = new Map<string, PageField>()
      for (const element of listElements(form)) {
        const field = fieldOf(element)
        if (field?.name) fields.set(field.name, field)
      }
      return {
        action: form.attributes.get('action') ?? '',
        fields: [...fields.values()],
        buttons: buttonsOf(form),
      }
    })
