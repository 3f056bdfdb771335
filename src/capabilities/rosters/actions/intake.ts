import { createHash } from 'node:crypto'
import { audit } from '#data/audit.ts'
import type { Scope } from '#data/scope.ts'
import { addDays } from '#kernel/calendar.ts'
import { groupKind } from '../../groups/index.ts'
import { type IntakeOptions, type Planned, planIntake } from '../intake-plan.ts'
import type { ReadRow } from '../intake-rows.ts'
import { insertPerson, listStaying, updatePerson } from '../queries/people.ts'
import { endTerm, endTermsOf, insertTerm } from '../queries/terms.ts'
import { insertChanges } from '../queries/traces.ts'
import { isOn, type RosterPerson } from '../roster.ts'
import type { ChangeDraft } from '../trace.ts'
import { wordsOf } from '../words-of.ts'

/** A plan, and the sign by which it is known again: another roster or another table makes another. */
export type Intake = { readonly planned: readonly Planned[]; readonly sign: string }

const signOf = (planned: readonly Planned[]): string =>
  createHash('sha256').update(JSON.stringify(planned)).digest('hex').slice(0, 32)

/** What a table would do to the roster as it is now. Nothing is changed. */
export const previewIntake = async (
  scope: Scope,
  groupId: string,
  table: { readonly rows: readonly ReadRow[]; readonly options: IntakeOptions },
): Promise<Intake> => {
  const people = await listStaying(scope, groupId, table.options.day)
  const planned = planIntake(table.rows, people, table.options)
  return { planned, sign: signOf(planned) }
}

type Doing = {
  readonly groupId: string
  readonly people: ReadonlyMap<string, RosterPerson>
  readonly options: IntakeOptions
}

const officeWords = (offices: readonly string[]) =>
  offices.length > 0 ? { office: offices.join(' ') } : {}

const add = async (
  scope: Scope,
  { groupId, options }: Doing,
  one: Extract<Planned, { kind: 'add' }>,
): Promise<ChangeDraft> => {
  const id = await insertPerson(scope, groupId, { ...one.facts, accountId: null })
  const { until } = one.facts
  const since = isOn(one.facts, options.day) ? options.day : one.facts.since
  for (const office of one.offices.begin)
    await insertTerm(scope, { id, groupId }, { office, since, until })
  const after = { ...wordsOf(one.facts), ...officeWords(one.offices.begin) }
  return { personId: id, kind: 'added', after }
}

const change = async (
  scope: Scope,
  { groupId, people, options }: Doing,
  one: Extract<Planned, { kind: 'change' | 'same' | 'end' }>,
): Promise<ChangeDraft[]> => {
  const person = people.get(one.person)
  if (!person) return []
  const whose = { id: person.id, groupId }
  await updatePerson(scope, whose, { ...one.facts, accountId: person.accountId })
  for (const term of person.terms)
    if (one.offices.end.includes(term.office) && isOn(term, options.day))
      await endTerm(scope, whose, { term: term.id, until: addDays(options.day, -1) })
  const { until } = one.facts
  const since = isOn(one.facts, options.day) ? options.day : one.facts.since
  for (const office of one.offices.begin) await insertTerm(scope, whose, { office, since, until })
  if (until) await endTermsOf(scope, whose, until)
  return [
    {
      personId: person.id,
      kind: one.kind === 'end' ? 'ended' : 'corrected',
      before: { ...one.before, ...officeWords(one.offices.end) },
      after: { ...one.after, ...officeWords(one.offices.begin) },
    },
  ]
}

/** Does what the plan says. Rows that were refused are left alone. */
export const runIntake = async (
  scope: Scope,
  groupId: string,
  intake: { readonly planned: readonly Planned[]; readonly options: IntakeOptions },
): Promise<void> => {
  const staying = await listStaying(scope, groupId, intake.options.day)
  const people = new Map(staying.map((person) => [person.id, person]))
  const doing: Doing = { groupId, people, options: intake.options }
  const changes: ChangeDraft[] = []
  for (const one of intake.planned) {
    if (one.kind === 'add') changes.push(await add(scope, doing, one))
    if (one.kind === 'change' || one.kind === 'end')
      changes.push(...(await change(scope, doing, one)))
  }
  await insertChanges(scope, groupId, changes)
  await audit(scope, {
    action: 'rosters.take-in',
    subjectKind: groupKind,
    subjectId: groupId,
    after: { people: changes.length },
  })
}
