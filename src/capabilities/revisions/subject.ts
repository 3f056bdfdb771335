import type { Subject } from '#web/capability.ts'
import { findGroup } from '../groups/index.ts'
import { paths } from './paths.ts'
import { canReadPapers, canTalk } from './policy.ts'
import { findRevision } from './queries/revisions.ts'
import { revisionKind } from './revision.ts'

/** Files and messages about a change or a renewal: those who act for the group, and the desk. */
export const revisionSubject: Subject = {
  kind: revisionKind,
  canRead: async (scope, id) => {
    const revision = await findRevision(scope, id)
    const group = revision && (await findGroup(scope, revision.groupId))
    return group !== undefined && canReadPapers(scope.actor, group, revision!).ok
  },
  canTalk: async (scope, id) => {
    const revision = await findRevision(scope, id)
    const group = revision && (await findGroup(scope, revision.groupId))
    return group !== undefined && canTalk(scope.actor, group, revision!).ok
  },
  pathOf: paths.revision,
}
