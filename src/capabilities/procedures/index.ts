import type { Capability } from '#web/capability.ts'
import { holdings } from './holdings.ts'
import { subjectRoutes } from './routes.tsx'

export { recordBeginning } from './beginning.ts'
export { askEvents, insertEvent, insertEvents, listEvents } from './event-queries.ts'
export { acceptedEndings, type FileProblem } from './file.ts'
export { listFiles, purgeFiles, removeFiles, type StoredFile } from './file-queries.ts'
export { copyFiles, keepBytes, keepMade, keepUpload } from './files.ts'
export { countOwnMessages, insertMessage, listMessages, type Message } from './message-queries.ts'
export { askNotices, listNotices, type Notice } from './notice-queries.ts'
export { issueNotice, type NoticeDraft, noticePurpose } from './notices.ts'
export { takeNumber, takeNumbers } from './number-queries.ts'
export { paths as procedurePaths } from './paths.ts'
export {
  actorText,
  departmentRole,
  type RoleCode,
  roleCodeOf,
  roleText,
} from './role.ts'
export { type Step, takeStep } from './step.ts'
export type { SubjectRef } from './subject.ts'
export type { Assignee, Task, TaskDraft } from './task.ts'
export {
  closeTasks,
  insertTask,
  insertTasks,
  listTasksFor,
  listTasksOf,
  renameTasks,
  replaceTasks,
} from './task-queries.ts'
export { type Channel, channels, type EventDraft, type TimelineEntry } from './timeline.ts'
export { recountFiles } from './upload-queries.ts'
export { Conversation } from './views/conversation.tsx'
export { DueDay } from './views/due-day.tsx'
export { History } from './views/history.tsx'
export { assigneeText, isMine, NextSteps } from './views/next-steps.tsx'
export { FileLinks, Notices, sizeText } from './views/papers.tsx'

/** 手続き: what every procedure has in common: history, who acts next, numbers, letters, files, messages. */
export const procedures: Capability = {
  name: 'procedures',
  routesWith: ({ subjects }) => subjectRoutes(subjects),
  holdings,
}
