import { expect } from 'vitest'
import type { Story } from './cast.ts'
import { readProgramme } from './fill.ts'
import { readNext, takeUp } from './next.ts'
import type { Visitor } from './visitor.ts'

/** The two proposals before the committee: the first will win, the second not. */
export type Contest = { readonly proposal: string; readonly other: string }

/** The office puts the committee together and asks it to begin, early and with a reason. */
const openReview = async ({ cast }: Story): Promise<string> => {
  const { office, reviewers } = cast
  await office.open('/reviews')
  await office.press('main a[href*="/reviews/opening/"]')
  const opening = office.path()
  // Nobody sits on it yet.
  await office.send(
    opening,
    { due_on: '令和8年12月10日', reason: '早めに始めます。' },
    { status: 422 },
  )
  await office.press('main a[href$="/committee"]')
  const committee = office.path()
  for (const _ of reviewers) {
    const free = await office.page
      .locator('select[name="account"] option')
      .last()
      .getAttribute('value')
    await office.send(committee, { account: free ?? '' })
  }
  await office.open(opening)
  await office.send(opening, { due_on: '令和8年12月10日' }, { status: 422 })
  await office.send(opening, {
    due_on: '令和8年12月10日',
    reason: '出そろった提案から、早めに審査を始めます。',
  })
  return office.path()
}

const score = async (
  { journey }: Story,
  reviewer: Visitor,
  given: { readonly review: string; readonly proposal: string; readonly high: boolean },
): Promise<void> => {
  const { criteria } = readProgramme(journey.preset).rubric
  const page = `${given.review}/proposals/${given.proposal}`
  await reviewer.open(page)
  const points = (max: number): string => String(given.high ? max - 1 : 1)
  const scores = Object.fromEntries(criteria.map(({ code, max }) => [`score.${code}`, points(max)]))
  await reviewer.send(
    page,
    {
      ...scores,
      comment: given.high ? '役割がはっきりしています。' : '担い手の見通しがほしいです。',
    },
    { intent: 'send' },
  )
}

const declareInterests = async (
  review: string,
  { proposal, other }: Contest,
  reviewers: readonly Visitor[],
): Promise<void> => {
  for (const [at, reviewer] of reviewers.entries()) {
    await takeUp(reviewer, '/desk', `${review}/interest`)
    // The proposal itself stays shut until everything has been declared.
    await reviewer.open(`${review}/proposals/${proposal}`)
    expect(reviewer.path()).toBe(`${review}/interest`)
    const related = at === reviewers.length - 1
    if (related)
      await reviewer.send(
        `${review}/interest`,
        { [`interest.${proposal}`]: 'other', [`interest.${other}`]: 'none' },
        { status: 422 },
      )
    await reviewer.send(`${review}/interest`, {
      [`interest.${proposal}`]: related ? 'other' : 'none',
      [`interest.${other}`]: 'none',
      ...(related ? { [`note.${proposal}`]: '会の催しで講師をしたことがあります。' } : {}),
    })
    await readNext(reviewer, 'mine')
  }
}

/**
 * Step 5. Five members declare their interests, one has one and is recused; each scores alone; the office
 * sees how many have handed in, and never a score, closes with a reason and gets the ranking with its rule.
 * @returns the review's address
 */
export const holdReview = async (story: Story, contest: Contest): Promise<string> => {
  const { proposal, other } = contest
  const { office, centre, leader, reviewers } = story.cast
  const review = await openReview(story)
  await readNext(office, 'mine')
  await leader.open(`/proposals/${proposal}`)
  await readNext(leader, 'theirs')
  await declareInterests(review, contest, reviewers)
  const [first, second, third, fourth, related] = reviewers as readonly [
    Visitor,
    Visitor,
    Visitor,
    Visitor,
    Visitor,
  ]
  await related.open(`${review}/proposals/${proposal}`, 403)
  await first.open(`${review}/proposals/${proposal}`)
  await first.send(`${review}/proposals/${proposal}`, {}, { intent: 'send', status: 422 })
  for (const one of [first, second, third])
    await score(story, one, { review, proposal, high: true })
  await takeUp(office, '/desk', `${review}/progress`)
  expect(await office.text()).toMatch(/3人?\s*[／/]\s*4人?|3 of 4/)
  await office.open(`${review}/ranking`, 403)
  await centre.open(review, 403)
  await office.open(`${review}/progress`)
  await office.send(`${review}/reminder`)
  await score(story, fourth, { review, proposal, high: true })
  for (const one of [first, second, third, related])
    await score(story, one, { review, proposal: other, high: false })
  await first.open(`${review}/proposals/${proposal}`)
  await office.open(`${review}/closing`)
  await office.send(`${review}/closing`, {}, { status: 422 })
  await office.send(`${review}/closing`, { reason: '一人の委員から、出せないと連絡がありました。' })
  await office.open(`${review}/ranking`)
  await office.open(review)
  await readNext(office, 'mine')
  await first.open(review)
  await readNext(first, 'theirs')
  await related.open(`${review}/ranking`, 403)
  return review
}
