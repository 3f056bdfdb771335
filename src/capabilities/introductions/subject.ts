import type { Subject } from '#web/capability.ts'
import { findGroup } from '../groups/index.ts'
import { pageKind } from './introduction.ts'
import { answerKind } from './offer.ts'
import { paths } from './paths.ts'
import { canSeeUnpublished } from './policy.ts'

/** Files behind a group's page. What everyone may see of them has addresses of its own. */
export const pageSubject: Subject = {
  kind: pageKind,
  canRead: async (scope, id) => {
    const group = await findGroup(scope, id)
    return group !== undefined && canSeeUnpublished(scope.actor, group)
  },
  pathOf: (citySlug, id) => paths.hub(citySlug, id),
}

/** A conversation about an offer; its page takes its messages itself, because the other side is told by mail. */
export const answerSubject: Subject = {
  kind: answerKind,
  canRead: async () => false,
  pathOf: (citySlug, id) => paths.answer(citySlug, id),
}
