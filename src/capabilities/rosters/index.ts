import { type Capability, presetPart } from '#web/capability.ts'
import { purgeLeavers } from './actions/keeping.ts'
import { holdings } from './holdings.ts'
import { rosterPanels } from './panels.tsx'
import { rosterPaper } from './paper.ts'
import { rosterPreset } from './preset.ts'
import { saveRosterRules } from './queries/settings.ts'
import { entryRoutes } from './routes/entry-routes.tsx'
import { fileRoutes } from './routes/file-routes.ts'
import { intakeRoutes } from './routes/intake-routes.tsx'
import { rosterRoutes } from './routes/roster-routes.tsx'

export { addPerson } from './actions/entries.ts'
export { showOfficers } from './actions/keeping.ts'
export { rosterPaths } from './paths.ts'
export { commonRules, type RosterRules } from './preset.ts'
export { countMembersOn, listOfficersOn, type WhoWas, wasMemberOn } from './queries/on-a-day.ts'
export { getRosterRules } from './queries/settings.ts'
export type { Officer, RosterCounts } from './roster.ts'

/** 名簿: who was a member or an officer of a group on which day. */
export const rosters: Capability = {
  name: 'rosters',
  routes: [...rosterRoutes, ...entryRoutes, ...intakeRoutes, ...fileRoutes],
  presets: [presetPart({ path: 'rosters/*.json', schema: rosterPreset, load: saveRosterRules })],
  panels: rosterPanels,
  holdings,
  papers: [rosterPaper],
  jobs: [{ name: 'rosters.purge', run: purgeLeavers, every: '50 3 * * *' }],
}
