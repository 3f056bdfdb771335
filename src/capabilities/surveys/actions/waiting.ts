import type { Scope } from '#data/scope.ts'
import type { WaitingSurvey } from '../queries/asked.ts'
import type { OpenedWaiting } from '../views/waiting.tsx'
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
