import { type Capability, presetPart } from '#web/capability.ts'
import { groupFieldsDataset, groupsDataset } from './datasets.ts'
import { registeredGroups } from './live-figure.ts'
import { registrationPreset } from './preset.ts'
import { saveRegistrationSettings } from './queries/settings.ts'
import { groupRoutes } from './routes.ts'
import { groupSubject } from './subject.ts'

export { approveRegistration, decideRegistration } from './actions/decide.ts'
export { addMember } from './actions/members.ts'
export { type SaveRefusal, type SentRegistration, saveRegistration } from './actions/save.ts'
export { startRegistration } from './actions/start.ts'
export { type Group, groupKind, isRegistered } from './group.ts'
export { paths as groupPaths } from './paths.ts'
export { countGroups } from './queries/directory.ts'
export { findGroup, getGroup, listGroupNames } from './queries/groups.ts'
export {
  listMemberEmails,
  listMyGroups,
  type MemberEmail,
  type MyGroup,
} from './queries/members.ts'
export { getRegistrationSettings } from './queries/settings.ts'
export { type GroupState, lastValidDay, registration } from './registration.ts'
export { groupRoutes } from './routes.ts'

/** 団体: registration, the directory, a page for every registered group. */
export const groups: Capability = {
  name: 'groups',
  routesWith: ({ panels }) => groupRoutes(panels),
  presets: [
    presetPart({
      path: 'registration.json',
      schema: registrationPreset,
      load: saveRegistrationSettings,
    }),
  ],
  subjects: [groupSubject],
  figures: [registeredGroups],
  datasets: [groupsDataset, groupFieldsDataset],
}
