const pause = 800

/**
 * Counts what can still be written: seen at once, said when the writer pauses.
 * `data-left` and `data-over` are sentences in which `#` stands for the number.
 */
export class CharacterCount extends HTMLElement {
  connectedCallback(): void {
    const area = this.querySelector('textarea')
    const shown = this.querySelector<HTMLElement>('.count')
    if (!area || !shown) return
    const said = this.addVoice()
    let waiting = 0
    const count = () => {
      const left = Number(this.dataset.max) - [...area.value].length
      const sentence = left < 0 ? this.dataset.over : this.dataset.left
      shown.textContent = sentence?.replace('#', Math.abs(left).toLocaleString('en')) ?? ''
      shown.dataset.over = String(left < 0)
    }
    area.addEventListener('input', () => {
      count()
      clearTimeout(waiting)
      waiting = window.setTimeout(() => {
        said.textContent = shown.textContent
      }, pause)
    })
    count()
  }

  private addVoice(): HTMLElement {
    const voice = document.createElement('span')
    voice.className = 'hidden-text'
    voice.setAttribute('role', 'status')
    this.append(voice)
    return voice
  }
}
