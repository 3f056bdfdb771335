/** Offers what only a script can do; the words stand in the page. */
export class PageActions extends HTMLElement {
  connectedCallback(): void {
    const label = this.dataset.print
    if (!label) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button'
    button.dataset.kind = 'text'
    button.dataset.size = 'small'
    button.textContent = label
    button.addEventListener('click', () => window.print())
    this.append(button)
  }
}
