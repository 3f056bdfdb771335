import { addDays, type PlainDate } from '#kernel/calendar.ts'
import type { ReadRow, RosterRow, RowFault } from './intake-rows.ts'
import { nameKeyOf } from './name-key.ts'
import { isOn, officesOn, type PersonFacts, type RosterPerson } from './roster.ts'
import type { Words } from './trace.ts'
import { differenceOf, wordsOf } from './words-of.ts'

/** How a table is meant. */
export type IntakeOptions = {
  /** The day from which it is true: new offices begin, and who has no day of entry is entered. */
  readonly day: PlainDate
  /** True when everybody who belongs to the group is in it: who is missing has left. */
  readonly complete: boolean
}

export type PlannedOffices = { readonly begin: readonly string[]; readonly end: readonly string[] }

/** What would be done about one person, and why. */
export type Planned =
  | {
      readonly kind: 'add'
      readonly row: number
      readonly name: string
      readonly facts: PersonFacts
      readonly offices: PlannedOffices
    }
  | {
      readonly kind: 'change' | 'same' | 'end'
      /** Null for people who are missing in a complete table. */
      readonly row: number | null
      readonly name: string
      readonly person: string
      readonly facts: PersonFacts
      readonly offices: PlannedOffices
      readonly before: Words
      readonly after: Words
    }
  | {
      readonly kind: 'refuse'
      readonly row: number
      readonly name: string
      readonly why: 'faults' | 'twice' | 'alike'
      readonly faults: readonly RowFault[]
    }

const none: PlannedOffices = { begin: [], end: [] }

const factsOfNew = (row: RosterRow, day: PlainDate): PersonFacts => ({
  name: row.name,
  nameKana: row.kana ?? '',
  district: row.district ?? '',
  ageBand: row.ageBand ?? '',
  citizen: row.citizen ?? null,
  voting: row.voting ?? true,
  since: row.since ?? (row.until && row.until < day ? row.until : day),
  until: row.until ?? null,
})

/** A cell that says nothing changes nothing. The name stays as it was written first. */
const factsAfter = (person: RosterPerson, row: RosterRow): PersonFacts => ({
  name: person.name,
  nameKana: row.kana ?? person.nameKana,
  district: row.district ?? person.district,
  ageBand: row.ageBand ?? person.ageBand,
  citizen: row.citizen ?? person.citizen,
  voting: row.voting ?? person.voting,
  since: row.since ?? person.since,
  until: row.until ?? person.until,
})

/** An empty cell ends an office only where the table says that it is complete. */
const officesAfter = (
  person: RosterPerson,
  row: RosterRow,
  options: IntakeOptions,
): PlannedOffices => {
  const { offices } = row
  if (!offices || (offices.length === 0 && !options.complete)) return none
  const held = officesOn(person, options.day)
  return {
    begin: offices.filter((office) => !held.includes(office)),
    end: held.filter((office) => !offices.includes(office)),
  }
}

const planKnown = (person: RosterPerson, row: RosterRow, options: IntakeOptions): Planned => {
  const facts = factsAfter(person, row)
  const offices = officesAfter(person, row, options)
  const difference = differenceOf(wordsOf(person), wordsOf(facts))
  const touched = Object.keys(difference.after).length + offices.begin.length + offices.end.length
  const leaves = facts.until !== null && facts.until !== person.until
  const kind = leaves ? 'end' : touched > 0 ? 'change' : 'same'
  const about = { row: row.number, name: person.name, person: person.id, facts, offices }
  return { kind, ...about, ...difference }
}

/** Who is missing in a complete table left before the day from which it is true. */
const planMissing = (person: RosterPerson, { day }: IntakeOptions): Planned => {
  const dayBefore = addDays(day, -1)
  const until = isOn({ since: person.since, until: null }, dayBefore) ? dayBefore : person.since
  const facts: PersonFacts = { ...person, until }
  return {
    kind: 'end',
    row: null,
    name: person.name,
    person: person.id,
    facts,
    offices: none,
    ...differenceOf(wordsOf(person), wordsOf(facts)),
  }
}

const candidatesFor = (row: RosterRow, people: readonly RosterPerson[]): RosterPerson[] => {
  const alike = people.filter((person) => nameKeyOf(person.name) === nameKeyOf(row.name))
  const exact = alike.filter(({ nameKana }) => row.kana !== undefined && nameKana === row.kana)
  if (exact.length > 0) return exact
  // A reading that is written on both sides and differs is another person of the same name.
  return alike.filter(({ nameKana }) => row.kana === undefined || nameKana === '')
}

const refused = (row: RosterRow, why: 'twice' | 'alike'): Planned => ({
  kind: 'refuse',
  row: row.number,
  name: row.name,
  why,
  faults: [],
})

type Matched = { readonly planned: Planned; readonly person?: RosterPerson }

const planRow = (
  row: RosterRow,
  people: readonly RosterPerson[],
  options: IntakeOptions,
): Matched => {
  const found = candidatesFor(row, people)
  const [person] = found
  if (found.length > 1) return { planned: refused(row, 'alike') }
  if (person) return { planned: planKnown(person, row, options), person }
  const offices = { begin: row.offices ?? [], end: [] }
  const facts = factsOfNew(row, options.day)
  return { planned: { kind: 'add', row: row.number, name: row.name, facts, offices } }
}

const keyOfRow = (row: RosterRow): string => `${nameKeyOf(row.name)}/${row.kana ?? ''}`

/**
 * What a table would do to a roster, row by row, and what it would do to people it does not name. Nothing is
 * guessed: two people of one name without a reading to tell them apart are left alone, and it is said.
 */
export const planIntake = (
  rows: readonly ReadRow[],
  people: readonly RosterPerson[],
  options: IntakeOptions,
): readonly Planned[] => {
  const planned: Planned[] = []
  const named = new Set<string>()
  const met = new Set<string>()
  for (const read of rows) {
    if (!read.ok) {
      const { number, name, faults } = read
      planned.push({ kind: 'refuse', row: number, name, why: 'faults', faults })
      for (const person of people)
        if (nameKeyOf(person.name) === nameKeyOf(name)) met.add(person.id)
      continue
    }
    const matched = planRow(read.row, people, options)
    const twice = named.has(keyOfRow(read.row)) || (matched.person && met.has(matched.person.id))
    planned.push(twice ? refused(read.row, 'twice') : matched.planned)
    named.add(keyOfRow(read.row))
    for (const person of candidatesFor(read.row, people)) met.add(person.id)
  }
  const missing = options.complete ? people.filter(({ id, until }) => !met.has(id) && !until) : []
  return [...planned, ...missing.map((person) => planMissing(person, options))]
}

/** How many of each kind. */
export const countPlanned = (planned: readonly Planned[]) => {
  const count = (kind: Planned['kind']): number => planned.filter((one) => one.kind === kind).length
  return {
    add: count('add'),
    change: count('change'),
    end: count('end'),
    same: count('same'),
    refuse: count('refuse'),
  }
}

/** True when doing it would change anything. */
export const changesAnything = (planned: readonly Planned[]): boolean =>
  planned.some(({ kind }) => kind === 'add' || kind === 'change' || kind === 'end')
