import type { Child } from '#web/html/jsx-runtime.ts'

interface EmptyStateProps {
  /** What is not there yet. */
  title: Child
  /** What would fill it, and how. */
  children: Child
  /** The first step, as a button link. */
  action?: Child
}

/** Stands where a list would be, so that nobody ends here. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    <div>{children}</div>
    {action && <div class="button-row">{action}</div>}
  </div>
)
