import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import type { Yen } from '#kernel/money.ts'
import { defineWorkflow, type StateOf, type TransitionNameOf } from '#kernel/workflow.ts'
import type { AgreementState } from './agreement.ts'
import type { Continuation } from './continuation.ts'
import type { ProjectYear } from './project-year.ts'

const both = (ja: string, en: string): Bilingual => ({ ja, en })
const same = (ja: string, en: string) => ({ staff: both(ja, en), applicant: both(ja, en) })

/** 協働事業 from the decision that selected it to its evaluation. Its years have a table of their own. */
export const projectWorkflow = defineWorkflow({
  initial: 'agreeing',
  states: {
    agreeing: {
      ...same('準備中（協定・開始前）', 'Being prepared (agreement, start)'),
      waitsFor: ['group', 'department', 'office'],
    },
    running: { ...same('実施中', 'Running'), waitsFor: 'group' },
    reported: { ...same('実績報告済み', 'Reported'), waitsFor: 'office' },
    evaluating: { ...same('評価中', 'Being evaluated'), waitsFor: 'office' },
    completed: { ...same('完了', 'Completed'), final: true },
    terminated: { ...same('中止', 'Terminated'), final: true },
  },
  transitions: [
    {
      name: 'begin',
      from: ['agreeing'],
      to: 'running',
      // Nobody presses a button for this: the day comes, or the last signature is late.
      by: ['system', 'group', 'department', 'office'],
      label: both('事業を開始', 'Project begun'),
    },
    {
      name: 'report',
      from: ['running'],
      to: 'reported',
      by: ['group'],
      label: both('最後の年度の実績を報告', 'Last year reported'),
    },
    {
      name: 'return-report',
      from: ['reported'],
      to: 'running',
      by: ['office'],
      label: both('実績報告の補正を依頼', 'Correction of the report asked for'),
      reasonRequired: true,
    },
    {
      name: 'evaluate',
      from: ['reported'],
      to: 'evaluating',
      by: ['office', 'system'],
      label: both('評価を開始', 'Evaluation begun'),
    },
    {
      name: 'complete',
      from: ['evaluating'],
      to: 'completed',
      by: ['office'],
      label: both('事業を完了', 'Project completed'),
    },
    {
      name: 'close',
      from: ['reported', 'evaluating'],
      to: 'completed',
      by: ['office'],
      label: both('評価をしないまま完了', 'Completed without an evaluation'),
      reasonRequired: true,
    },
    {
      name: 'terminate',
      from: ['agreeing', 'running', 'reported'],
      to: 'terminated',
      by: ['office'],
      label: both('事業を中止', 'Terminated'),
      reasonRequired: true,
    },
  ],
})

export type ProjectState = StateOf<typeof projectWorkflow>
export type ProjectStep = TransitionNameOf<typeof projectWorkflow>

/** All states, in the order in which a project passes through them. */
export const projectStates = Object.keys(projectWorkflow.states) as readonly ProjectState[]

/** The two sides of a joint project. */
export const sides = ['group', 'city'] as const
export type Side = (typeof sides)[number]

export const otherSide = (side: Side): Side => (side === 'group' ? 'city' : 'group')

/** True for a side that a form may name. */
export const isSide = (value: string): value is Side => (sides as readonly string[]).includes(value)

/** What lists show of a project. */
export type ProjectHead = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly groupId: string
  readonly groupName: string
  readonly department: string
  readonly modes: readonly string[]
  readonly state: ProjectState
  readonly firstFiscalYear: number
  readonly lastFiscalYear: number
  readonly cityShare: Yen
  readonly outcome: Continuation['outcome'] | null
  readonly updatedAt: Date
}

/** How far the agreement has come, as the project's own page tells it. */
export type AgreementHead = {
  readonly state: AgreementState
  /** Sides whose signature stands. */
  readonly signed: readonly Side[]
  /** Sides that have looked at the text as it stands. */
  readonly looked: readonly Side[]
  /** In English as far as the programme has a name for the article, else as it was written. */
  readonly articleTitles: readonly Bilingual[]
  readonly signedAt: Date | null
  readonly documentNumber: string | null
}

/** 中止: a project that ended before its time, and why. */
export type Termination = { readonly reason: string; readonly at: Date }

export type Project = ProjectHead & {
  readonly proposalId: string
  readonly receiptNumber: string | null
  readonly callId: string
  readonly programmeId: string
  readonly theme: { readonly id: string; readonly title: string } | null
  /** Only an issue that everyone may read. */
  readonly issue: { readonly id: string; readonly title: string } | null
  /** False where the group came on paper and its leader has no account. */
  readonly hasRepresentative: boolean
  readonly years: readonly ProjectYear[]
  readonly agreement: AgreementHead
  readonly continuation: Continuation | null
  readonly termination: Termination | null
  readonly createdAt: Date
}

/** The kind under which timeline, tasks, files and messages know a project. */
export const projectKind = 'project'

/** What the timeline and tasks call this project. */
export const subjectOf = (project: Pick<Project, 'id' | 'title'>) => ({
  kind: projectKind,
  id: project.id,
  title: project.title,
})

/** Everything whose public history is part of the project's: from the issue on. */
export const lineOf = (project: Pick<Project, 'id' | 'proposalId' | 'theme' | 'issue'>) => [
  ...(project.issue ? [{ kind: 'issue', id: project.issue.id }] : []),
  ...(project.theme ? [{ kind: 'theme', id: project.theme.id }] : []),
  { kind: 'proposal', id: project.proposalId },
  { kind: projectKind, id: project.id },
  { kind: 'evaluation', id: project.id },
]

/** The year that is being worked on, or was last; undefined before the project begins. */
export const currentYear = (project: Pick<Project, 'years'>): ProjectYear | undefined =>
  project.years.at(-1)

export const isLastYear = (project: Pick<Project, 'lastFiscalYear'>, fiscalYear: number): boolean =>
  fiscalYear >= project.lastFiscalYear

/** First and last day of the years for which the project was selected. */
export type Period = { readonly from: PlainDate; readonly to: PlainDate }
