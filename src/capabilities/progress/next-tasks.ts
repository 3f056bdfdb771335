import { addDays, tokyoDayOf } from '#kernel/calendar.ts'
import { formatFiscalYear } from '#kernel/era.ts'
import type { TaskDraft } from '../procedures/index.ts'
import { paths, type YearPlace } from './paths.ts'
import {
  type Part,
  type PartState,
  partKind,
  type Round,
  type RoundState,
  roundKind,
} from './round.ts'

type Of = Pick<Round, 'planId' | 'fiscalYear' | 'planTitle' | 'dueOn'>

/** The year of the plan as addresses name it. */
export const placeOf = (city: string, round: Pick<Round, 'planId' | 'fiscalYear'>): YearPlace => ({
  city,
  plan: round.planId,
  year: round.fiscalYear,
})

const nameOf = (round: Of) => ({
  title: `${round.planTitle.ja}　${formatFiscalYear(round.fiscalYear, 'ja')}の進捗`,
  titleEn: `${round.planTitle.en}, progress of ${formatFiscalYear(round.fiscalYear, 'en')}`,
})

/** What history and tasks call a round. */
export const roundSubject = (round: Of & Pick<Round, 'id'>) => ({
  kind: roundKind,
  id: round.id,
  ...nameOf(round),
})

/** What they call a department's share of it. */
export const partSubject = (round: Of, part: Pick<Part, 'id'>) => ({
  kind: partKind,
  id: part.id,
  ...nameOf(round),
})

const titles = {
  write: { ja: '計画の進捗を報告する', en: 'Report the progress of the plan' },
  mend: { ja: '進捗の報告を直して送り直す', en: 'Mend the report and send it again' },
  check: { ja: '担当課の報告を確かめる', en: 'Check the report of a department' },
  collect: {
    ja: '報告がそろったら、委員会に意見を求める',
    en: 'Ask the committee once the reports are in',
  },
  comment: { ja: '計画の進捗に意見を書く', en: 'Comment on the progress of the plan' },
  closeCommittee: { ja: '委員会の意見を締める', en: 'Close the comments of the committee' },
  answer: { ja: '意見に回答し、年度の報告を公開する', en: 'Answer the comments and publish' },
} as const

/** Days that each step after the departments' deadline is given. */
export const stepDays = { check: 7, mend: 7, committee: 30, answer: 30 } as const

type Around = { readonly city: string; readonly now: Date }

const inDays = ({ now }: Around, days: number) => addDays(tokyoDayOf(now), days)

/** Who must act on a department's share that stands like this. */
export const tasksOfPart = (
  round: Of,
  part: Pick<Part, 'department'> & { readonly state: PartState },
  around: Around,
): readonly TaskDraft[] => {
  const at = placeOf(around.city, round)
  const assignee = { role: 'department', department: part.department } as const
  const url = paths.report(at, part.department)
  switch (part.state) {
    case 'writing':
      return [{ step: 'write', title: titles.write, assignee, url, dueOn: round.dueOn }]
    case 'returned':
      return [
        { step: 'mend', title: titles.mend, assignee, url, dueOn: inDays(around, stepDays.mend) },
      ]
    case 'sent':
      return [
        {
          step: 'check',
          title: titles.check,
          assignee: { role: 'office' },
          url: paths.check(at, part.department),
          dueOn: inDays(around, stepDays.check),
        },
      ]
    case 'accepted':
      return []
  }
}

/** Who must act on a round in that state. */
export const tasksOfRound = (
  round: Of,
  state: RoundState,
  around: Around,
): readonly TaskDraft[] => {
  const at = placeOf(around.city, round)
  const office = { role: 'office' } as const
  switch (state) {
    case 'reporting':
      return [
        {
          step: 'collect',
          title: titles.collect,
          assignee: office,
          url: paths.round(at),
          dueOn: round.dueOn,
        },
      ]
    case 'committee': {
      const dueOn = inDays(around, stepDays.committee)
      return [
        {
          step: 'comment',
          title: titles.comment,
          assignee: { role: 'reviewer' },
          url: paths.committee(at),
          dueOn,
        },
        {
          step: 'close-committee',
          title: titles.closeCommittee,
          assignee: office,
          url: paths.round(at),
          dueOn,
        },
      ]
    }
    case 'answering':
      return [
        {
          step: 'answer',
          title: titles.answer,
          assignee: office,
          url: paths.answers(at),
          dueOn: inDays(around, stepDays.answer),
        },
      ]
    case 'published':
      return []
  }
}
