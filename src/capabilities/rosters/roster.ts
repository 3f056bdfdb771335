import {
  addDays,
  endOfFiscalYear,
  fiscalYearOf,
  type PlainDate,
  startOfFiscalYear,
} from '#kernel/calendar.ts'

/** From a day to another, both included; open while `until` is null. */
export type Span = { readonly since: PlainDate; readonly until: PlainDate | null }

/** 役職: an office held for a time. */
export type Term = Span & { readonly id: string; readonly office: string }

/** One person's time in a group. */
export type RosterPerson = Span & {
  readonly id: string
  readonly groupId: string
  readonly name: string
  readonly nameKana: string
  readonly district: string
  readonly ageBand: string
  /** Lives, works or studies in the city; null where the group does not say. */
  readonly citizen: boolean | null
  /** 議決権. */
  readonly voting: boolean
  readonly accountId: string | null
  readonly struck: boolean
  readonly terms: readonly Term[]
}

/** What a person's entry says, as it is typed or read from a table. */
export type PersonFacts = Span &
  Pick<RosterPerson, 'name' | 'nameKana' | 'district' | 'ageBand' | 'citizen' | 'voting'>

/** Somebody in office on a day. */
export type Officer = { readonly name: string; readonly nameKana: string; readonly office: string }

/** How many there were on a day. */
export type RosterCounts = {
  readonly members: number
  readonly citizens: number
  /** Of whom the roster does not say whether they are. */
  readonly citizensUnknown: number
  readonly voting: number
  /** People in at least one office. */
  readonly officers: number
}

/** What the registration says of the same. Null where it does not ask. */
export type RegisteredCounts = {
  readonly members: number | null
  readonly citizens: number | null
  readonly officers: number | null
}

/** The first and the last day belong to it. */
export const isOn = (span: Span, day: PlainDate): boolean =>
  span.since <= day && (span.until === null || day <= span.until)

/** Codes of the offices that the person holds on that day. */
export const officesOn = (person: Pick<RosterPerson, 'terms'>, day: PlainDate): readonly string[] =>
  person.terms.filter((term) => isOn(term, day)).map(({ office }) => office)

export type CountDifference = {
  readonly what: keyof RegisteredCounts
  readonly registered: number
  readonly counted: number
}

/**
 * Where the registration and the roster disagree. Citizens are compared only when the roster says of
 * everybody whether they are: a gap in the roster is no difference.
 */
export const compareCounts = (
  counts: RosterCounts,
  registered: RegisteredCounts,
): readonly CountDifference[] => {
  const pairs: readonly (readonly [keyof RegisteredCounts, number, number | null])[] = [
    ['members', counts.members, registered.members],
    ['citizens', counts.citizens, counts.citizensUnknown > 0 ? null : registered.citizens],
    ['officers', counts.officers, registered.officers],
  ]
  return pairs.flatMap(([what, counted, said]) =>
    said === null || said === counted ? [] : [{ what, registered: said, counted }],
  )
}

/** The last day on which an entry is kept: so many full fiscal years after the year of leaving. */
export const keptUntil = (left: PlainDate, keepYears: number): PlainDate =>
  endOfFiscalYear(fiscalYearOf(left) + keepYears)

/** Who left on this day or before is purged today. */
export const purgedLeavers = (today: PlainDate, keepYears: number): PlainDate =>
  addDays(startOfFiscalYear(fiscalYearOf(today) - keepYears), -1)

/** How long staff see the names after they said why, in minutes. */
export const viewingMinutes = 60

/** People that one page of a roster shows. */
export const rosterPageSize = 100

/** Most rows that a table of a roster may have. */
export const mostRows = 2_000
