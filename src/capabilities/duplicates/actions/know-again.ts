import type { Scope } from '#data/scope.ts'
import type { City } from '#kernel/city.ts'
import { findSheet } from '../../forms/index.ts'
import { findGroup, groupKind } from '../../groups/index.ts'
import { factsOfAnswers, type GroupFacts } from '../facts.ts'
import { keysOf } from '../folding.ts'
import { isListed } from '../matching.ts'
import { listStaleGroups, replaceKeys } from '../queries/keys.ts'
import { replaceSuspicions } from '../queries/pairs.ts'
import { findDuplicates } from './find.ts'

/** What is known of a group: its answers, and its row where there are none. */
export const factsOfGroup = async (
  scope: Scope,
  groupId: string,
): Promise<GroupFacts | undefined> => {
  const group = await findGroup(scope, groupId)
  if (!group || group.mergedInto) return undefined
  const key = { kind: groupKind, id: groupId, purpose: 'registration' }
  const sheet = await findSheet(scope, key)
  const facts = sheet ? factsOfAnswers(sheet.answers) : undefined
  return {
    ...facts,
    name: facts?.name || group.name,
    nameKana: facts?.nameKana || group.nameKana,
    corporateNumber: facts?.corporateNumber || (group.corporateNumber ?? ''),
  }
}

/** Makes anew what a group is known by, and looks for others like it. */
export const knowAgain = async (scope: Scope, city: City, groupId: string): Promise<void> => {
  const facts = await factsOfGroup(scope, groupId)
  await replaceKeys(scope, groupId, facts ? keysOf(facts, city) : [])
  const found = facts ? await findDuplicates(scope, city, { facts, except: groupId }) : []
  const listed = found.filter(({ points }) => isListed(points))
  await replaceSuspicions(scope, groupId, listed)
}

/** So many groups are done in one transaction; the next hour goes on with the rest. */
const mostAtOnce = 2_000

/** Does the groups that were changed since they were last done. */
export const knowAllAgain = async (scope: Scope, city: City): Promise<void> => {
  for (const groupId of await listStaleGroups(scope, mostAtOnce))
    await knowAgain(scope, city, groupId)
}
