import { expect } from 'vitest'
import type { Story } from './cast.ts'
import { downloadLetters } from './decision.ts'
import { readNext, takeUp } from './next.ts'

/**
 * Step 7. The agreement begins with what the sheet of the talks says; both sides write on it, the office
 * settles the text, both sign, and from then on nothing can change it.
 * @returns the project's id
 */
export const signAgreement = async (story: Story, proposal: string): Promise<string> => {
  const { leader, department, office, resident } = story.cast
  await leader.open(`/proposals/${proposal}`)
  await leader.press('main a[href*="/projects/"]')
  const project = leader.path().split('/')[2] ?? ''
  const agreement = `/projects/${project}/agreement`
  await readNext(leader, 'mine')
  await leader.press(`main a[href$="${agreement}"]`)
  // What both sides agreed on in their talks stands in the text.
  expect(await leader.text()).toContain('集まって話します')
  await leader.press(`main a[href$="${agreement}/edit"]`)
  await leader.send(`${agreement}/edit`, { new_title: '写真の扱い' }, { status: 422 })
  await leader.send(`${agreement}/edit`, {
    new_text: '写真は、写っている人の承諾を得てから使う。',
  })
  await takeUp(department, '/desk', agreement)
  await department.open(`${agreement}/edit`)
  await department.send(`${agreement}/edit`, {
    new_title: '連絡の窓口',
    new_text: '双方の連絡の窓口は、代表者と担当課の担当者とする。',
  })
  await takeUp(leader, '/me', agreement)
  await leader.send(`${agreement}/look`)
  await takeUp(office, '/desk', agreement)
  await office.send(`${agreement}/settlement`)
  await takeUp(leader, '/me', `${agreement}/signature`)
  await leader.send(`${agreement}/signature`, {}, { status: 422 })
  await leader.send(`${agreement}/signature`, { agree: true, title: '代表' })
  await leader.open(`/projects/${project}`)
  await readNext(leader, 'theirs')
  await takeUp(department, '/desk', `${agreement}/signature`)
  await department.send(`${agreement}/signature`, {
    agree: true,
    title: '市長',
    name: '見本 市子',
  })
  await leader.open(`${agreement}/edit`, 403)
  await leader.open(agreement)
  expect(await downloadLetters(leader)).toBeGreaterThan(0)
  await resident.open(agreement, 403)
  await resident.open(`/projects/${project}`)
  return project
}
