import type { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { visitor } from '#kernel/actor.ts'
import { openTestStore } from '#tests/world/city.ts'
import { countQueries } from '#tests/world/counted-scope.ts'
import { type Browser, keyIn, openBrowser, openTestSite, shownIn } from '#tests/world/site.ts'
import { emptyForm } from '#web/form-data.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { getAgreement, projectRoutes } from '../projects/index.ts'
import { signIn } from '../proposals/world.fixture.ts'
import { commentField, explanationField, scoreField } from './form.ts'
import { evaluationPanel } from './panel.tsx'
import { overviewRoutes as evaluationRoutes } from './routes/overview-routes.tsx'
import { shownField } from './views/mutual-page.tsx'
import {
  canaries,
  type EvaluationWorld,
  evaluating,
  evaluationOf,
  openEvaluationWorld,
} from './world.fixture.ts'

const now = evaluating
let site: Hono
let world: EvaluationWorld
const roles = [
  'representative',
  'manager',
  'member',
  'stranger',
  'office',
  'department',
  'otherDepartment',
  'centre',
  'reviewer',
] as const
type Role = (typeof roles)[number] | 'visitor' | 'second'
let who: Record<Role, Browser>

beforeAll(async () => {
  const store = await openTestStore(() => now)
  world = await openEvaluationWorld(store)
  site = await openTestSite(store, () => now)
  const entered = []
  for (const role of roles) entered.push([role, await signIn(site, world.town, world[role])])
  who = {
    ...Object.fromEntries(entered),
    second: await signIn(site, world.town, world.members[1]),
    visitor: openBrowser(site),
  }
})

const at = (part = ''): string =>
  `/${world.town.key.slug}/projects/${world.projectId}/evaluation${part}`
const project = (): string => `/${world.town.key.slug}/projects/${world.projectId}`

/** A page that must be there and be sound, in both languages. */
const read = async (browser: Browser, path: string): Promise<string> => {
  const english = await (await browser.get(`${path}?lang=en`)).text()
  expect([path, checkHtml(english)]).toEqual([path, []])
  const response = await browser.get(`${path}?lang=ja`)
  expect([path, response.status]).toEqual([path, 200])
  const html = await response.text()
  expect([path, checkHtml(html)]).toEqual([path, []])
  return html
}

type Fields = Record<string, string | readonly string[]>
type Sending = { readonly to?: string; readonly fields?: Fields }

const post = async (browser: Browser, page: string, { to, fields }: Sending) => {
  const html = await (await browser.get(page)).text()
  return browser.post(to ?? page, { idempotency_key: keyIn(html), ...fields })
}

/** Sends a form with the key of the page it stands on. @returns where it leads */
const send = async (browser: Browser, page: string, given: Sending): Promise<string> => {
  const response = await post(browser, page, given)
  expect([given.to ?? page, response.status]).toEqual([given.to ?? page, 303])
  return response.headers.get('location') ?? ''
}

/** A form that must come back with what to mend, sound and with its title marked. */
const sendBadly = async (browser: Browser, page: string, given: Sending): Promise<string> => {
  const response = await post(browser, page, given)
  const back = await response.text()
  expect([page, response.status, checkHtml(back)]).toEqual([page, 422, []])
  expect(back).toContain('エラー：')
  return back
}

const statusesOf = async (path: string): Promise<Record<string, number>> => {
  const found: [string, number][] = []
  for (const [role, browser] of Object.entries(who))
    found.push([role, (await browser.get(path)).status])
  return Object.fromEntries(found)
}

const typedSheet = async (
  side: 'group' | 'city',
  choose: (item: string, at: number) => number,
): Promise<Fields> => {
  const { definition } = await evaluationOf(world)
  return Object.fromEntries(
    definition.items.flatMap(({ code }, place) => [
      [scoreField(code), String(choose(code, place))],
      [commentField(code), `${canaries[side]} ${code}`],
    ]),
  )
}

/** Every page on which something of an evaluation could be seen. */
const everyPage = (): readonly string[] => [
  project(),
  `${project()}/agreement`,
  `${project()}/report`,
  at(),
  at('/self'),
  at('/mutual'),
  at('/third-party'),
  at('/answer'),
  `/${world.town.key.slug}/desk`,
  `/${world.town.key.slug}/me`,
  `/${world.town.key.slug}/groups/${world.groupId}`,
  `/${world.town.key.slug}/proposals/${world.proposalId}`,
  `/${world.town.key.slug}/projects`,
]

/** Who finds these words on any page, in any language. */
const whoFinds = async (words: string): Promise<readonly string[]> => {
  const found = new Set<string>()
  for (const [role, browser] of Object.entries(who))
    for (const path of everyPage()) {
      const response = await browser.get(path)
      if ((await response.text()).includes(words)) found.add(role)
    }
  return [...found].sort()
}

test('双方がそろう前、団体の評価は団体の担い手だけに見え、ほかのだれにも、どのページでも見えない', async () => {
  const seen = await read(who.visitor, at())
  for (const words of ['双方がそろうまで', '双方に自己評価を依頼', '公開される見込みです'])
    expect(seen).toContain(words)
  await read(who.manager, at('/self'))
  const fields = await typedSheet('group', () => 5)
  const first = Object.keys(fields)[0]!
  const back = await sendBadly(who.manager, at('/self'), {
    fields: { ...fields, [first]: '', intent: 'send' },
  })
  expect(back).toContain('評価を選んでください')
  // Even a draft is the side's own.
  expect(await whoFinds(canaries.group)).toEqual(['manager', 'representative'])
  const done = await send(who.manager, at('/self'), { fields: { ...fields, intent: 'send' } })
  expect(done).toBe(at('?done=submitted'))
  expect(await whoFinds(canaries.group)).toEqual(['manager', 'representative'])
})

test('市の側から見ても同じ：担当課の評価は、そろうまで担当課だけに見える', async () => {
  const fields = await typedSheet('city', (_, place) => (place === 0 ? 1 : 5))
  const saved = await send(who.department, at('/self'), { fields: { ...fields, intent: 'save' } })
  expect(saved).toBe(at('/self?done=saved'))
  expect(await whoFinds(canaries.city)).toEqual(['department'])
  expect(await whoFinds(canaries.group)).toEqual(['manager', 'representative'])
})

test('双方がそろう前、評価の中のページは、当事者のほかには開かない', async () => {
  expect(await statusesOf(at('/self'))).toEqual({
    visitor: 303,
    representative: 200,
    manager: 200,
    member: 403,
    stranger: 403,
    office: 403,
    department: 200,
    otherDepartment: 403,
    centre: 403,
    reviewer: 403,
    second: 403,
  })
  for (const path of ['/mutual', '/third-party'])
    for (const [role, status] of Object.entries(await statusesOf(at(path))))
      expect([path, role, status >= 300]).toEqual([path, role, true])
  expect((await who.office.get(at('/answer'))).status).toBe(403)
})

/** Two of the group open their sheet at the same time; neither's words go under. */
const writeTogether = async (): Promise<void> => {
  const opened = await read(who.representative, at('/self'))
  const marks = { shown: shownIn(opened), intent: 'save' }
  const [one, two] = (await evaluationOf(world)).definition.items.map(({ code }) => code)
  const fields = await typedSheet('group', () => 5)
  const first = { ...fields, ...marks, [commentField(one!)]: '代表のことば' }
  await send(who.representative, at('/self'), { fields: first })
  const second = { ...fields, ...marks, [commentField(two!)]: '担当のことば' }
  await send(who.manager, at('/self'), { fields: second })
  const both = await read(who.manager, at('/self'))
  for (const words of ['代表のことば', '担当のことば']) expect(both).toContain(words)
  const back = await sendBadly(who.manager, at('/self'), {
    fields: { ...fields, ...marks, [commentField(one!)]: '担当の別のことば' },
  })
  for (const words of ['代表のことば', '担当の別のことば']) expect(back).toContain(words)
  expect(await read(who.manager, at('/self'))).not.toContain('担当の別のことば')
}

test('提出した評価は取り戻して直せ、相手がそろうと並べて見られる', async () => {
  await read(who.representative, at('/self'))
  const back = await send(who.representative, at('/self'), { to: at('/self/withdrawal') })
  expect(back).toBe(at('/self?done=taken-back'))
  await writeTogether()
  const fields = await typedSheet('group', () => 5)
  await send(who.manager, at('/self'), { fields: { ...fields, intent: 'send' } })
  const city = await typedSheet('city', (_, place) => (place === 0 ? 1 : 5))
  const done = await send(who.department, at('/self'), { fields: { ...city, intent: 'send' } })
  expect(done).toBe(at('?done=both-in'))
  const seen = ['department', 'manager', 'member', 'office', 'representative']
  expect(await whoFinds(canaries.group)).toEqual(seen)
  expect(await whoFinds(canaries.city)).toEqual(seen)
})

test('離れた項目の説明を書き、双方が確認すると委員に渡る', async () => {
  const page = at('/mutual')
  const html = await read(who.manager, page)
  expect(html).toContain('+4')
  const item = (await evaluationOf(world)).definition.items[0]!.code
  const early = await post(who.manager, page, {
    to: at('/mutual/confirmation'),
    fields: { revision: '0' },
  })
  expect([early.status, (await early.text()).includes('説明がまだありません')]).toEqual([422, true])
  await send(who.manager, page, { fields: { [explanationField(item)]: '団体の見方' } })
  const conflict = await sendBadly(who.department, page, {
    fields: { [explanationField(item)]: '市の見方', [shownField(item)]: '' },
  })
  expect(conflict).toContain('団体の見方')
  expect(conflict).toContain('市の見方')
  await send(who.department, page, {
    fields: { [explanationField(item)]: '二人の見方', [shownField(item)]: '団体の見方' },
  })
  // The button that confirms keeps what was typed on the same page, and confirms just that.
  const kept = await send(who.representative, page, {
    fields: {
      [explanationField(item)]: '三人の見方',
      [shownField(item)]: '二人の見方',
      revision: '2',
      intent: 'confirm',
    },
  })
  expect(kept).toBe(at('?done=confirmed'))
  expect(await read(who.manager, page)).toContain('三人の見方')
  expect(await read(who.office, page)).toContain('だれでも読める経過に載ります')
  await sendBadly(who.office, page, { to: at('/mutual/closing'), fields: { reason: '' } })
  const done = await send(who.department, page, {
    to: at('/mutual/confirmation'),
    fields: { revision: '3' },
  })
  expect(done).toBe(at('?done=agreed'))
})

test('委員は、利害関係を申告するまで、評価するものを開けず、送れない', async () => {
  const page = at('/third-party')
  const first = await who.reviewer.get(page)
  expect([first.status, first.headers.get('location')]).toEqual([303, at('/interest')])
  const asked = await read(who.reviewer, at('/interest'))
  expect(asked).toContain('利害関係の申告')
  expect(asked).not.toContain('の実績報告（成果と費用）')
  const overall = (await evaluationOf(world)).definition.overall[0]!.code
  const early = await who.reviewer.post(page, {
    idempotency_key: keyIn(asked),
    overall,
    comment: '申告の前の意見',
  })
  expect(early.status).toBe(403)
  await sendBadly(who.reviewer, at('/interest'), {})
  for (const member of [who.reviewer, who.second])
    expect(await send(member, at('/interest'), { fields: { interest: 'none' } })).toBe(page)
})

test('委員は、同じ画面で実績報告と費用、協定書、双方の自己評価を読める。事務局には委員として書くよう求めない', async () => {
  const html = await read(who.reviewer, at('/third-party'))
  const agreement = await world.town.as(visitor, (scope) => getAgreement(scope, world.projectId))
  expect(html).toContain(agreement.version.content.articles[0]!.title)
  expect(html).toContain('の実績報告（成果と費用）')
  expect(html).toMatch(/id="report-20\d\d"/)
  expect(html).toContain(`href="${project()}"`)
  expect(html).toContain(`/proposals/`)
  expect(html).toContain('委員としての評価と意見を書いてください')
  const office = await read(who.office, at('/third-party'))
  expect(office).not.toContain('委員としての評価と意見を書いてください')
  expect(office).toContain('そろったら締めてください')
  expect(office).toContain('だれでも読める経過に載ります')
})

test('委員は自分の評価を書くまで、ほかの委員の評価を見られない', async () => {
  const page = at('/third-party')
  expect(await read(who.reviewer, page)).toContain('三人の見方')
  await sendBadly(who.reviewer, page, { fields: { comment: '' } })
  const overall = (await evaluationOf(world)).definition.overall[0]!.code
  await send(who.reviewer, page, { fields: { overall, comment: '一人目の意見' } })
  expect(await whoFinds('一人目の意見')).toEqual(['office', 'reviewer'])
  await send(who.second, page, { fields: { overall, comment: '電話番号の入った意見' } })
  expect(await whoFinds('一人目の意見')).toEqual(['office', 'reviewer', 'second'])
  expect((await who.manager.get(page)).status).toBe(200)
  expect((await who.stranger.get(page)).status).toBe(403)
})

test('事務局が締めると当事者に見え、回答を書いて公開するとだれにでも見える', async () => {
  await send(who.office, at('/third-party'), { to: at('/third-party/closing'), fields: {} })
  expect(await whoFinds('一人目の意見')).toEqual([
    'department',
    'manager',
    'member',
    'office',
    'representative',
    'reviewer',
    'second',
  ])
  const page = at('/answer')
  const html = await read(who.office, page)
  const [, key = ''] =
    /value="(third:[0-9a-z]+)"[^>]*>\s*<label[^>]*>[^<]*電話番号/.exec(html) ?? []
  expect(key).toMatch(/^third:/)
  await sendBadly(who.office, page, { fields: { answer: '', intent: 'publish' } })
  const published = [...html.matchAll(/name="published" value="([^"]+)"/g)].map(([, one]) => one!)
  expect(published).toContain(key)
  const fields = {
    answer: '市の受け止め',
    next_year: '続けます',
    published: published.filter((one) => one !== key),
  }
  expect(await send(who.office, page, { fields: { ...fields, intent: 'save' } })).toBe(
    at('/answer?done=saved'),
  )
  expect(await whoFinds('市の受け止め')).toEqual(['office'])
  await sendBadly(who.office, page, { fields: { ...fields, intent: 'publish' } })
  const done = await send(who.office, page, {
    fields: { ...fields, checked: 'yes', intent: 'publish' },
  })
  expect(done).toBe(at('?done=published'))
})

test('公開した評価は事業のページから読め、公開しないコメントと委員の名前は出ない', async () => {
  const open = await read(who.visitor, at())
  for (const words of ['市の受け止め', '続けます', '一人目の意見', '三人の見方', canaries.group])
    expect(open).toContain(words)
  expect(open).toContain('個人の情報を含むため')
  expect(open).not.toContain('電話番号の入った意見')
  for (const member of world.members) expect(open).not.toContain(member.name)
  const page = await read(who.visitor, project())
  expect(page).toContain('市の受け止め')
  expect(page).toContain('完了')
  const [, file = ''] = /href="([^"]*\/files\/[^"]+)"/.exec(open) ?? []
  const pdf = await who.visitor.get(file)
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
})

test('次にだれが何をいつまでにするかは、評価のページと事業のページで同じである', async () => {
  const nextIn = (html: string) =>
    /id="next".*?<\/section>/s
      .exec(html)?.[0]
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
  for (const reader of [who.office, who.manager, who.department]) {
    const there = nextIn(await read(reader, project()))
    expect(there).toContain('終了後の展開を記録する')
    expect(nextIn(await read(reader, at()))).toBe(there)
  }
  expect(nextIn(await read(who.visitor, at()))).toBeUndefined()
})

test('無い事業の評価のページは、見つからないページになる', async () => {
  const path = `/${world.town.key.slug}/projects/000000000000/evaluation`
  for (const part of ['', '/self', '/mutual', '/third-party', '/answer'])
    expect([part, (await who.office.get(path + part)).status]).toEqual([part, 404])
})

test('公開のページの問い合わせは、事業のすべてが載っていても5つまで', async () => {
  const composed = { panels: [evaluationPanel], subjects: [], figures: [], datasets: [] }
  const routes = [...projectRoutes(composed.panels), ...evaluationRoutes].filter(
    (route) => route.method === 'GET' && route.kept,
  )
  expect(routes).toHaveLength(4)
  for (const route of routes) {
    const asked = await world.town.as(visitor, async (scope) => {
      const counted = countQueries(scope)
      await route.handle({
        scope: counted.scope,
        city: world.town.city,
        site: { publicUrl: '', css: '', js: '', sampleWorld: false, cities: () => [] },
        language: 'ja',
        path: '/',
        params: { id: world.projectId, year: '2027' },
        query: new URLSearchParams(),
        form: emptyForm,
        person: undefined,
        sessionToken: undefined,
        address: '',
      })
      return counted.count()
    })
    expect([route.path, asked > 0 && asked <= 5, asked]).toEqual([route.path, true, asked])
  }
})
