import { expect, test } from 'vitest'
import { writeFileSync } from 'node:fs'
import { openTestCity, openTestStore, testNow } from '../world/city.ts'
import { openTestSite, openBrowser } from '../world/site.ts'
import { readStory } from '../../src/sample/index.ts'
import { insertPeople } from '../../src/sample/chapters/people.ts'
import { progressMoments } from '../../src/sample/chapters/progress.ts'
import { inOrder } from '../../src/sample/moment.ts'
import { live } from '../../src/sample/world.ts'
import { signIn } from '#capabilities/proposals/world.fixture.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { findPersonById } from '#capabilities/accounts/index.ts'

test('x', async () => {
  const store = await openTestStore()
  const town = await openTestCity(store, 'yamaguchi')
  const story = await readStory('yamaguchi')
  const ids = new Map<string,string>()
  await town.as({kind:'system',name:'sample'}, async (scope) => {
    const people = await insertPeople(scope, story)
    for (const [k,v] of people) ids.set(`person:${k}`, v)
    const world = { city: town.city, story, now: testNow, calls: {} as never, ids }
    for (const m of inOrder(progressMoments(world), testNow)) await live(scope, world, m)
  })
  const site = await openTestSite(store, () => testNow)
  const b = openBrowser(site)
  const base = `/${town.key.slug}/plans/plan`
  const person = async (k: string) => (await town.as({kind:'visitor'}, (s) => findPersonById(s, town.city, ids.get(`person:${k}`)!)))!
  const k = await signIn(site, town, await person('kotone'))
  const o = await signIn(site, town, await person('chiharu'))
  const save = async (name: string, br: typeof b, path: string) => {
    const r = await br.get(path); const h = await r.text()
    expect([path, r.status, checkHtml(h)]).toEqual([path, 200, []])
    writeFileSync(`/tmp/progress/${name}.html`, h)
  }
  await save('plan', b, `${base}/progress`)
  await save('year', b, `${base}/progress/2011`)
  await save('item', b, `${base}/items/${encodeURIComponent('Ⅱ-(2)-①')}`)
  await save('dept', k, `${base}/progress/2012/departments/koho-kocho`)
  await save('round', o, `${base}/progress/2012/round`)
  await save('check', o, `${base}/progress/2012/departments/shogai-gakushu/check`)
  await save('settings', o, `${base}/progress/settings`)
  await save('new', o, `${base}/progress/new`)
  const css = /href="([^"]+\.css)"/.exec(await (await b.get(`${base}/progress`)).text())![1]!
  writeFileSync('/tmp/progress/site.css', await (await b.get(css)).text())
  const pdf = await b.get(`${base}/items/${encodeURIComponent('Ⅱ-(2)-①')}/sheet.pdf`)
  writeFileSync('/tmp/progress/sheet.pdf', Buffer.from(await pdf.arrayBuffer()))
  const file = /href="([^"]+\/files\/[^"]+)"/.exec(await (await b.get(`${base}/progress/2011`)).text())![1]!
  writeFileSync('/tmp/progress/report.pdf', Buffer.from(await (await b.get(file)).arrayBuffer()))
})
