import type { PlainDate } from '#kernel/calendar.ts'
import { dueAfter } from '#kernel/deadline.ts'
import type { TaskDraft } from '../procedures/index.ts'
import { type CalendarStep, findStep } from '../programmes/index.ts'
import { paths } from './paths.ts'
import type { Review } from './review.ts'

const titles = {
  declare: { ja: '審査する提案について利害関係を申告する', en: 'Declare your interests' },
  score: { ja: '提案を読んで採点する', en: 'Read and score the proposals' },
  close: { ja: '採点の進み具合を確かめ、締め切る', en: 'Follow the scoring and close it' },
  decide: { ja: '順位表をもとに、提案ごとに決定する', en: 'Decide on each proposal' },
  reply: {
    ja: '次点としてお示しした額への返事をする',
    en: 'Answer the offer made to you in reserve',
  },
} as const

/** What is done with a proposal that is ready: without a review, with one that scores, with one that is closed. */
export const readyTitles = {
  open: { ja: '審査を始める', en: 'Begin the review' },
  add: { ja: '進んでいる審査に、この提案を加える', en: 'Add it to the review that is running' },
  afterThis: {
    ja: '今の審査の結果を決めて、次の審査に備える',
    en: 'Finish the review that is running; a further one takes this proposal',
  },
} as const

/** What a member of the committee does next. */
export const memberTask = (
  citySlug: string,
  review: Pick<Review, 'id' | 'dueOn'>,
  step: 'declare' | 'score',
  accountId: string,
): TaskDraft => ({
  step,
  title: titles[step],
  assignee: { accountId, role: 'reviewer' },
  url: step === 'declare' ? paths.interest(citySlug, review.id) : paths.show(citySlug, review.id),
  dueOn: review.dueOn,
})

/** The day by which the call's calendar has decided; 30 days from now when that is over or was not named. */
export const decisionDayOf = (
  call: { readonly calendar: readonly CalendarStep[] },
  today: PlainDate,
): PlainDate => {
  const named = findStep(call.calendar, 'decision')?.to
  return named && named >= today ? named : dueAfter(today, 30)
}

/** What the office does next, until the day the review names. */
export const officeTask = (
  citySlug: string,
  review: Pick<Review, 'id' | 'dueOn'>,
  step: 'close' | 'decide',
): TaskDraft => ({
  step,
  title: titles[step],
  assignee: { role: 'office' },
  url:
    step === 'close' ? paths.progress(citySlug, review.id) : paths.decisions(citySlug, review.id),
  dueOn: review.dueOn,
})

/** What a group in reserve does next. */
export const replyTask = (
  citySlug: string,
  offer: { readonly proposalId: string; readonly groupId: string; readonly replyBy: PlainDate },
): TaskDraft => ({
  step: 'reply',
  title: titles.reply,
  assignee: { groupId: offer.groupId },
  url: paths.offer(citySlug, offer.proposalId),
  dueOn: offer.replyBy,
})

/** How timeline and tasks know a review. */
export const subjectOf = (review: Pick<Review, 'id' | 'title'>) => ({
  kind: 'review',
  id: review.id,
  title: review.title.ja,
  titleEn: review.title.en,
})
