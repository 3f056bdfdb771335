import type { CodeEntry } from '#kernel/city.ts'
import type { PlanItem } from '../plans/index.ts'

/** Who reports an item. */
export type Assignment = {
  /** 主担当: gives the grade. */
  readonly lead: string
  readonly others: readonly string[]
  /** 関係課 is printed: the document does not say which; the office adds them. */
  readonly related: boolean
}

type Of = Pick<PlanItem, 'departments' | 'departmentsAsPrinted'>

/** 「総務企画部 総務課」 is printed as 「総務課」. */
const printedAt = (entry: CodeEntry | undefined, printed: string): number => {
  const whole = entry ? printed.indexOf(entry.name.ja) : -1
  const last = entry?.name.ja.split(/[\s　]/).at(-1) ?? ''
  const at = whole >= 0 ? whole : last === '' ? -1 : printed.indexOf(last)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}

/** The departments in the order in which the document prints them: the first leads. */
const inPrintedOrder = (item: Of, departments: readonly CodeEntry[]): readonly string[] => {
  const printed = item.departmentsAsPrinted ?? ''
  const place = (code: string): number =>
    printedAt(
      departments.find((one) => one.code === code),
      printed,
    )
  return [...item.departments].sort((a, b) => {
    const [first, second] = [place(a), place(b)]
    return first === second ? 0 : first - second
  })
}

/**
 * Who reports an item: the departments that are printed, the first of them leading; 全所属 adds every other
 * department of the city; an item for which none is printed goes to the one given.
 */
export const assign = (
  item: Of,
  given: { readonly departments: readonly CodeEntry[]; readonly fallback: string },
): Assignment => {
  const printed = item.departmentsAsPrinted ?? ''
  const [lead = given.fallback, ...named] = inPrintedOrder(item, given.departments)
  const all = /全所属|全課|全部署/.test(printed) ? given.departments.map(({ code }) => code) : []
  const others = [...new Set([...named, ...all])].filter((code) => code !== lead)
  return { lead, others, related: /関係課|関係所属|関係各課/.test(printed) }
}
