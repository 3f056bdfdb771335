import { expect } from 'vitest'
import type { Story } from './cast.ts'
import { readProgramme } from './fill.ts'
import { readNext, takeUp } from './next.ts'
import type { Visitor } from './visitor.ts'

const own = { group: '初めての人も参加しやすくなりました。', city: '連絡が遅れたことがあります。' }

/** A side scores every item; the first one low, with the reason, where it is the city's. */
const scoreSelf = async (
  story: Story,
  visitor: Visitor,
  given: { readonly self: string; readonly side: 'group' | 'city' },
): Promise<void> => {
  const { items, scale } = readProgramme(story.journey.preset).evaluation
  const values = scale.map(({ value }) => value)
  const [best, worst] = [Math.max(...values), Math.min(...values)]
  await takeUp(visitor, given.side === 'group' ? '/me' : '/desk', given.self)
  await visitor.send(given.self, {}, { intent: 'send', status: 422 })
  const scores = items.map(({ code }, at) => [
    `score_${code}`,
    String(at === 0 && given.side === 'city' ? worst : best),
  ])
  const first = items[0]!.code
  await visitor.send(
    given.self,
    { ...Object.fromEntries(scores), [`comment_${first}`]: own[given.side] },
    { intent: 'send' },
  )
}

/** It keeps what was typed above it, too. */
const confirming = 'main button[name="intent"][value="confirm"]'

const evaluateTogether = async (story: Story, evaluation: string): Promise<void> => {
  const { leader, department } = story.cast
  const first = readProgramme(story.journey.preset).evaluation.items[0]!.code
  const mutual = `${evaluation}/mutual`
  await leader.open(evaluation)
  await readNext(leader, 'mine')
  await takeUp(leader, '/me', mutual)
  expect(await leader.text()).toContain(own.city)
  await leader.press(confirming, 422)
  await leader.send(mutual, {
    [`explanation_${first}`]: '連絡の方法を、はじめに決めていませんでした。',
  })
  await leader.press(confirming)
  await takeUp(department, '/desk', mutual)
  await department.press(confirming)
}

const judgeFromOutside = async (story: Story, evaluation: string): Promise<void> => {
  const { office, reviewers } = story.cast
  const { overall } = readProgramme(story.journey.preset).evaluation
  const page = `${evaluation}/third-party`
  const related = reviewers.at(-1)!
  await related.open(page, 403)
  for (const reviewer of reviewers.slice(0, 2)) {
    await reviewer.open('/desk')
    await reviewer.open(page)
    // Nothing is shown before the member has said how they are related to the group.
    expect(reviewer.path()).toBe(`${evaluation}/interest`)
    await reviewer.send(`${evaluation}/interest`, {}, { status: 422 })
    await reviewer.send(`${evaluation}/interest`, { interest: 'none' })
    expect(reviewer.path()).toBe(page)
    await reviewer.send(page, {}, { status: 422 })
    await reviewer.send(page, {
      overall: overall[0]!.code,
      comment: '双方が同じ目的に向かっていたことが、よく分かります。',
    })
  }
  await takeUp(office, '/desk', page)
  // Not every member has written: closing asks why.
  await office.send(`${page}/closing`, {}, { status: 422 })
  await office.send(`${page}/closing`, { reason: '2人の委員の意見がそろったため。' })
}

/**
 * Step 9. Both sides evaluate by themselves, neither sees the other's before; they explain where they
 * differ, the committee gives its view, the city answers, and everyone can read all of it.
 */
export const evaluate = async (story: Story, project: string): Promise<void> => {
  const { leader, department, office, resident } = story.cast
  const evaluation = `/projects/${project}/evaluation`
  await takeUp(office, '/desk', evaluation)
  await office.send(`${evaluation}/opening`)
  await scoreSelf(story, leader, { self: `${evaluation}/self`, side: 'group' })
  for (const other of [department, office, story.cast.reviewers[0]!]) {
    await other.open(`/projects/${project}`)
    expect(await other.text()).not.toContain(own.group)
  }
  await office.open(evaluation)
  expect(await office.text()).not.toContain(own.group)
  await scoreSelf(story, department, { self: `${evaluation}/self`, side: 'city' })
  await evaluateTogether(story, evaluation)
  await judgeFromOutside(story, evaluation)
  const answer = `${evaluation}/answer`
  await takeUp(office, '/desk', answer)
  await office.send(
    answer,
    { answer: '来年度は、連絡の方法を協定に書きます。', next_year: '続けて取り組みます。' },
    { intent: 'save' },
  )
  await office.send(answer, {}, { intent: 'publish', status: 422 })
  await office.send(answer, { checked: true }, { intent: 'publish' })
  await resident.open(evaluation)
  expect(await resident.text()).toContain('連絡の方法を協定に書きます')
  await resident.open(`/projects/${project}`)
  // From the issue to the evaluation, everything is one press away.
  for (const step of ['/issues/', '/themes/', '/proposals/', '/evaluation'])
    expect([step, await resident.page.locator(`main a[href*="${step}"]`).count()]).not.toEqual([
      step,
      0,
    ])
}

/** Step 10. What became of the project is written down, and stands on its page. */
export const recordContinuation = async (story: Story, project: string): Promise<void> => {
  const { office, resident } = story.cast
  const page = `/projects/${project}/continuation`
  await office.open(`/projects/${project}`)
  await readNext(office, 'mine')
  await takeUp(office, '/desk', page)
  await office.send(page, {}, { status: 422 })
  await office.send(page, { outcome: 'by_department', note: '担当課の事業として続けます。' })
  await resident.open(`/projects/${project}`)
  expect(await resident.text()).toContain('担当課の事業として続けます')
}
