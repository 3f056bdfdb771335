import type { Child } from '#web/html/jsx-runtime.ts'

export type Tone = 'plain' | 'key' | 'info' | 'success' | 'warning' | 'error'

interface ChipLabelProps {
  /** Colour only underlines what the words say. */
  tone?: Tone | undefined
  /** Filled for the one that matters most in a row. */
  filled?: boolean | undefined
  children: Child
}

/** A state or a kind in one or two words. */
export const ChipLabel = ({ tone = 'plain', filled, children }: ChipLabelProps) => (
  <span class="chip" data-tone={tone} data-filled={filled}>
    {children}
  </span>
)

/** Several labels in a row. */
export const ChipRow = ({ children }: { children: Child }) => <div class="chip-row">{children}</div>
