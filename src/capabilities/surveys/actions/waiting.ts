import type { Scope } from '#data/scope.ts'
import type { Person } from '#kernel/actor.ts'
import { listWaitingFor, type WaitingSurvey } from '../queries/asked.ts'
import type { OpenedWaiting } from '../waiting.ts'
import { revealCode } from './asked.ts'

/** Surveys that wait, each with the code of whoever is to answer it. */
export const openWaiting = (
  scope: Scope,
  waiting: readonly WaitingSurvey[],
  groupNames: ReadonlyMap<string, string>,
): readonly OpenedWaiting[] =>
  waiting.map(({ id, texts, closesOn, groupId, locked }) => ({
    id,
    texts,
    closesOn,
    code: revealCode(scope, id, locked),
    groupName: groupId === null ? null : (groupNames.get(groupId) ?? ''),
  }))

/** Surveys that wait for somebody's groups, by the groups' names, or for themselves as staff. 1 query. */
export const listWaitingSurveys = async (
  scope: Scope,
  person: Person,
  groups: readonly { readonly id: string; readonly name: string }[],
): Promise<readonly OpenedWaiting[]> => {
  const groupIds = groups.map(({ id }) => id)
  const waiting = await listWaitingFor(scope, { groupIds, accountId: person.accountId })
  return openWaiting(scope, waiting, new Map(groups.map(({ id, name }) => [id, name])))
}
