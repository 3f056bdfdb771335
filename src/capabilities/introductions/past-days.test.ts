import { beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../../tests/world/site.ts'
import { openStage, readPage as read, type Stage } from './stage.fixture.ts'

let stage: Stage

const at = (path: string): string => stage.at(path)

beforeAll(async () => {
  stage = await openStage()
})

test('募る期限が昨日なら公開されず、どう直すかが出て、下書きは残る。今日なら公開される', async () => {
  const { id, browser } = await stage.register('期限の会')
  const begin = at(`/groups/${id}/introduction/offers`)
  const offer = { direction: 'want', resource: 'people', title: '期限つき', intent: 'publish' }
  const refused = await browser.post(begin, { ...offer, open_until: '2026-11-19' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('募る期限が、過ぎた日になっています')
  expect(await read(openBrowser(stage.site), at(`/groups/${id}`))).not.toContain('期限つき')
  expect(await read(browser, at(`/groups/${id}/introduction`))).toContain('期限つき')
  expect((await browser.post(begin, { ...offer, open_until: '2026-11-20' })).status).toBe(303)
  expect(await read(openBrowser(stage.site), at(`/groups/${id}`))).toContain('期限つき')
})

test('過ぎた日の催しは、その日でよいと確かめるまで公開されない', async () => {
  const { id, browser } = await stage.register('催しの会')
  const begin = at(`/groups/${id}/introduction/news`)
  const news = { title: '観察会', body: 'しました', event_on: '2025-11-12', intent: 'publish' }
  const asked = await browser.post(begin, news)
  expect(asked.status).toBe(422)
  const html = await asked.text()
  expect(html).toContain('催しの日が、過ぎた日になっています')
  expect(html).toContain('value="令和7年11月12日"')
  const edit = /action="([^"]*\/news\/[a-z0-9]{12}\/edit)"/.exec(html)?.[1] ?? ''
  const page = at(`/groups/${id}/news`)
  expect(await read(openBrowser(stage.site), page)).not.toContain('観察会')
  expect((await browser.post(edit, { ...news, past_day: '2024-11-12' })).status).toBe(422)
  expect((await browser.post(edit, { ...news, past_day: '2025-11-12' })).status).toBe(303)
  expect(await read(openBrowser(stage.site), page)).toContain('観察会')
})
