import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity } from '#tests/world/city.ts'
import { type Browser, keyIn, openTestSite } from '#tests/world/site.ts'
import { openNegotiation } from './actions/negotiate.ts'
import { getProposal } from './queries/proposals.ts'
import { type Cast, makeCast, signIn } from './world.fixture.ts'

const now = new Date('2026-11-20T01:00:00Z')
let site: Hono
let here: TestCity
let cast: Cast
let id: string

/** A proposal about which group and department talk, in a city whose sheet has a place for the centre. */
const openTalks = (): Promise<string> =>
  here.as(
    cast.office,
    async (scope) => {
      const made = newId()
      await scope.db
        .insertInto('proposals')
        .values({
          city_id: scope.city.id,
          id: made,
          call_id: cast.call.id,
          group_id: cast.groupId,
          type: cast.call.definition.types[0]!.code,
          state: 'negotiating',
          receipt_number: `受-${made}`,
          title: '川べりの見守り',
          summary: '川べりを歩きます。',
          requested_amount: 400_000,
          years: 1,
          department: cast.departments[0],
          submitted_at: scope.now,
          created_at: scope.now,
          updated_at: scope.now,
        })
        .execute()
      const proposal = await getProposal(scope, made)
      await openNegotiation(scope, here.city, { proposal, call: cast.call })
      return made
    },
    now,
  )

beforeAll(async () => {
  const store = await openTestStore(() => now)
  here = await openTestCity(store, 'kamakura')
  cast = await makeCast(here)
  site = await openTestSite(store, () => now)
  id = await openTalks()
})

const at = (part = ''): string => `/${here.key.slug}/proposals/${id}${part}`
const read = async (browser: Browser, path: string): Promise<string> => {
  const response = await browser.get(path)
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}
const write = async (browser: Browser, fields: Record<string, string>): Promise<string | null> => {
  const html = await read(browser, at('/negotiation'))
  const shown = /name="shown" value="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? ''
  const sent = { idempotency_key: keyIn(html), intent: 'save', shown, ...fields }
  return (await browser.post(at('/negotiation'), sent)).headers.get('location')
}

test('センターは協議シートを読み、助言の欄だけを書ける。ほかの欄を送っても変わらず、確認はできない', async () => {
  const centre = await signIn(site, here, cast.centre)
  const department = await signIn(site, here, cast.department)
  expect(await write(department, { purpose: '川べりの目的' })).toContain('done=saved')
  expect(await read(centre, at())).toContain(`${at('/negotiation')}"`)
  const html = await read(centre, at('/negotiation'))
  expect(html).toContain('川べりの目的')
  expect(html).toContain('name="centre_advice"')
  expect(html).not.toContain('name="purpose"')
  expect(await write(centre, { centre_advice: '場所の助言', purpose: '直した目的' })).toContain(
    'done=saved',
  )
  const after = await read(department, at('/negotiation'))
  expect(after).toContain('場所の助言')
  expect(after).toContain('川べりの目的')
  expect(after).not.toContain('直した目的')
  expect((await centre.get(at('/negotiation/confirmation'))).status).toBe(403)
})

test('ほかの課は、センターのように協議シートを見られない', async () => {
  const other = await signIn(site, here, cast.otherDepartment)
  expect((await other.get(at('/negotiation'))).status).toBe(404)
})
