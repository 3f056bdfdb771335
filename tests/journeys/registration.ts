import { expect } from 'vitest'
import type { Story } from './cast.ts'
import { fillForm, readForm } from './fill.ts'
import { readNext } from './next.ts'

const idIn = (path: string): string => path.split('/')[2] ?? ''

/**
 * Step 1. A group registers; the centre asks for a correction, the group mends it, the centre approves;
 * everyone can read about it.
 * @returns the group's id
 */
export const registerGroup = async ({ journey, cast }: Story): Promise<string> => {
  const { leader, centre, resident } = cast
  const form = readForm(journey.preset, 'registration')
  await leader.open('/groups/registration')
  await leader.press('main a[href$="/groups/registration/new"]')
  await leader.send('/groups/registration/new', {}, { status: 422 })
  await leader.send('/groups/registration/new', { name: '川べりの会' })
  const id = idIn(leader.path())
  const edit = `/groups/${id}/registration/edit`

  // Sent as it is, it comes back with everything that is missing; what was typed stays.
  await leader.send(edit, { name: '川べりを歩く会' }, { intent: 'send', status: 422 })
  expect(await leader.page.inputValue('[name="name"]')).toBe('川べりを歩く会')
  await fillForm(leader.page, form, {
    name: '川べりを歩く会',
    name_kana: 'カワベリヲアルクカイ',
    members: '12',
    members_in_city: '10',
    officers: '3',
    rules_file: '規約.txt',
    roster_file: '名簿.txt',
    founded: '平成30年4月1日',
  })
  await leader.send(edit, {}, { intent: 'send' })
  expect(leader.path()).toBe(`/groups/${id}/registration`)
  await readNext(leader, 'theirs')

  await centre.open('/desk/registrations')
  await centre.press(`main a[href$="/groups/${id}/registration"]`)
  await readNext(centre, 'mine')
  await centre.send(`/groups/${id}/registration/correction`, {}, { status: 422 })
  await centre.send(`/groups/${id}/registration/correction`, {
    reason: '活動の中身を、もう少しくわしく書いてください。',
  })
  await readNext(centre, 'theirs')

  await leader.open(`/groups/${id}/registration`)
  await readNext(leader, 'mine')
  await leader.press(`main a[href$="${edit}"]`)
  await leader.send(
    edit,
    { activities: '月に二回、川べりの道を歩き、あぶない所を地図にまとめています。' },
    { intent: 'send' },
  )

  await centre.open(`/groups/${id}/registration`)
  await centre.send(`/groups/${id}/registration/approval`)
  await leader.open(`/groups/${id}/registration`)

  await resident.open('/groups')
  await resident.press(`main a[href$="/groups/${id}"]`)
  expect(await resident.text()).toContain('あぶない所を地図に')
  // The representative's address is not for everyone.
  expect(await resident.text()).not.toContain('0467-00-0000')
  return id
}
