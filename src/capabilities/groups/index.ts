import { type Capability, presetPart } from '#web/capability.ts'
import { getCity } from '../cities/index.ts'
import { askToShowAgain, showAgain } from './actions/public-face.ts'
import { groupCounters } from './counters.ts'
import { groupFieldsDataset, groupsDataset } from './datasets.ts'
import { holdings } from './holdings.ts'
import { registeredGroups } from './live-figure.ts'
import { groupTables } from './live-tables.ts'
import { registrationPreset } from './preset.ts'
import { saveRegistrationSettings } from './queries/settings.ts'
import { groupRoutes } from './routes.ts'
import { groupSubject } from './subject.ts'

export { approveRegistration, decideRegistration } from './actions/decide.ts'
export {
  changeImportedGroups,
  type GroupDraft,
  type Importable,
  type ImportedGroup,
  importGroups,
  removeImportedGroups,
} from './actions/import.ts'
export { introduceGroup } from './actions/introduce.ts'
export { type GroupRecipient, listGroupRecipients } from './actions/letters.ts'
export { addMember } from './actions/members.ts'
export { findRegistrationSheet } from './actions/offers.ts'
export { showAgain } from './actions/public-face.ts'
export {
  addRegistration,
  type Renewed,
  renewFurther,
  renewRegistration,
} from './actions/renew.ts'
export { type RevisedRegistration, reissueCard, reviseRegistration } from './actions/revise.ts'
export { type SaveRefusal, type SentRegistration, saveRegistration } from './actions/save.ts'
export { startRegistration } from './actions/start.ts'
export { wholeCity } from './directory.ts'
export { isBlocking, type Violation } from './eligibility.ts'
export {
  type Group,
  groupKind,
  isRegistered,
  sheetKeyOf as registrationSheetKey,
  subjectOf as groupSubjectOf,
  wasRegistered,
} from './group.ts'
export {
  emptyIntroduction,
  type Introduction,
  type IntroductionPhoto,
  type IntroductionText,
  type PhotoSize,
  photoWidths,
} from './introduction.ts'
export { isSameOffer, longestTitle, withOffers } from './offers.ts'
export { forPaper } from './paper-form.ts'
export { paths as groupPaths } from './paths.ts'
export { actsFor, isDeskOf } from './policy.ts'
export type { RegistrationClass, RegistrationPreset, RegistrationSettings } from './preset.ts'
export { entryOf } from './profile.ts'
export { type Agreement, hasAgreed, keepAgreements, listAgreements } from './queries/agreements.ts'
export { countGroups } from './queries/directory.ts'
export {
  findGroup,
  getGroup,
  listGroupNames,
  listGroupsById,
  lockGroup,
  recordJointProjects,
} from './queries/groups.ts'
export { holdGroups, listImportable, listNumbered, type NumberedGroup } from './queries/import.ts'
export {
  findPresence,
  listMemberEmails,
  listMyGroups,
  type MemberEmail,
  type MyGroup,
  type Presence,
} from './queries/members.ts'
export { askMergedInto, closeMerged, type MergedGroup } from './queries/merges.ts'
export { listOfferLines } from './queries/offers.ts'
export {
  beginPeriod,
  countRegistrationMoves,
  endPeriods,
  listPeriods,
  type Period,
  type RegistrationMoves,
} from './queries/periods.ts'
export {
  getRegistrationPreset,
  getRegistrationSettings,
  settingsOfClass,
} from './queries/settings.ts'
export {
  answerDay,
  correctionDeadline,
  type GroupState,
  lastValidDay,
  registration,
  reviewDeadline,
} from './registration.ts'
export { groupRoutes } from './routes.ts'
export { inFormOrder, uploadProblems, violationProblems } from './save-problems.ts'
export { GroupPage } from './views/group-page.tsx'
export { GroupPhoto } from './views/group-photo.tsx'
export { ChannelField, paperChannels } from './views/start.tsx'
export { missesPeople, WithoutPeople } from './views/without-people.tsx'
export { judgeRegistration, withPolicy } from './visibility.ts'

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
  jobs: [
    { name: 'groups.show-again', run: askToShowAgain, unseen: true },
    {
      name: 'groups.show-one-again',
      run: async (scope, { groupId }) => showAgain(scope, await getCity(scope), String(groupId)),
    },
  ],
  subjects: [groupSubject],
  figures: [registeredGroups],
  liveTables: groupTables,
  counters: groupCounters,
  holdings,
  datasets: [groupsDataset, groupFieldsDataset],
}
