import { type PlainDate, tokyoDayOf } from '#kernel/calendar.ts'
import { dueAfter } from '#kernel/deadline.ts'
import type { Assignee, TaskDraft } from '../procedures/index.ts'
import type { Project, Side } from '../projects/index.ts'
import { openSeats, type Seat } from './assessment.ts'
import { type Evaluation, hasConfirmed, hasSubmitted, stepDays } from './evaluation.ts'
import { beganOn } from './expected.ts'
import { paths } from './paths.ts'

/** How an evaluation stands after a step, as far as somebody must act on it. */
export type Standing = Pick<
  Evaluation,
  | 'projectId'
  | 'state'
  | 'dueOn'
  | 'submitted'
  | 'confirmed'
  | 'mutualRevision'
  | 'mutualClosedAt'
  | 'thirdPartyClosedAt'
>

type Around = {
  readonly citySlug: string
  readonly now: Date
  readonly project: Pick<Project, 'groupId' | 'department' | 'hasRepresentative'>
  readonly seats: readonly Seat[]
}

const titles = {
  self: { ja: '自己評価をする', en: 'Write the self-evaluation' },
  mutual: { ja: '評価の違いを話し合い、確認する', en: 'Talk over the differences and confirm' },
  assess: { ja: '第三者として評価する', en: 'Write the third-party evaluation' },
  closeThirdParty: { ja: '第三者評価を締める', en: 'Close the third-party evaluation' },
  answer: { ja: '市の回答を書いて公開する', en: 'Write the city’s answer and publish' },
} as const

const sides: readonly Side[] = ['group', 'city']

const assigneeOf = (side: Side, { project }: Around): Assignee => {
  if (side === 'city') return { role: 'department', department: project.department }
  return project.hasRepresentative ? { groupId: project.groupId } : { role: 'office' }
}

/** The last day of the step, counted from where it began: the page that tells of the step counts so too. */
const dayOf = (standing: Standing, { now }: Around, days: number): PlainDate =>
  dueAfter(beganOn(standing) ?? tokyoDayOf(now), days)

const sideTasks = (
  standing: Standing,
  around: Around,
  given: { readonly step: 'self' | 'mutual'; readonly waits: (side: Side) => boolean },
): readonly TaskDraft[] =>
  sides.filter(given.waits).map((side) => ({
    step: `${given.step}-${side}`,
    title: titles[given.step],
    assignee: assigneeOf(side, around),
    url: paths[given.step](around.citySlug, standing.projectId),
    dueOn: given.step === 'self' ? standing.dueOn : dayOf(standing, around, stepDays.mutual),
  }))

const thirdPartyTasks = (standing: Standing, around: Around): readonly TaskDraft[] => {
  const { citySlug, seats } = around
  const url = paths.thirdParty(citySlug, standing.projectId)
  const dueOn = dayOf(standing, around, stepDays.third_party)
  return [
    ...openSeats(seats).map(({ accountId }) => ({
      step: 'assess',
      title: titles.assess,
      assignee: { accountId },
      url,
      dueOn,
    })),
    {
      step: 'close-third-party',
      title: titles.closeThirdParty,
      assignee: { role: 'office' },
      url,
      dueOn,
    },
  ]
}

/** Who must act on an evaluation that stands like this, and until when. */
export const tasksIn = (standing: Standing, around: Around): readonly TaskDraft[] => {
  switch (standing.state) {
    case 'self':
      return sideTasks(standing, around, {
        step: 'self',
        waits: (side) => !hasSubmitted(standing, side),
      })
    case 'mutual':
      return sideTasks(standing, around, {
        step: 'mutual',
        waits: (side) => !hasConfirmed(standing, side),
      })
    case 'third_party':
      return thirdPartyTasks(standing, around)
    case 'answer':
      return [
        {
          step: 'answer',
          title: titles.answer,
          assignee: { role: 'office' },
          url: paths.answer(around.citySlug, standing.projectId),
          dueOn: dayOf(standing, around, stepDays.answer),
        },
      ]
    case 'published':
      return []
  }
}
