import { sql } from 'kysely'
import type { Scope } from '#data/scope.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import type { RosterPerson, Span, Term } from '../roster.ts'

type Whose = Pick<RosterPerson, 'id' | 'groupId'>

/** Puts a person into an office. */
export const insertTerm = async (
  scope: Scope,
  person: Whose,
  term: Span & Pick<Term, 'office'>,
): Promise<void> => {
  await scope.db
    .insertInto('roster_terms')
    .values({
      city_id: scope.city.id,
      id: newId(),
      group_id: person.groupId,
      person_id: person.id,
      office: term.office,
      since: term.since,
      until: term.until,
    })
    .execute()
}

/** Sets the last day of an office; a term that had not begun by then is none and goes. */
export const endTerm = async (
  scope: Scope,
  person: Whose,
  end: { readonly term: string; readonly until: PlainDate },
): Promise<void> => {
  await scope.db
    .deleteFrom('roster_terms')
    .where('city_id', '=', scope.city.id)
    .where('person_id', '=', person.id)
    .where('id', '=', end.term)
    .where('since', '>', end.until)
    .execute()
  await scope.db
    .updateTable('roster_terms')
    .set({ until: end.until })
    .where('city_id', '=', scope.city.id)
    .where('person_id', '=', person.id)
    .where('id', '=', end.term)
    .execute()
}

/** Who leaves the group leaves every office on that day. */
export const endTermsOf = async (scope: Scope, person: Whose, until: PlainDate): Promise<void> => {
  await sql`UPDATE roster_terms SET until = greatest(since, ${until}::date)
    WHERE city_id = ${scope.city.id} AND group_id = ${person.groupId} AND person_id = ${person.id}
      AND (until IS NULL OR until > ${until}::date)`.execute(scope.db)
}
