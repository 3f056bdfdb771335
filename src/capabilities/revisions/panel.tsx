import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import type { Panel } from '#web/capability.ts'
import { newFormKey } from '#web/page.tsx'
import {
  findGroup,
  type Group,
  getRegistrationPreset,
  groupSubjectOf,
  isDeskOf,
  type RegistrationPreset,
  settingsOfClass,
} from '../groups/index.ts'
import { listTasksOf } from '../procedures/index.ts'
import { tellStep } from './actions/tell.ts'
import { lastLateDay } from './campaign.ts'
import { listFurtherClasses } from './further.ts'
import { canBegin, canSee } from './policy.ts'
import { listHeldClasses } from './queries/held.ts'
import { listRevisionsOf } from './queries/revisions.ts'
import { isOpen, type Revision } from './revision.ts'
import { RevisionPanel } from './views/panel.tsx'

/** Until when the renewal of a lapsed registration is still taken. */
const lateUntil = (
  preset: RegistrationPreset,
  given: {
    readonly group: Group
    readonly revisions: readonly Revision[]
    readonly today: PlainDate
  },
): PlainDate | undefined => {
  const { group, revisions, today } = given
  const waits = revisions.some((one) => one.kind === 'renewal' && isOpen(one))
  if (!waits || !group.validUntil) return undefined
  const days = settingsOfClass(preset, group.class).renewal?.lateDays ?? 0
  const until = lastLateDay(group.validUntil, days)
  return today <= until ? until : undefined
}

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
    const isDesk = isDeskOf(scope.actor, group)
    const tasks = isDesk ? await listTasksOf(scope, groupSubjectOf(group)) : []
    const tells = tasks.some(({ step }) => step === tellStep)
    const begin = canBegin(scope.actor, group).ok
    if (!begin && !tells && group.state !== 'lapsed' && revisions.length === 0) return null
    const preset = await getRegistrationPreset(scope)
    const { classes } = preset
    const held = await listHeldClasses(scope, id)
    return (
      <RevisionPanel
        lang={language}
        citySlug={city.slug}
        group={group}
        revisions={revisions}
        further={listFurtherClasses(classes, { own: group.class, held })}
        may={{ begin, desk: isDesk, tells }}
        lateUntil={lateUntil(preset, { group, revisions, today: tokyoDayOf(scope.now) })}
        newKey={newFormKey}
      />
    )
  },
}
