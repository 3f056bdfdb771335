import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { listSheetsOf } from '../../forms/index.ts'
import { groupKind, listGroupsById } from '../../groups/index.ts'
import { factsOfAnswers, type GroupFacts } from '../facts.ts'
import { keysOf } from '../folding.ts'
import { isListed } from '../matching.ts'
import { listStaleGroups, replaceKeys } from '../queries/keys.ts'
import { replaceSuspicions } from '../queries/pairs.ts'
import { findDuplicatesAmong } from './find.ts'

/** What is known of groups: their answers, and their rows where there are none. Merged ones are known no more. */
const factsOfGroups = async (
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, GroupFacts>> => {
  const sheets = await listSheetsOf(scope, { kind: groupKind, purpose: 'registration' }, ids)
  const groups = await listGroupsById(scope, ids)
  return new Map(
    groups
      .filter(({ mergedInto }) => !mergedInto)
      .map((group) => {
        const sheet = sheets.get(group.id)
        const facts = sheet ? factsOfAnswers(sheet.answers) : undefined
        const own = {
          ...facts,
          name: facts?.name || group.name,
          nameKana: facts?.nameKana || group.nameKana,
          corporateNumber: facts?.corporateNumber || (group.corporateNumber ?? ''),
        }
        return [group.id, own] as const
      }),
  )
}

/** What is known of a group; undefined for one that went into another. */
export const factsOfGroup = async (
  scope: Scope,
  groupId: string,
): Promise<GroupFacts | undefined> => (await factsOfGroups(scope, [groupId])).get(groupId)

/** Makes anew what groups are known by, and looks for others like them; at most a few hundred at once. */
export const knowSeveralAgain = async (
  scope: Scope,
  city: City,
  ids: readonly string[],
): Promise<void> => {
  const known = await factsOfGroups(scope, ids)
  const keys = ids.map((id) => {
    const facts = known.get(id)
    return { id, keys: facts ? keysOf(facts, city) : [] }
  })
  await replaceKeys(scope, keys)
  const found = await findDuplicatesAmong(
    scope,
    city,
    ids.map((id) => known.get(id) ?? { name: '' }),
  )
  const listed = ids.map((id, at) => ({
    id,
    found: (found[at] ?? []).filter(({ group, points }) => group.id !== id && isListed(points)),
  }))
  await replaceSuspicions(scope, listed)
}

/** The same for one group. */
export const knowAgain = (scope: Scope, city: City, groupId: string): Promise<void> =>
  knowSeveralAgain(scope, city, [groupId])

/** So many groups are done in one transaction; the next hour goes on with the rest. */
const mostAtOnce = 2_000
const together = 500

/** Does the groups that were changed since they were last done. */
export const knowAllAgain = async (scope: Scope, city: City): Promise<void> => {
  const stale = await listStaleGroups(scope, mostAtOnce)
  for (let from = 0; from < stale.length; from += together)
    await knowSeveralAgain(scope, city, stale.slice(from, from + together))
}
