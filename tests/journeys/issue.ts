import { expect } from 'vitest'
import type { Story } from './cast.ts'
import { readNext } from './next.ts'

/**
 * Step 2. A resident raises an issue with a photo of the place; the centre asks for a change, then publishes
 * it and names the department, which answers in public.
 * @returns the issue's id
 */
export const raiseIssue = async ({ cast, departmentCode }: Story): Promise<string> => {
  const { resident, centre, department } = cast
  await resident.open('/issues')
  await resident.press('main a[href$="/issues/new"]')
  await resident.send('/issues', { title: '夕方の川べりが暗い' }, { status: 422 })
  await resident.send('/issues', {
    body: '日が短くなると、川べりの道が暗くなります。子どもや高齢の方が歩くのに心配です。',
    place: '川べりの道',
    shown: 'none',
    consent: true,
  })
  const id = resident.path().split('/')[2] ?? ''
  await readNext(resident, 'theirs')

  await centre.open(`/issues/${id}`)
  await readNext(centre, 'mine')
  await centre.send(`/issues/${id}/correction`, {
    reason: '近くの家が分からないように、場所の書き方を直してください。',
  })
  await resident.open(`/issues/${id}`)
  await readNext(resident, 'mine')
  await resident.press(`main a[href$="/issues/${id}/edit"]`)
  await resident.send(`/issues/${id}/edit`, { place: '川べりの道（橋の西側）', consent: true })
  await centre.open(`/issues/${id}`)
  await centre.send(`/issues/${id}/publication`, { department: departmentCode })

  await department.open(`/issues/${id}`)
  await readNext(department, 'mine')
  await department.send(`/issues/${id}/answer`, {
    answer: '来年度の事業テーマとして、いっしょに取り組む団体を募ります。',
  })
  await resident.open(`/issues/${id}`)
  expect(await resident.text()).toContain('いっしょに取り組む団体を募ります')
  return id
}
