import { expect, test } from 'vitest'
import { openTestCity, openTestStore } from '#tests/world/city.ts'
import { disableAccount } from '../accounts/index.ts'
import { listWaitingMails } from '../mails/index.ts'
import { stepIssue } from './actions/issue-steps.ts'
import { submitIssue } from './actions/issues.ts'
import { getIssue } from './queries/issues.ts'

test('利用を止められた人には、課題のその後をメールで知らせない', async () => {
  const here = await openTestCity(await openTestStore())
  const centre = await here.person('見本 窓子', ['centre'])
  const admin = await here.person('見本 管理', ['city_admin'])
  const told: number[] = []
  for (const stopped of [false, true]) {
    const author = await here.person('見本 花子')
    const raised = await here.as(author, (scope) =>
      submitIssue(scope, here.city, {
        text: { title: '道が暗い', body: '街灯が少ない。', place: '', field: null },
        showName: false,
        onBehalf: undefined,
        files: { uploads: [], removed: [] },
      }),
    )
    if (!raised.ok) throw new Error(JSON.stringify(raised.error))
    if (stopped) await here.as(admin, (scope) => disableAccount(scope, here.city, author.accountId))
    const returned = await here.as(centre, async (scope) => {
      const issue = await getIssue(scope, raised.value.id)
      return stepIssue(scope, here.city, { issue, name: 'return', reason: '場所を教えてください' })
    })
    expect(returned.ok).toBe(true)
    const mails = await here.as(centre, (scope) => listWaitingMails(scope))
    told.push(mails.filter(({ body }) => body.includes('場所を教えてください')).length)
  }
  // The first, who is not stopped, is told; the second is not.
  expect(told).toEqual([1, 1])
})
