import { openRecovery } from '#capabilities/accounts/index.ts'
import { addPerson } from '#capabilities/rosters/index.ts'
import { act, idOf, must, put, type Town } from './town.ts'

const person = (town: Town, district: string) => ({
  name: town.say('roster.name'),
  nameKana: '',
  office: 'accountant',
  district: town.say(district),
  ageBand: '60s',
  citizen: true,
  voting: true,
  since: '2023-05-01' as const,
  until: null,
  accountId: null,
})

/** A group whose old people are gone asks for a new leader; in one the days for objections are over. */
const makeRecoveries = async (town: Town): Promise<void> => {
  const cases = [
    ['suspended', '2026-10-01'],
    ['lapsed', '2026-11-18'],
  ] as const
  for (const [state, day] of cases)
    await act(town, 'centre', day, async (scope) =>
      must(
        await openRecovery(scope, town.here.city, {
          groupId: idOf(town, 'group', state),
          askerName: town.say('recovery.asker'),
          email: 'new-leader@example.jp',
          askedOn: '2026-09-30',
          checks: ['id'],
          evidence: town.say('recovery.evidence'),
          language: 'ja',
        }),
      ),
    )
}

/** A roster with an officer; two registrations to compare. */
export const makeRosters = async (
  town: Town,
  groups: { readonly a: string; readonly b: string },
): Promise<void> => {
  const id = await act(town, 'rep', '2026-11-01', async (scope) =>
    must(await addPerson(scope, groups.a, person(town, 'roster.district'))),
  )
  const term = await act(town, 'rep', '2026-11-01', (scope) =>
    scope.db
      .selectFrom('roster_terms')
      .select('id')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  const params = { id: groups.a, person: id }
  put(town, { kind: 'roster-person', state: 'officer', params })
  put(town, { kind: 'roster-term', state: 'accountant', params: { ...params, term: term.id } })
  const [one = '', other = ''] = [groups.a, groups.b].toSorted()
  put(town, { kind: 'group-pair', state: 'a-and-others', params: { one, other } })
  await makeRecoveries(town)
}
