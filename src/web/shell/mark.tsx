/** The sign of the product: two rings that hold each other. */
export const Mark = () => (
  <svg class="mark-sign" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
    <path d="M24.5 13.200a9 9 0 1 0 0 13.6" />
    <path d="M15.5 26.800a9 9 0 1 0 0-13.6" />
  </svg>
)
