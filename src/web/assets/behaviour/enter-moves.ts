/** In a form that is typed from paper, Enter goes on to the next field; in the last one it sends the form. */
export class EnterMoves extends HTMLElement {
  connectedCallback(): void {
    const fields = this.fields()
    // The number of the sheet is filled in already: typing begins behind it.
    const first = this.querySelector<HTMLInputElement>('[aria-invalid="true"]') ?? fields[1]
    first?.focus()
    this.addEventListener('keydown', (event) => this.onKey(event))
  }

  private fields(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input.input')]
  }

  private onKey(event: KeyboardEvent): void {
    // While kana become kanji, Enter belongs to them.
    if (event.key !== 'Enter' || event.isComposing) return
    const fields = this.fields()
    const next = fields[fields.indexOf(event.target as HTMLInputElement) + 1]
    if (!fields.includes(event.target as HTMLInputElement) || !next) return
    event.preventDefault()
    next.focus()
    next.select()
  }
}
