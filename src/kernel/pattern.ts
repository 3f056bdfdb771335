import { abbreviateFiscalYear } from './era.ts'
import { ok, type Result, refuse } from './result.ts'

/** What a number pattern is filled with. `n` counts from 1, within the fiscal year where the pattern names one. */
export type PatternValues = { readonly n: number; readonly fiscalYear: number }

export type PatternProblem = 'empty' | 'no-number' | 'unknown-placeholder' | 'too-long'

const placeholder = /\{([^{}]*)\}/g

const fillOne = (name: string, { n, fiscalYear }: PatternValues): string | undefined => {
  if (/^n+$/.test(name)) return String(n).padStart(name.length, '0')
  if (name === 'fy') return abbreviateFiscalYear(fiscalYear)
  return name === 'year' ? String(fiscalYear) : undefined
}

/**
 * Checks a pattern for document or receipt numbers when it is set: one line, {n} somewhere, nothing
 * unknown in brackets.
 */
export const parseNumberPattern = (pattern: string): Result<string, PatternProblem> => {
  if (pattern.trim() === '') return refuse('empty')
  if (pattern.length > 100) return refuse('too-long')
  const names = [...pattern.matchAll(placeholder)].map((match) => match[1]!)
  const known = names.every((name) => fillOne(name, { n: 1, fiscalYear: 2026 }) !== undefined)
  if (!known || /[{}]/.test(pattern.replace(placeholder, ''))) return refuse('unknown-placeholder')
  return names.some((name) => /^n+$/.test(name)) ? ok(pattern) : refuse('no-number')
}

/**
 * `鎌地の第{n}号` → `鎌地の第12号`. {n} the number, {nnn} with leading zeros, {fy} the fiscal year as `R8`,
 * {year} as `2026`: the fiscal year and not the calendar's, because {n} begins again in April where
 * the pattern names it.
 * @throws RangeError for an unknown placeholder, or an `n` that is not a whole number from 1.
 */
export const fillNumberPattern = (pattern: string, values: PatternValues): string => {
  if (!Number.isSafeInteger(values.n) || values.n < 1)
    throw new RangeError(`Not a running number: ${values.n}`)
  return pattern.replace(placeholder, (whole, name: string) => {
    const filled = fillOne(name, values)
    if (filled === undefined) throw new RangeError(`Unknown placeholder: ${whole}`)
    return filled
  })
}
