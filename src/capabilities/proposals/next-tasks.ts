import type { Bilingual } from '#kernel/bilingual.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { dueAfter } from '#kernel/deadline.ts'
import type { Assignee, TaskDraft } from '../procedures/index.ts'
import { paths } from './paths.ts'
import type { Proposal, ProposalState } from './proposal.ts'

const titles = {
  write: { ja: '提案を書いて送る', en: 'Write and send the proposal' },
  enter: { ja: '紙の提案を入力する', en: 'Enter the proposal from paper' },
  check: { ja: '提案の書類を確認する', en: 'Check the papers of the proposal' },
  read: {
    ja: '課のテーマに届いた提案を読む（書類の確認の後に、協議が始まります）',
    en: 'Read the proposal for your theme (the talks begin once its papers are checked)',
  },
  mend: { ja: '提案を直して送る', en: 'Correct and send the proposal' },
  collect: { ja: '補正を団体から受け取って入力する', en: 'Enter the correction for the group' },
  negotiate: {
    ja: '協議シートを書き、確認する',
    en: 'Write the sheet of the talks and confirm it',
  },
  negotiateFor: {
    ja: '協議シートへの団体の記入と確認を代わりに入力する',
    en: 'Enter the group’s part of the talks and its confirmation',
  },
  openReview: { ja: '審査を始める', en: 'Begin the review' },
  review: { ja: '審査をして、結果を決める', en: 'Review it and decide' },
  settleReserve: { ja: '次点の扱いを決める', en: 'Settle the reserve' },
} as const satisfies Record<string, Bilingual>

/** The step of a proposal that is under review: it is worked on in the review, with the others of its round. */
export const reviewedStep = 'decide'

/** The step of a proposal that waits for a committee; its review says whether one runs already. */
export const readyStep = 'open-review'

/** Steps of the two sides' tasks, so that one can be closed without the other. */
export const sideSteps = { group: 'negotiate-group', department: 'negotiate-department' } as const

/** A step of the call's year with its days. */
export type CallDays = {
  readonly closesOn: PlainDate
  readonly calendar: readonly {
    readonly step: string
    readonly from: PlainDate
    readonly to: PlainDate
  }[]
}

type TaskProposal = Pick<Proposal, 'id' | 'groupId' | 'department' | 'channel'>

export type TaskPlace = {
  readonly citySlug: string
  readonly today: PlainDate
  readonly call: CallDays
  readonly correctionDue: PlainDate | null
}

/**
 * The day the call's calendar names, or so many days from today once that has passed: what comes late
 * still has a day.
 */
const dayOf = (
  { call, today }: TaskPlace,
  wanted: { readonly step: string; readonly end: 'from' | 'to'; readonly graceDays: number },
): PlainDate => {
  const named = call.calendar.find(({ step }) => step === wanted.step)?.[wanted.end]
  return named && named >= today ? named : dueAfter(today, wanted.graceDays)
}

/** Until when the office checks the papers of a proposal that arrives on a day. */
export const checkDeadline = (place: TaskPlace): PlainDate =>
  dayOf(place, { step: 'formal_check', end: 'to', graceDays: 7 })

/** Until when both sides should have agreed. */
export const negotiationDeadline = (place: TaskPlace): PlainDate =>
  dayOf(place, { step: 'negotiation', end: 'to', graceDays: 14 })

/** The group, and the office too where the group comes on paper: it may have nobody with an account. */
const writers = (
  proposal: TaskProposal,
  task: Omit<TaskDraft, 'assignee' | 'title'> & {
    readonly own: Bilingual
    readonly instead: Bilingual
  },
): TaskDraft[] => {
  const { own, instead, ...rest } = task
  const group: TaskDraft = { ...rest, title: own, assignee: { groupId: proposal.groupId } }
  return proposal.channel === 'web'
    ? [group]
    : [group, { ...rest, title: instead, assignee: { role: 'office' } }]
}

/** The tasks of both sides of the table. */
export const negotiationTasks = (
  proposal: TaskProposal,
  place: TaskPlace,
): readonly TaskDraft[] => {
  const url = paths.negotiation(place.citySlug, proposal.id)
  const dueOn = negotiationDeadline(place)
  const department: Assignee = proposal.department
    ? { role: 'department', department: proposal.department }
    : { role: 'office' }
  return [
    ...writers(proposal, {
      step: sideSteps.group,
      own: titles.negotiate,
      instead: titles.negotiateFor,
      url,
      dueOn,
    }),
    { step: sideSteps.department, title: titles.negotiate, assignee: department, url, dueOn },
  ]
}

/** A theme's department knows its proposal from the first day: it reads while the office checks the papers. */
const readingTasks = (proposal: TaskProposal, place: TaskPlace): readonly TaskDraft[] =>
  proposal.department === null
    ? []
    : [
        {
          step: 'read',
          title: titles.read,
          assignee: { role: 'department', department: proposal.department },
          url: paths.show(place.citySlug, proposal.id),
          dueOn: checkDeadline(place),
        },
      ]

/** Who acts next in that state, and until when. */
export const tasksIn = (
  state: ProposalState,
  proposal: TaskProposal,
  place: TaskPlace,
): readonly TaskDraft[] => {
  const { citySlug, call, correctionDue } = place
  const edit = paths.edit(citySlug, proposal.id)
  const forOffice = (step: string, title: Bilingual, dueOn?: PlainDate): TaskDraft => ({
    step,
    title,
    assignee: { role: 'office' },
    url: paths.officeReview(citySlug, proposal.id),
    dueOn,
  })
  switch (state) {
    case 'draft':
      return writers(proposal, {
        step: 'submit',
        own: titles.write,
        instead: titles.enter,
        url: edit,
        dueOn: call.closesOn,
      })
    case 'submitted':
      return [
        {
          ...forOffice('check', titles.check, checkDeadline(place)),
          url: paths.formalCheck(citySlug, proposal.id),
        },
        ...readingTasks(proposal, place),
      ]
    case 'returned':
      return writers(proposal, {
        step: 'resubmit',
        own: titles.mend,
        instead: titles.collect,
        url: edit,
        dueOn: correctionDue ?? undefined,
      })
    case 'negotiating':
      return negotiationTasks(proposal, place)
    case 'ready': {
      const named = call.calendar.find(({ step }) => step === 'screening')
        ? 'screening'
        : 'presentation'
      const dueOn = dayOf(place, { step: named, end: 'from', graceDays: 14 })
      return [forOffice(readyStep, titles.openReview, dueOn)]
    }
    // Told on the proposal's page; on the desk the whole round has one entry, that of its review.
    case 'reviewing':
      return [
        forOffice(
          reviewedStep,
          titles.review,
          dayOf(place, { step: 'decision', end: 'to', graceDays: 30 }),
        ),
      ]
    case 'reserve':
      return [
        forOffice(
          'settle-reserve',
          titles.settleReserve,
          dayOf(place, { step: 'agreement', end: 'to', graceDays: 14 }),
        ),
      ]
    default:
      return []
  }
}
