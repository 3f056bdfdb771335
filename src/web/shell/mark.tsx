/** The sign of the product: two rings, each going once over and once under the other. */
export const Mark = () => (
  <svg class="mark-sign" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
    <path d="M22.7 15.2A9.5 9.5 0 1 1 16.4 10.7" />
    <path d="M17.3 24.8A9.5 9.5 0 1 1 23.6 29.3" />
  </svg>
)
