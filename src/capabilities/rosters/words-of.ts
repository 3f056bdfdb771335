import type { Bilingual } from '#kernel/bilingual.ts'
import { nameOfCode } from '#kernel/city.ts'
import type { RosterRules } from './preset.ts'
import type { PersonFacts, Term } from './roster.ts'
import type { Words } from './trace.ts'

const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no')

/** What an entry says, field by field, as traces keep it. Codes stay codes. */
export const wordsOf = (facts: PersonFacts): Words => ({
  name: facts.name,
  kana: facts.nameKana,
  district: facts.district,
  age_band: facts.ageBand,
  citizen: yesNo(facts.citizen),
  voting: yesNo(facts.voting),
  since: facts.since,
  until: facts.until ?? '',
})

/** Only what differs, on both sides. */
export const differenceOf = (
  before: Words,
  after: Words,
): { readonly before: Words; readonly after: Words } => {
  const fields = Object.keys(after).filter((field) => before[field] !== after[field])
  const only = (words: Words): Words =>
    Object.fromEntries(fields.map((field) => [field, words[field] ?? '']))
  return { before: only(before), after: only(after) }
}

/** The name of an office, or its code when the city no longer has it. */
export const officeName = (rules: RosterRules, code: string): Bilingual =>
  nameOfCode(rules.offices, code)

/** An office with its days, as traces keep it. */
export const termWords = (term: Omit<Term, 'id'>): Words => ({
  office: term.office,
  office_since: term.since,
  office_until: term.until ?? '',
})
