/** Lets the browser ask before a page is left with changes that were not sent. */
export class KeptChanges extends HTMLElement {
  connectedCallback(): void {
    let changed = document.getElementById('error-summary') !== null
    this.addEventListener('input', () => {
      changed = true
    })
    this.addEventListener('submit', () => {
      changed = false
    })
    window.addEventListener('beforeunload', (event) => {
      if (changed) event.preventDefault()
    })
  }
}
