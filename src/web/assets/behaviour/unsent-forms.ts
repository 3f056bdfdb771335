type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Written = { readonly name: string; readonly value: string; readonly chosen: boolean | null }
type Kept = {
  readonly action: string
  readonly place: number
  readonly written: readonly Written[]
}

const changed = new Set<HTMLFormElement>()

/** Forms into which somebody writes more than a word or two. */
const isWritten = (form: HTMLFormElement): boolean =>
  form.method === 'post' &&
  (form.closest('kept-changes') !== null || form.querySelector('textarea') !== null)

/** Read by the very next page, wherever the address of a form that came back leads. */
const storeName = 'written'

const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (each): each is Control =>
      (each instanceof HTMLInputElement && !/^(hidden|file|password|submit)$/.test(each.type)) ||
      each instanceof HTMLTextAreaElement ||
      each instanceof HTMLSelectElement,
  )

const isChoice = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)

/** Chosen files and passwords: no page may fill them in. */
const isLeftBehind = (form: HTMLFormElement): boolean =>
  [...form.elements].some(
    (each) =>
      each instanceof HTMLInputElement && /^(file|password)$/.test(each.type) && each.value !== '',
  )

const readForm = (form: HTMLFormElement): readonly Written[] =>
  controlsOf(form).map((control) => ({
    name: control.name,
    value: control.value,
    chosen: isChoice(control) ? control.checked : null,
  }))

const sameAction = (action: string): HTMLFormElement[] =>
  [...document.forms].filter((form) => form.getAttribute('action') === action)

/** Rows that were added by hand are asked for again, until there is a place for what stood in them. */
const growFor = (form: HTMLFormElement, name: string): void => {
  const rows = name.split('.')[0] ?? ''
  const more = form.querySelector<HTMLElement>(
    `button[name="add_row"][value="${CSS.escape(rows)}"]`,
  )
  for (let tries = 0; more && tries < 100 && !form.elements.namedItem(name); tries += 1)
    more.click()
}

const fill = (form: HTMLFormElement, written: readonly Written[]): void => {
  const met = new Map<string, number>()
  for (const { name, value, chosen } of written) {
    if (value !== '' && !form.elements.namedItem(name)) growFor(form, name)
    const alike = controlsOf(form).filter((each) => each.name === name)
    if (chosen !== null) {
      for (const each of alike) if (isChoice(each) && each.value === value) each.checked = chosen
      continue
    }
    const place = met.get(name) ?? 0
    met.set(name, place + 1)
    const control = alike[place]
    if (!control || control.value === value) continue
    control.value = value
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** Keeps what is written for this tab while the same page is fetched in the other language. */
const carryOver = (): void => {
  const kept: Kept[] = [...changed].map((form) => {
    const action = form.getAttribute('action') ?? ''
    return { action, place: sameAction(action).indexOf(form), written: readForm(form) }
  })
  try {
    sessionStorage.setItem(storeName, JSON.stringify(kept))
    for (const form of changed) if (!isLeftBehind(form)) changed.delete(form)
  } catch {
    // Where the browser keeps nothing, it asks before leaving.
  }
}

const bringBack = (): void => {
  try {
    const text = sessionStorage.getItem(storeName)
    if (!text) return
    sessionStorage.removeItem(storeName)
    for (const { action, place, written } of JSON.parse(text) as Kept[]) {
      const form = sameAction(action)[place]
      if (!form) continue
      fill(form, written)
      changed.add(form)
    }
  } catch {
    // What cannot be read was not written by this page.
  }
}

/**
 * The browser asks before a page is left with something written that was not sent. The other language of
 * the same page is no leaving: what was written comes along.
 */
export function keepUnsentForms(): void {
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof Element ? target.closest('form') : null
    if (form && isWritten(form)) changed.add(form)
  })
  // A page that came back with errors holds what nobody has kept.
  if (document.getElementById('error-summary'))
    for (const form of document.forms) if (isWritten(form)) changed.add(form)
  bringBack()
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement) changed.delete(target)
  })
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a.language') && changed.size > 0) carryOver()
  })
  window.addEventListener('beforeunload', (event) => {
    if (changed.size > 0) event.preventDefault()
  })
}
