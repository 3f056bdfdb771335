import { expect } from 'vitest'
import type { Story } from './cast.ts'
import { fillForm, readForm, readProgramme } from './fill.ts'
import { readNext, takeUp } from './next.ts'
import type { Visitor } from './visitor.ts'

const idIn = (visitor: Visitor): string => visitor.path().split('/')[2] ?? ''

/** The group asks for a consultation, as its draft tells it to; the centre writes down what was advised. */
const consult = async ({ journey, cast }: Story, proposal: string): Promise<void> => {
  const { leader, centre } = cast
  await leader.open(`/proposals/${proposal}/edit`)
  await leader.press('main a[href*="/consultations/new"]')
  await fillForm(leader.page, readForm(journey.preset, 'consultation'))
  await leader.send('/consultations')
  const consultation = leader.path()
  await centre.open('/consultations')
  await centre.press(`main a[href$="${consultation}"]`)
  await centre.send(`${consultation}/record`, {}, { status: 422 })
  await centre.send(`${consultation}/record`, {
    advisor: '市民活動センター　見本',
    note: 'めやすの数を、歩いた回数と人数の二つにするとよい。',
  })
  await leader.open(consultation)
  expect(await leader.text()).toContain('歩いた回数と人数')
}

/** The office asks for a correction, the group mends it, the office passes it on to the department. */
const checkPapers = async (story: Story, proposal: string): Promise<void> => {
  const { leader, office, centre } = story.cast
  const check = `/proposals/${proposal}/formal-check`
  await office.open(`/proposals/${proposal}`)
  await readNext(office, 'mine')
  await office.press(`main a[href$="${check}"]`)
  await office.send(check, { decision: 'return' }, { status: 422 })
  await office.send(check, { decision: 'return', reason: 'はじめる月を書いてください。' })
  await readNext(office, 'theirs')
  await takeUp(leader, '/me', `/proposals/${proposal}/edit`)
  expect(await leader.text()).toContain('はじめる月を書いてください')
  await leader.send(
    `/proposals/${proposal}/edit`,
    { 'schedule.0.who': '団体と担当課' },
    { intent: 'send' },
  )
  await leader.send(`/proposals/${proposal}/confirmation`)
  await centre.open(`/proposals/${proposal}`)
  await takeUp(office, '/desk', check)
  await office.send(check, { decision: 'pass' })
}

/**
 * Step 3. A group starts from the theme, keeps a draft, consults, comes back and submits; the office checks
 * the papers.
 * @returns the proposal's id
 */
export const propose = async (story: Story, theme: string): Promise<string> => {
  const { journey, cast } = story
  const { leader } = cast
  const { types } = readProgramme(journey.preset)
  await leader.open(`/themes/${theme}`)
  await leader.press('main a[href*="/proposals/new"]')
  await leader.send('/proposals', { type: types.find(({ themed }) => themed)?.code ?? '' })
  const id = idIn(leader)
  const edit = `/proposals/${id}/edit`
  await leader.send(edit, { project_title: '川べりを歩く日' }, { intent: 'save' })
  await consult(story, id)
  await leader.open(edit)
  expect(await leader.page.inputValue('[name="project_title"]')).toBe('川べりを歩く日')
  await leader.send(edit, {}, { intent: 'send', status: 422 })
  await fillForm(leader.page, readForm(journey.preset, 'proposal'), {
    project_title: '川べりを歩く日',
    years: '1',
    requested_amount: '100,000',
  })
  await leader.send(edit, {}, { intent: 'send' })
  await leader.send(`/proposals/${id}/confirmation`)
  expect(leader.path()).toBe(`/proposals/${id}`)
  await readNext(leader, 'theirs')
  await checkPapers(story, id)
  return id
}

/** The other group sends an idea of its own to the same call; its papers are in order at once. */
export const proposeOwnIdea = async (story: Story, issue: string): Promise<string> => {
  const { journey, cast, departmentCode } = story
  const { rival, office } = cast
  const { types } = readProgramme(journey.preset)
  await rival.open(`/issues/${issue}`)
  await rival.press('main a[href*="/proposals/new"]')
  await rival.send('/proposals', { type: types.find(({ themed }) => !themed)?.code ?? '' })
  const id = idIn(rival)
  const edit = `/proposals/${id}/edit`
  await rival.open(`/consultations/new?proposal=${id}`)
  await fillForm(rival.page, readForm(journey.preset, 'consultation'))
  await rival.send('/consultations')
  await rival.open(edit)
  await fillForm(rival.page, readForm(journey.preset, 'proposal'), {
    project_title: 'となり町の灯り',
    years: '1',
    requested_amount: '100,000',
  })
  await rival.send(edit, {}, { intent: 'send' })
  await rival.send(`/proposals/${id}/confirmation`)
  const check = `/proposals/${id}/formal-check`
  await office.open(check)
  await office.send(check, { decision: 'pass', department: departmentCode })
  return id
}
