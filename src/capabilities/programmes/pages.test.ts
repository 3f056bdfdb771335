import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#kernel/actor.ts'
import { visitor } from '#kernel/actor.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { type Browser, openBrowser, openTestSite } from '#tests/world/site.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { stepField } from './form.ts'
import { findOpenCalls, getCall } from './queries/calls.ts'

let here: TestCity
let site: Hono
let callId: string

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store, 'yamaguchi')
  site = await openTestSite(store, () => testNow)
  callId = (await here.as(visitor, findOpenCalls))[0]!.id
})

const at = (path: string): string => `/${here.key.slug}${path}`

const signIn = async (person: Person): Promise<Browser> => {
  const browser = openBrowser(site)
  const response = await browser.post(at('/sample-people'), { account: person.accountId })
  expect(response.status).toBe(303)
  return browser
}

const read = async (browser: Browser, path: string): Promise<string> => {
  const response = await browser.get(at(path))
  expect([path, response.status]).toEqual([path, 200])
  const html = await response.text()
  expect([path, checkHtml(html)]).toEqual([path, []])
  return html
}

describe('来訪者は', () => {
  test('何が募集中で、いつまでかを、ログインせずに見られる', async () => {
    for (const lang of ['ja', 'en']) {
      const list = await read(openBrowser(site), `/programmes?lang=${lang}`)
      expect(list).toContain(`/calls/${callId}`)
      await read(openBrowser(site), `/programmes/kyodo-machizukuri?lang=${lang}`)
      await read(openBrowser(site), `/calls/${callId}?lang=${lang}`)
      await read(openBrowser(site), `/calls/${callId}/form?lang=${lang}`)
    }
    expect(await read(openBrowser(site), `/calls/${callId}`)).toContain('12月25日（金）')
  })

  test('ない制度や募集では、行き先のある404を見る', async () => {
    for (const path of [
      '/programmes/nothing',
      '/programmes/%00',
      '/calls/x',
      '/calls/000000000000',
    ])
      expect([path, (await openBrowser(site).get(at(path))).status]).toEqual([path, 404])
  })

  test('設定の画面では、ログインを求められる', async () => {
    const response = await openBrowser(site).get(at(`/calls/${callId}/settings`))
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toContain('/sign-in')
  })
})

describe('担当課は', () => {
  test('画面から締切を延ばし、来訪者はすぐに新しい締切を見る', async () => {
    const browser = await signIn(await here.person('見本 協子', ['office']))
    const before = await read(openBrowser(site), `/calls/${callId}`)
    expect(before).not.toContain('ポスターの印刷が遅れたため')
    await read(browser, `/calls/${callId}/settings`)
    const call = await here.as(visitor, (scope) => getCall(scope, callId))
    const window = call.calendar.findIndex(({ step }) => step === 'call')
    const fields = {
      ...Object.fromEntries(
        call.calendar.flatMap((step, place) => [
          [stepField('from', place), step.from],
          [stepField('to', place), step.to],
        ]),
      ),
      envelope: '3,000,000',
      closes_at: '',
    }
    const refused = await browser.post(at(`/calls/${callId}/settings`), {
      ...fields,
      [stepField('to', window)]: '2026/12/1',
      reason: 'x',
    })
    expect(refused.status).toBe(422)
    const again = await refused.text()
    expect(again).toContain('<title>エラー：')
    expect(again).toContain('2026/12/1')
    expect(checkHtml(again)).toEqual([])
    const sent = await browser.post(at(`/calls/${callId}/settings`), {
      ...fields,
      [stepField('to', window)]: '令和9年1月8日',
      reason: 'ポスターの印刷が遅れたため',
    })
    expect(sent.status).toBe(303)
    const after = await read(openBrowser(site), `/calls/${callId}`)
    expect(after).toContain('ポスターの印刷が遅れたため')
    expect(after).toContain('令和9年（2027年）1月8日（金）')
  })

  test('次の年度の募集を用意すると、公開するまで来訪者には404である', async () => {
    const browser = await signIn(await here.person('見本 協子', ['office']))
    const opened = await browser.post(at('/programmes/kyodo-machizukuri/calls'))
    expect(opened.status).toBe(303)
    const settings = (opened.headers.get('location') ?? '').split('?')[0] ?? ''
    const call = settings.replace('/settings', '')
    expect((await openBrowser(site).get(call)).status).toBe(404)
    expect((await browser.get(call)).status).toBe(200)
    expect((await browser.post(`${call}/publication`)).status).toBe(303)
    expect((await openBrowser(site).get(call)).status).toBe(200)
  })
})

test('ほかの役割の人は、募集を変えられない', async () => {
  for (const roles of [[], ['centre'], ['reviewer'], ['city_admin']] as const) {
    const browser = await signIn(await here.person('見本', roles))
    expect((await browser.get(at(`/calls/${callId}/settings`))).status).toBe(403)
    for (const path of ['settings', 'publication', 'cancellation', 'end'])
      expect((await browser.post(at(`/calls/${callId}/${path}`), { reason: 'x' })).status).toBe(403)
    expect((await browser.post(at('/programmes/kyodo-machizukuri/calls'))).status).toBe(403)
  }
})
