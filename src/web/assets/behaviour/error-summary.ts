/** Some browsers put the focus only into fields by themselves; the summary is read first all the same. */
export function focusErrorSummary(): void {
  document.getElementById('error-summary')?.focus()
}
