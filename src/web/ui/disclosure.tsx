import type { Child } from '#web/html/jsx-runtime.ts'
import { Icon } from './icon.tsx'

interface DisclosureProps {
  summary: Child
  open?: boolean | undefined
  id?: string | undefined
  children: Child
}

/** Details for those who want them. Nothing that everybody needs is hidden in one. */
export const Disclosure = ({ summary, open, id, children }: DisclosureProps) => (
  <details class="disclosure" id={id} open={open}>
    <summary>
      <Icon name="chevron" />
      <span>{summary}</span>
    </summary>
    <div>{children}</div>
  </details>
)
