import { expect } from 'vitest'
import type { Story } from './cast.ts'
import { fillForm, readForm } from './fill.ts'
import { readNext, takeUp } from './next.ts'
import type { Visitor } from './visitor.ts'

const today = '令和8年11月20日'

const writeEntry = async (
  { journey }: Story,
  writer: Visitor,
  given: { readonly project: string; readonly text: string; readonly publicly: boolean },
): Promise<void> => {
  const { project, text, publicly } = given
  await writer.open(`/projects/${project}`)
  await writer.press('main a[href$="/progress/new"]')
  const form = 'main form[action*="/progress/"]'
  const action = (await writer.page.locator(form).getAttribute('action')) ?? ''
  const address = action.replace(`/${journey.city}`, '')
  // Tomorrow has not happened yet.
  await fillForm(writer.page, readForm(journey.preset, 'progress'), {
    date: '令和8年11月21日',
    what_was_done: text,
  })
  await writer.send(address, {}, { intent: 'send', status: 422 })
  await writer.send(
    address,
    { date: today, ...(publicly ? { public: true, public_text: text } : {}) },
    { intent: 'send' },
  )
}

const reviewHalfway = async (story: Story, project: string): Promise<void> => {
  const { leader, department } = story.cast
  const interim = `/projects/${project}/interim`
  await leader.open(interim)
  await leader.send(interim, {}, { intent: 'send', status: 422 })
  await fillForm(leader.page, readForm(story.journey.preset, 'interim'))
  await leader.send(interim, {}, { intent: 'save' })
  await leader.send(interim, {}, { intent: 'send' })
  await leader.send(`${interim}/confirmation`)
  await takeUp(department, '/desk', interim)
  await department.send(`${interim}/answer`, {}, { status: 422 })
  await department.send(`${interim}/answer`, {
    answer: 'この調子で、春の催しの準備を始めましょう。',
  })
}

const report = async (story: Story, project: string): Promise<void> => {
  const { leader, office } = story.cast
  const address = `/projects/${project}/report`
  await leader.open(address)
  await fillForm(leader.page, readForm(story.journey.preset, 'report'))
  await leader.send(address, {}, { intent: 'save' })
  await leader.send(address, {}, { intent: 'send' })
  // By the calendar of the call the year is not over yet.
  await leader.send(`${address}/confirmation`, {}, { status: 422 })
  await leader.send(`${address}/confirmation`, { all_done: true })
  await takeUp(office, '/desk', `${address}/check`)
  await office.send(`${address}/correction`, {}, { status: 422 })
  await office.send(`${address}/correction`, {
    reason: '支出の内わけを、もう少しくわしく書いてください。',
  })
  await takeUp(leader, '/me', address)
  expect(await leader.text()).toContain('支出の内わけ')
  await leader.send(address, { summary: '六回歩き、八十人が参加しました。' }, { intent: 'send' })
  expect(await leader.text()).toContain('六回歩き、八十人が参加しました')
  await leader.send(`${address}/confirmation`)
  await office.open(`${address}/check`)
  await office.send(`${address}/check`, {}, { status: 422 })
  await office.send(`${address}/check`, {
    early_reason: '最後の催しまで終わり、成果を確かめられたためです。',
  })
}

/** Step 8. Both sides keep the log; the group looks back halfway, reports, mends its report. */
export const runProject = async (story: Story, project: string): Promise<void> => {
  const { leader, department, resident } = story.cast
  await writeEntry(story, leader, { project, text: '一回目の見守りをしました。', publicly: true })
  await writeEntry(story, department, {
    project,
    text: '道の管理者と話しました。',
    publicly: false,
  })
  await resident.open(`/projects/${project}`)
  expect(await resident.text()).toContain('一回目の見守りをしました')
  expect(await resident.text()).not.toContain('道の管理者と話しました')
  await leader.open(`/projects/${project}`)
  await readNext(leader, 'mine')
  await leader.press('main a[href*="/progress/"]:not([href$="/new"])')
  await reviewHalfway(story, project)
  await report(story, project)
}
