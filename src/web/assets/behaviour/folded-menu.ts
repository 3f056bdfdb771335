/** Folds the menu of phones again with Esc, and when the reader has gone on to something else. */
export function closeMenuOutside(): void {
  const menu = document.querySelector<HTMLDetailsElement>('details.menu')
  if (!menu) return
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.querySelector('summary')?.focus()
  })
  for (const kind of ['click', 'focusin']) {
    document.addEventListener(kind, ({ target }) => {
      if (target instanceof Node && !menu.contains(target)) menu.open = false
    })
  }
}
