import { expect } from 'vitest'
import type { Story } from './cast.ts'
import { fillForm, readForm, readProgramme } from './fill.ts'

const startIdea = async ({ journey, cast }: Story, path: string): Promise<string> => {
  const { rival } = cast
  const { types } = readProgramme(journey.preset)
  await rival.open(path)
  await rival.send('/proposals', { type: types.find(({ themed }) => !themed)?.code ?? '' })
  return rival.path().split('/')[2] ?? ''
}

/** A group takes its proposal back after sending it, with a reason that the office reads. */
export const withdrawProposal = async (story: Story): Promise<void> => {
  const { rival, office, resident } = story.cast
  const id = await startIdea(story, '/proposals/new')
  await rival.open(`/consultations/new?proposal=${id}`)
  await fillForm(rival.page, readForm(story.journey.preset, 'consultation'))
  await rival.send('/consultations')
  await rival.open(`/proposals/${id}/edit`)
  await fillForm(rival.page, readForm(story.journey.preset, 'proposal'), { years: '1' })
  await rival.send(`/proposals/${id}/edit`, {}, { intent: 'send' })
  await rival.send(`/proposals/${id}/confirmation`)
  await rival.press(`main a[href$="/proposals/${id}/withdrawal"]`)
  await rival.send(`/proposals/${id}/withdrawal`, {}, { status: 422 })
  await rival.send(`/proposals/${id}/withdrawal`, { reason: '担い手の都合がつかなくなりました。' })
  await office.open(`/proposals/${id}`)
  expect(await office.text()).toContain('担い手の都合')
  await resident.open('/proposals')
  await rival.open(`/proposals/${id}/edit`)
  expect(rival.path()).toBe(`/proposals/${id}`)
}

const openNextCall = async ({ cast }: Story): Promise<string> => {
  const { office } = cast
  await office.open('/programmes')
  await office.press('main a[href*="/programmes/"]')
  await office.send('/calls')
  const call = office.path().replace('/settings', '')
  await office.open(`${call}/settings`)
  await office.send(`${call}/publication`)
  return call
}

/**
 * The office announces next year's call; a group begins its draft; the office moves the call so that it is
 * over already. What the group sends then is refused with the reason, and nothing it wrote is lost.
 */
export const comeTooLate = async (story: Story): Promise<void> => {
  const { rival, office } = story.cast
  const call = await openNextCall(story)
  const id = await startIdea(story, `/proposals/new?call=${call.split('/')[2]}`)
  const edit = `/proposals/${id}/edit`
  await rival.send(edit, { project_title: 'まにあわなかった提案' }, { intent: 'save' })
  const at = readProgramme(story.journey.preset).calendar.findIndex(({ step }) => step === 'call')
  await office.open(`${call}/settings`)
  await office.send(`${call}/settings`, {
    [`from_${at}`]: '令和8年11月19日',
    [`to_${at}`]: '令和8年11月20日',
    closes_at: '0:01',
    reason: '日程をまちがえていました。',
  })
  await rival.open(edit)
  await rival.send(edit, { summary: '最後に書いたこと' }, { intent: 'send', status: 422 })
  expect(await rival.page.inputValue('[name="summary"]')).toBe('最後に書いたこと')
  await rival.open(edit)
  expect(await rival.page.inputValue('[name="summary"]')).toBe('最後に書いたこと')
  await rival.open(`/proposals/new?call=${call.split('/')[2]}`)
}
