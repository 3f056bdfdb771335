import type { RoundReport } from './queries/reports.ts'
import type { Report, RoundItem } from './report.ts'
import { isLate } from './report.ts'
import type { Round } from './round.ts'
import type { Graded } from './tally.ts'

/** One department's report of an item, as everyone may read it. */
export type ReportedBy = {
  readonly department: string
  readonly leads: boolean
  /** Undefined for a department whose report was not accepted. */
  readonly report: Report | undefined
  readonly late: boolean
}

/** An item of a year with what was reported of it. */
export type YearItem = {
  readonly item: RoundItem
  /** Of the department that leads; empty without its report. */
  readonly grade: string
  readonly by: readonly ReportedBy[]
  /** True when the department that leads has not reported. */
  readonly missing: boolean
  readonly late: boolean
}

const isGiven = ({ state, report }: RoundReport): boolean =>
  state === 'accepted' && report.results !== ''

/**
 * The items of a year with their reports. Only what the office has accepted counts as reported: the rest stands
 * there as missing, whatever has been written of it.
 */
export const yearItems = (
  round: Pick<Round, 'dueOn' | 'publishedAt'>,
  reports: readonly RoundReport[],
  now: Date,
): readonly YearItem[] => {
  const items = new Map<string, { item: RoundItem; by: ReportedBy[] }>()
  for (const one of reports) {
    const { item, report, department } = one
    const known = items.get(item.no) ?? { item, by: [] }
    const given = isGiven(one)
    known.by.push({
      department,
      leads: report.leads,
      report: given ? report : undefined,
      late: given && isLate(one, round, now),
    })
    items.set(item.no, known)
  }
  return [...items.values()].map(({ item, by }) => {
    const lead = by.find(({ leads }) => leads)
    return {
      item,
      by,
      grade: lead?.report?.grade ?? '',
      missing: lead?.report === undefined,
      late: by.some(({ late }) => late),
    }
  })
}

/** What the tallies need of an item. */
export const gradedOf = ({ item, grade }: YearItem): Graded => ({
  grade,
  above: item.above.map(({ no }) => no),
})

/** What a reader narrows a year down to. */
export type YearFilter = {
  readonly branch?: string | undefined
  readonly department?: string | undefined
  readonly grade?: string | undefined
  readonly only?: 'missing' | 'late' | undefined
}

export const fitsYear = (one: YearItem, filter: YearFilter): boolean =>
  (filter.branch === undefined || one.item.above.some(({ no }) => no === filter.branch)) &&
  (filter.department === undefined ||
    one.by.some(({ department }) => department === filter.department)) &&
  (filter.grade === undefined || one.grade === filter.grade) &&
  (filter.only !== 'missing' || one.missing) &&
  (filter.only !== 'late' || one.late)
