import { expect } from 'vitest'
import { visitor as nobody } from '#kernel/actor.ts'
import type { Story } from './cast.ts'
import { takeUp } from './next.ts'
import type { Contest } from './review.ts'
import type { Visitor } from './visitor.ts'

/** Opens every letter on the page; each is a PDF. @returns how many */
export const downloadLetters = async (visitor: Visitor): Promise<number> => {
  const hrefs = await visitor.page
    .locator('main a[href*="/files/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const unlike = new Set(hrefs)
  for (const href of unlike)
    expect([href, (await visitor.download(href)).subarray(0, 5).toString()]).toEqual([
      href,
      '%PDF-',
    ])
  return unlike.size
}

/** Subjects of the mails that wait for this city's people. */
export const listMails = ({ town }: Story): Promise<{ subject: string; text: string }[]> =>
  town.as(nobody, (scope) =>
    scope.db
      .selectFrom('mails')
      .select(['subject', 'body as text'])
      .where('city_id', '=', scope.city.id)
      .orderBy('created_at')
      .execute(),
  )

type Outcome = 'selected' | 'not_selected'

/** The ranking suggests the outcome; the office says why in its own words. */
const decide = async (story: Story, page: string, outcome: Outcome) => {
  const { office } = story.cast
  await office.open(page)
  expect(await office.page.isChecked(`[name="outcome"][value="${outcome}"]`)).toBe(true)
  if (outcome === 'selected')
    await office.send(page, { reason: '' }, { intent: 'check', status: 422 })
  // The whole way is walked in a day: the calendar of the call has its decision much later.
  await office.send(
    page,
    { reason: '合計点と順位により決めました。', early: '委員会の日程が早まったため。' },
    { intent: 'check' },
  )
  await office.send(page, {}, { intent: 'decide' })
}

/**
 * Step 6. The office decides with reasons; the applicant finds a numbered letter as a PDF, a mail waits for
 * them, and everyone reads the result as far as the programme says.
 */
export const decideAll = async (
  story: Story,
  review: string,
  { proposal, other }: Contest,
): Promise<void> => {
  const { office, leader, rival, resident } = story.cast
  const before = (await listMails(story)).length
  await takeUp(office, '/desk', `${review}/decisions`)
  await decide(story, `${review}/decisions/${proposal}`, 'selected')
  await decide(story, `${review}/decisions/${other}`, 'not_selected')
  const letters = (await listMails(story)).slice(before)
  for (const [id, one] of [
    [proposal, leader],
    [other, rival],
  ] as const) {
    // The mail leads to the page, past the sign-in where nobody is signed in any more.
    const letter = letters.find(({ text }) => text.includes(encodeURIComponent(`/proposals/${id}`)))
    await one.follow(letter?.text ?? '')
    expect(one.path()).toBe(`/proposals/${id}`)
    expect(await downloadLetters(one)).toBeGreaterThan(0)
    expect(await one.text()).toContain('合計点と順位により決めました')
  }
  expect(await rival.text()).toMatch(/不採択|Not selected/)
  await resident.open(`/proposals/${proposal}`)
  expect(await downloadLetters(resident)).toBe(0)
  await resident.open('/programmes')
  await resident.press('main a[href*="/programmes/"]')
  await resident.press('main a[href*="/calls/"]')
  expect(await resident.text()).toContain('川べりを歩く日')
}
