import { expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { type addDays, tokyoInstant } from '#kernel/calendar.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { openTestCity, openTestStore } from '../../../tests/world/city.ts'
import { runJob } from '../../../tests/world/jobs.ts'
import { openBrowser, openTestSite } from '../../../tests/world/site.ts'
import { getGroup } from '../groups/index.ts'
import { insertGroup, moveGroup } from '../groups/queries/groups.ts'

test('受付を開き忘れた年度の団体は失効せず、後から開くと、その最後の日まで待つ', async () => {
  const now = tokyoInstant('2027-04-10', '10:00')
  const store = await openTestStore(() => now)
  const here = await openTestCity(store, 'kamagaya')
  const site = await openTestSite(store, () => now)
  const id = await here.as(visitor, async (scope) => {
    const made = await insertGroup(scope, { name: '待つ会', channel: 'web' })
    await moveGroup(scope, made, {
      from: 'draft',
      to: 'approved',
      facts: { number: '第1号', registered_on: '2026-05-01', valid_until: '2027-03-31' },
    })
    return made
  })
  const lapse = async (day: Parameters<typeof addDays>[0]) => {
    expect((await runJob(here, 'revisions.lapse', tokyoInstant(day, '00:05'))).failed).toEqual([])
    return (await here.as(visitor, (scope) => getGroup(scope, id))).state
  }
  expect(await lapse('2027-04-10')).toBe('approved')

  const office = openBrowser(site)
  const { accountId } = await here.person('市 職員', ['office'])
  await office.post(`/${here.key.slug}/sample-people`, { account: accountId })
  const shown = await (await office.get(`/${here.key.slug}/desk/renewals`)).text()
  expect(checkHtml(shown)).toEqual([])
  expect(shown).toContain('令和8年度')
  const given = { class: 'standard', fiscal_year: '2026', opens_on: 'R9.4.10' }
  const open = (closes: string) =>
    office.post(`/${here.key.slug}/desk/renewals`, { ...given, closes_on: closes })
  expect((await open('R9.4.1')).status).toBe(422)
  expect((await open('R9.5.10')).status).toBe(303)

  expect(await lapse('2027-04-11')).toBe('approved')
  expect(await lapse('2027-05-10')).toBe('approved')
  expect(await lapse('2027-05-11')).toBe('lapsed')
})
