import { isOfGroup } from '#kernel/actor.ts'
import type { Panel } from '#web/capability.ts'
import { findGroup } from '../groups/index.ts'
import { openWaiting } from './actions/waiting.ts'
import { listWaitingFor } from './queries/asked.ts'
import { WaitingSurveys } from './views/waiting.tsx'

/** On the page of a group, for its own people alone: surveys that wait for the group's answer. */
export const waitingPanel: Panel = {
  place: 'group-own',
  order: 5,
  render: async ({ scope, city, language }, { id }) => {
    if (!isOfGroup(scope.actor, id)) return null
    const waiting = await listWaitingFor(scope, { groupIds: [id], accountId: null })
    if (waiting.length === 0) return null
    const group = await findGroup(scope, id)
    const names = new Map([[id, group?.name ?? '']])
    return (
      <WaitingSurveys
        lang={language}
        city={city}
        now={scope.now}
        waiting={openWaiting(scope, waiting, names)}
      />
    )
  },
}
