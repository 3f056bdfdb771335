import type { Capability } from '#web/capability.ts'
import { surveyCounters } from './counters.ts'
import { questionnairesDataset } from './datasets.ts'
import { holdings } from './holdings.ts'
import { surveyJobs } from './jobs.ts'
import { waitingPanel } from './panels.tsx'
import { surveyRoutes } from './routes/index.ts'
import { surveyAsSubject } from './subject.ts'

export { putAside, submitAnswer } from './actions/answer.ts'
export { askPeople, surveyCodes } from './actions/asked.ts'
export { countSurveys as countSurveyAnswers } from './actions/count.ts'
export { beginExport as beginSurveyExport } from './actions/export.ts'
export { inviteSome as inviteToSurvey } from './actions/invite.ts'
export { beginSurvey } from './actions/keep.ts'
export { enterSheet, importSheets } from './actions/sheets.ts'
export { closeEarly, extendSurvey, publishDraft } from './actions/steps.ts'
export { listWaitingSurveys } from './actions/waiting.ts'
export {
  type AnswerMode,
  type Answers,
  answerModes,
  askedIn,
  type Given,
  nothingGiven,
  type Sheet,
  toSheet,
} from './answers.ts'
export { inJapanese } from './form.ts'
export type { ListedSurvey } from './listing.ts'
export { paths as surveyPaths } from './paths.ts'
export { canKeep as canKeepSurvey, canSee as canSeeSurvey, keepsSurvey } from './policy.ts'
export { publishSurvey } from './publish.ts'
export { countEnvelopes } from './queries/answers.ts'
export {
  type AskedCount,
  countAsked,
  listWaitingFor,
  type WaitingSurvey,
} from './queries/asked.ts'
export {
  countAnswers,
  countTexts,
  shiftTextCounts,
  type TextChange,
} from './queries/kept-counts.ts'
export { listSurveys } from './queries/lists.ts'
export { findSurvey, getSurvey, listWordings, lockSurvey } from './queries/surveys.ts'
export {
  type Choice,
  emptyQuestion,
  hasChoices,
  isOneChoice,
  noWords,
  numberOf,
  type Question,
  type QuestionKind,
  type Questionnaire,
  type Reading,
  read,
  readingOf,
  type Words,
} from './questionnaire.ts'
export {
  marks,
  numberShift,
  packChoices,
  type Slot,
  slotsOf,
  slotsOfQuestion,
  unpackChoices,
} from './slots.ts'
export {
  isAnswerable,
  type Survey,
  type SurveyFacts,
  type SurveyState,
  type SurveyTexts,
  standingAt,
  subjectOf as surveySubjectOf,
  surveyKind,
} from './survey.ts'
export { WaitingSurveys } from './views/waiting.tsx'
export type { OpenedWaiting } from './waiting.ts'

/** アンケート: questionnaires, who is asked, and answers that lead to nobody. */
export const surveys: Capability = {
  name: 'surveys',
  routesWith: ({ panels }) => surveyRoutes(panels),
  subjects: [surveyAsSubject],
  panels: [waitingPanel],
  jobs: surveyJobs,
  counters: surveyCounters,
  holdings,
  datasets: [questionnairesDataset],
}
