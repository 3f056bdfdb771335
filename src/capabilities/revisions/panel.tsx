import type { Panel } from '#web/capability.ts'
import { newFormKey } from '#web/page.tsx'
import { findGroup, getRegistrationPreset, isDeskOf } from '../groups/index.ts'
import { listFurtherClasses } from './further.ts'
import { canBegin, canSee } from './policy.ts'
import { listHeldClasses } from './queries/held.ts'
import { listRevisionsOf } from './queries/revisions.ts'
import { RevisionPanel } from './views/panel.tsx'

/** On the page of a registration: the ways to change and renew it. */
export const revisionPanel: Panel = {
  place: 'registration',
  order: 10,
  render: async ({ scope, city, language }, { id }) => {
    const group = await findGroup(scope, id)
    if (!group?.number) return null
    const revisions = (await listRevisionsOf(scope, id)).filter(
      (revision) => canSee(scope.actor, group, revision).ok,
    )
    const begin = canBegin(scope.actor, group).ok
    if (!begin && revisions.length === 0) return null
    const { classes } = await getRegistrationPreset(scope)
    const held = await listHeldClasses(scope, id)
    return (
      <RevisionPanel
        lang={language}
        citySlug={city.slug}
        group={group}
        revisions={revisions}
        further={listFurtherClasses(classes, { own: group.class, held })}
        may={{ begin, desk: isDeskOf(scope.actor, group) }}
        newKey={newFormKey}
      />
    )
  },
}
