import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { ok, type Result, refuse } from '#kernel/result.ts'
import { groupKind } from '../../groups/index.ts'
import type { SentPerson } from '../form.ts'
import { findAccountHolder } from '../queries/accounts.ts'
import { insertPerson, strikePerson, updatePerson } from '../queries/people.ts'
import { endTerm, endTermsOf, insertTerm } from '../queries/terms.ts'
import { insertChanges } from '../queries/traces.ts'
import { isOn, type PersonFacts, type RosterPerson, type Span } from '../roster.ts'
import type { ChangeDraft } from '../trace.ts'
import { differenceOf, termWords, wordsOf } from '../words-of.ts'

/** Why an entry cannot be changed as asked. */
export type EntryRefusal = 'account-taken' | 'until-before-since' | 'not-now'

/** Keeps the change for the group, and for the audit that there was one: names are not the audit's. */
const record = async (scope: Scope, groupId: string, change: ChangeDraft): Promise<void> => {
  await insertChanges(scope, groupId, [change])
  await audit(scope, {
    action: `rosters.${change.kind}`,
    subjectKind: groupKind,
    subjectId: groupId,
    after: { personId: change.personId, fields: Object.keys(change.after ?? {}) },
  })
}

/** An account stands for one person of the roster at a time. */
const isTaken = async (
  scope: Scope,
  groupId: string,
  sent: { readonly accountId: string | null; readonly person?: string },
): Promise<boolean> => {
  if (!sent.accountId) return false
  const holder = await findAccountHolder(scope, groupId, sent.accountId)
  return holder !== undefined && holder !== sent.person
}

/** Enters somebody, with an office from the first day where one is given. @returns the entry's id */
export const addPerson = async (
  scope: Scope,
  groupId: string,
  sent: SentPerson,
): Promise<Result<string, EntryRefusal>> => {
  if (await isTaken(scope, groupId, sent)) return refuse('account-taken')
  const id = await insertPerson(scope, groupId, sent)
  const { office, since, until } = sent
  if (office) await insertTerm(scope, { id, groupId }, { office, since, until })
  const after = { ...wordsOf(sent), ...(office ? { office } : {}) }
  await record(scope, groupId, { personId: id, kind: 'added', after })
  return ok(id)
}

/** Corrects what an entry says, with the reason; what was there before stays readable. */
export const correctPerson = async (
  scope: Scope,
  person: RosterPerson,
  sent: { readonly facts: PersonFacts & { accountId: string | null }; readonly reason: string },
): Promise<Result<'corrected', EntryRefusal>> => {
  const { facts, reason } = sent
  const whose = { accountId: facts.accountId, person: person.id }
  if (await isTaken(scope, person.groupId, whose)) return refuse('account-taken')
  await updatePerson(scope, person, facts)
  if (facts.until) await endTermsOf(scope, person, facts.until)
  const change = differenceOf(
    { ...wordsOf(person), account: person.accountId ?? '' },
    { ...wordsOf(facts), account: facts.accountId ?? '' },
  )
  await record(scope, person.groupId, { personId: person.id, kind: 'corrected', ...change, reason })
  return ok('corrected')
}

/** Somebody leaves: the last day as a member ends every office too. */
export const endPerson = async (
  scope: Scope,
  person: RosterPerson,
  until: PlainDate,
): Promise<Result<'ended', EntryRefusal>> => {
  if (until < person.since) return refuse('until-before-since')
  await updatePerson(scope, person, { ...person, until })
  await endTermsOf(scope, person, until)
  const change = differenceOf(wordsOf(person), wordsOf({ ...person, until }))
  await record(scope, person.groupId, { personId: person.id, kind: 'ended', ...change })
  return ok('ended')
}

/** Strikes an entry out that should never have been made. */
export const removePerson = async (
  scope: Scope,
  person: RosterPerson,
  reason: string,
): Promise<Result<'removed', EntryRefusal>> => {
  if (person.struck) return refuse('not-now')
  await strikePerson(scope, person)
  const before = wordsOf(person)
  await record(scope, person.groupId, { personId: person.id, kind: 'struck', before, reason })
  return ok('removed')
}

/** Puts a member into an office, within the days of the membership. */
export const beginTerm = async (
  scope: Scope,
  person: RosterPerson,
  term: Span & { readonly office: string },
): Promise<Result<'begun', EntryRefusal>> => {
  const within = isOn(person, term.since) && (term.until === null || term.until >= term.since)
  if (!within) return refuse('until-before-since')
  await insertTerm(scope, person, term)
  const after = termWords(term)
  await record(scope, person.groupId, { personId: person.id, kind: 'corrected', after })
  return ok('begun')
}

/** The last day of an office. */
export const finishTerm = async (
  scope: Scope,
  person: RosterPerson,
  end: { readonly term: string; readonly until: PlainDate },
): Promise<Result<'finished', EntryRefusal>> => {
  const term = person.terms.find(({ id }) => id === end.term)
  if (!term) return refuse('not-now')
  await endTerm(scope, person, end)
  await record(scope, person.groupId, {
    personId: person.id,
    kind: 'corrected',
    before: termWords(term),
    after: termWords({ ...term, until: end.until }),
  })
  return ok('finished')
}
