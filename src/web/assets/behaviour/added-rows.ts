/** Whole numbers as people write them: full-width digits, commas, a unit. Everything else counts as 0. */
const readAmount = (text: string): number =>
  Number(
    text
      .normalize('NFKC')
      .replace(/[,、円¥\s]/g, '')
      .replace(/^[▲△−-]/, '-'),
  ) || 0

/** Adds a row at once instead of asking the server for one, and keeps the sum of a column. */
export class AddedRows extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button[name="add_row"]')?.addEventListener('click', (event) => {
      event.preventDefault()
      this.addRow()
    })
    if (!this.dataset.sum) return
    this.addEventListener('input', () => this.showSum())
    this.showSum()
  }

  private addRow(): void {
    const pattern = this.querySelector('template')
    if (!pattern) return
    const number = this.querySelectorAll('.row').length
    const row = pattern.content.cloneNode(true) as DocumentFragment
    for (const part of row.querySelectorAll('[id], [for], legend')) this.number(part, number)
    const first = row.querySelector<HTMLElement>('.input')
    pattern.before(row)
    first?.focus()
  }

  private number(part: Element, number: number): void {
    for (const name of ['id', 'name', 'for']) {
      const value = part.getAttribute(name)
      if (value) part.setAttribute(name, value.replace('#', String(number)))
    }
    if (part.localName === 'legend') {
      part.textContent = part.textContent?.replace('#', String(number + 1)) ?? ''
    }
  }

  private showSum(): void {
    const output = this.querySelector('output')
    const cells = this.querySelectorAll<HTMLInputElement>(`[data-column="${this.dataset.sum}"]`)
    const sum = [...cells].reduce((total, cell) => total + readAmount(cell.value), 0)
    if (output) output.value = sum.toLocaleString('en')
  }
}
