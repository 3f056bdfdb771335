import type { Subject } from '#web/capability.ts'
import { noticePurpose } from '../procedures/index.ts'
import { groupKind } from './group.ts'
import { paths } from './paths.ts'
import { canReadFile, canTalk } from './policy.ts'
import { findGroup } from './queries/groups.ts'

/** Files, letters and messages about a group. */
export const groupSubject: Subject = {
  kind: groupKind,
  canRead: async (scope, id, purpose) => {
    const group = await findGroup(scope, id)
    return group !== undefined && canReadFile(scope.actor, group, purpose === noticePurpose).ok
  },
  canTalk: async (scope, id) => {
    const group = await findGroup(scope, id)
    return group !== undefined && canTalk(scope.actor, group).ok
  },
  pathOf: (citySlug, id) => paths.registration(citySlug, id),
}
