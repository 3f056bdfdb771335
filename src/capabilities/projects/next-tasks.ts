import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { dueAfter } from '#kernel/deadline.ts'
import type { Assignee, TaskDraft } from '../procedures/index.ts'
import type { DueDays } from './calendar.ts'
import { paths } from './paths.ts'
import { type AgreementHead, currentYear, type Project, type Side, sides } from './project.ts'
import { checkDays, type ProjectYear } from './project-year.ts'

/** How a project stands after a step, as far as somebody must act on it. */
export type Standing = Pick<
  Project,
  'id' | 'groupId' | 'department' | 'state' | 'hasRepresentative' | 'years' | 'continuation'
> & { readonly agreement: Pick<AgreementHead, 'state' | 'signed' | 'looked'> }

type Around = { readonly citySlug: string; readonly now: Date; readonly due: DueDays }

const titles = {
  look: {
    ja: '協定書の本文を確かめる（直すところがあれば直す）',
    en: 'Read the agreement, and mend it where needed',
  },
  settle: { ja: '協定書の本文を確定する', en: 'Settle the text of the agreement' },
  sign: { ja: '協定書に署名する', en: 'Sign the agreement' },
  interim: { ja: '中間ふりかえりを提出する', en: 'Send the interim review' },
  answer: { ja: '中間ふりかえりに返答する', en: 'Answer the interim review' },
  report: { ja: '実績を報告する', en: 'Hand in the report' },
  check: { ja: '実績報告を確かめる', en: 'Check the report' },
  correct: { ja: '実績報告を直して送る', en: 'Correct the report and send it again' },
  evaluate: { ja: '評価を始める', en: 'Begin the evaluation' },
  continuation: { ja: '終了後の展開を記録する', en: 'Record what became of the project' },
} as const

/** Whoever works for the group: its people, or the office where they have no account. */
const groupOf = (standing: Standing): Assignee =>
  standing.hasRepresentative ? { groupId: standing.groupId } : { role: 'office' }

const departmentOf = ({ department }: Standing): Assignee => ({ role: 'department', department })

const agreementTasks = (standing: Standing, { citySlug, due }: Around): readonly TaskDraft[] => {
  const { id, agreement } = standing
  const dueOn = due.agreement
  if (agreement.state === 'drafting') {
    const look = {
      step: 'look',
      title: titles.look,
      url: paths.agreement(citySlug, id),
      dueOn,
    }
    const reader: Readonly<Record<Side, Assignee>> = {
      group: groupOf(standing),
      city: departmentOf(standing),
    }
    return [
      ...sides
        .filter((side) => !agreement.looked.includes(side))
        .map((side) => ({ ...look, assignee: reader[side] })),
      {
        step: 'settle',
        title: titles.settle,
        url: paths.agreement(citySlug, id),
        dueOn,
        assignee: { role: 'office' },
      },
    ]
  }
  if (agreement.state === 'signed') return []
  const signer: Readonly<Record<Side, Assignee>> = {
    group: groupOf(standing),
    city: departmentOf(standing),
  }
  return sides
    .filter((side) => !agreement.signed.includes(side))
    .map((side) => ({
      step: `sign-${side}`,
      title: titles.sign,
      assignee: signer[side],
      url: paths.signature(citySlug, id),
      dueOn,
    }))
}

const answerDays = 14

/** Days after the published evaluation for writing down what became of the project. */
const continuationDays = 30

const yearTasks = (standing: Standing, year: ProjectYear, around: Around): readonly TaskDraft[] => {
  const { citySlug, now, due } = around
  const { id } = standing
  const report: TaskDraft = {
    step: 'report',
    title: titles.report,
    assignee: groupOf(standing),
    url: paths.report(citySlug, id),
    dueOn: due.report,
  }
  const interim: TaskDraft = {
    step: 'interim',
    title: titles.interim,
    assignee: groupOf(standing),
    url: paths.interim(citySlug, id),
    dueOn: due.interim,
  }
  const ahead = (days: number): PlainDate => dueAfter(tokyoDayOf(now), days)
  switch (year.state) {
    case 'running':
      return due.interim && !year.interimAt ? [interim, report] : [report]
    case 'interim':
      return [
        {
          step: 'answer-interim',
          title: titles.answer,
          assignee: departmentOf(standing),
          url: paths.interim(citySlug, id),
          dueOn: ahead(answerDays),
        },
        report,
      ]
    case 'reported':
      return [
        {
          step: 'check-report',
          title: titles.check,
          assignee: { role: 'office' },
          url: paths.reportCheck(citySlug, id),
          dueOn: ahead(checkDays),
        },
      ]
    case 'returned':
      return [{ ...report, title: titles.correct, dueOn: year.correctionDue ?? undefined }]
    case 'accepted':
      return []
  }
}

/** Who must act on a project that stands like this, and until when. */
export const tasksIn = (standing: Standing, around: Around): readonly TaskDraft[] => {
  const year = currentYear(standing)
  const { id, state } = standing
  const office = { role: 'office' } as const
  switch (state) {
    case 'agreeing':
      return agreementTasks(standing, around)
    case 'running':
      return year ? yearTasks(standing, year, around) : []
    case 'reported':
      if (year && year.state !== 'accepted') return yearTasks(standing, year, around)
      return [
        {
          step: 'evaluate',
          title: titles.evaluate,
          assignee: office,
          url: `${paths.show(around.citySlug, id)}/evaluation`,
          dueOn: around.due.evaluationFrom,
        },
      ]
    case 'completed':
      if (standing.continuation) return []
      return [
        {
          step: 'continuation',
          title: titles.continuation,
          assignee: office,
          url: paths.continuation(around.citySlug, id),
          dueOn: dueAfter(tokyoDayOf(around.now), continuationDays),
        },
      ]
    default:
      return []
  }
}
