import type { Child } from '#web/html/jsx-runtime.ts'

export interface Bar {
  label: string
  value: number
  /** The value as it is read, with its unit: 「38件」. */
  text: string
}

interface BarListProps {
  id: string
  caption: Child
  /** What the first and the second column hold. */
  headings: { label: string; value: string }
  bars: readonly Bar[]
  /** The value of a full bar; the largest value when left out. */
  max?: number | undefined
}

/** Compares amounts: a table whose numbers are drawn beside them. */
export function BarList({ id, caption, headings, bars, max }: BarListProps) {
  const full = Math.max(max ?? 0, ...bars.map(({ value }) => value)) || 1
  return (
    <table class="bars" id={id}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{headings.label}</th>
          <th scope="col">{headings.value}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, value, text }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <span>{text}</span>
              <svg aria-hidden="true" width="100%" height="12">
                <rect width={`${((value / full) * 100).toFixed(1)}%`} height="12" rx="2" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
