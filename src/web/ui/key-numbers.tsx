import type { Child } from '#web/html/jsx-runtime.ts'

export interface KeyNumber {
  label: string
  /** Written with commas. */
  value: string
  unit?: string | undefined
  /** Base date, denominator or source: a number never stands alone. */
  note: Child
  href?: string | undefined
}

/** 5団体, but 5 groups. */
const isLatin = (unit: string): boolean => /^[a-z]/i.test(unit)

/** A few numbers that say most. */
export const KeyNumbers = ({ numbers }: { numbers: readonly KeyNumber[] }) => (
  <dl class="numbers">
    {numbers.map(({ label, value, unit, note, href }) => (
      <div key={label}>
        <dt>{href ? <a href={href}>{label}</a> : label}</dt>
        <dd>
          <span class="number">
            <strong>{value}</strong>
            {unit && isLatin(unit) ? ` ${unit}` : unit}
          </span>
          <span class="number-note">{note}</span>
        </dd>
      </div>
    ))}
  </dl>
)
