import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { insertTask } from '#capabilities/procedures/index.ts'
import { beginProposal } from '#capabilities/proposals/index.ts'
import { makeCast } from '#capabilities/proposals/world.fixture.ts'
import { publishEntry } from '#capabilities/publishing/index.ts'
import { type CityRole, cityRoles, type Person, visitor } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import { openTestCity, openTestStore, type TestCity, testNow } from '#tests/world/city.ts'
import { type Browser, openBrowser, openTestSite } from '#tests/world/site.ts'
import { checkHtml } from '#web/html/check-html.ts'
import { worklistsFor } from './worklists.ts'

let here: TestCity
let site: Hono

beforeAll(async () => {
  const store = await openTestStore()
  here = await openTestCity(store)
  site = await openTestSite(store, () => testNow)
})

const at = (path: string): string => `/${here.key.slug}${path}`

const signIn = async (person: Person): Promise<Browser> => {
  const browser = openBrowser(site)
  await browser.post(at('/sample-people'), { account: person.accountId })
  return browser
}

const read = async (browser: Browser, path: string): Promise<string> => {
  const response = await browser.get(path)
  expect([path, response.status]).toEqual([path, 200])
  const html = await response.text()
  expect([path, checkHtml(html)]).toEqual([path, []])
  return html
}

const linksIn = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map((found) =>
      (found[1] ?? '').replaceAll('&amp;', '&'),
    ),
  ),
]

const publicPages = ['', '/guide', '/about', '/accessibility', '/privacy', '/terms', '/open-data']

describe('だれでも見られる画面', () => {
  test.each(['ja', 'en'])(
    '%s で、どの画面も正しく書かれ、どのリンクも行き止まりにならない',
    async (lang) => {
      const browser = openBrowser(site)
      const pages = ['/', ...publicPages.map(at)]
      const links = new Set<string>()
      for (const path of pages)
        for (const link of linksIn(await read(browser, `${path}?lang=${lang}`))) links.add(link)
      expect(links.size).toBeGreaterThan(30)
      const dead: string[] = []
      // The portal also names the cities of other tests, which come and go.
      const own = [...links].filter((link) => link === '/' || link.startsWith(at('')))
      for (const link of own) if ((await browser.get(link)).status >= 400) dead.push(link)
      expect(dead).toEqual([])
    },
  )

  test('市のホームは、市の言葉と、募集の締切までの日数を示す', async () => {
    const html = await read(openBrowser(site), at(''))
    expect(html).toContain(here.city.motto?.ja)
    expect(html).toMatch(/あと\d+日/)
    for (const word of ['今日できること', 'いま募集していること', '数字で見る', '始め方'])
      expect(html).toContain(word)
  })

  test('公開が増えれば、数字とお知らせがすぐに変わる', async () => {
    const browser = openBrowser(site)
    const before = await read(browser, at(''))
    expect(before).not.toContain('公園の草が伸びています')
    await here.as(visitor, (scope) =>
      publishEntry(scope, {
        kind: 'issue',
        id: 'x',
        title: { ja: '公園の草が伸びています', en: 'Long grass in the park' },
        summary: { ja: '', en: '' },
        url: at('/issues'),
        happenedOn: '2026-11-20',
      }),
    )
    expect(await read(browser, at(''))).toContain('公園の草が伸びています')
    const portal = await read(browser, '/?q=公園の草')
    expect(portal.replace(/<\/?mark>/g, '')).toContain('公園の草が伸びています')
  })

  test('使い方には、読みがなの付いたやさしい日本語がある', async () => {
    const html = await read(openBrowser(site), at('/guide'))
    expect(html).toContain('<ruby>町<rt>まち</rt></ruby>')
    expect(html).not.toMatch(/\{[^{}]*\|[^{}]*\}/)
  })

  test('市の考え方には出典が付き、文書の食い違いも隠さない', async () => {
    const html = await read(openBrowser(site), at('/about'))
    expect(html).toContain('出典：資料')
    expect(html).toContain('文書の食い違い')
  })

  test('ポータルは、市の名前でも、ひらがなでも、市を見つける', async () => {
    // Other tests make cities of the same name; any of them will do.
    for (const q of ['鎌倉', 'かまくら', 'Kamakura'])
      expect(await read(openBrowser(site), `/?q=${encodeURIComponent(q)}`)).toMatch(
        /href="\/kamakura-\d+/,
      )
  })

  test('ポータルに何を打ち込んでも、壊れず、そのまま書き返されることもない', async () => {
    for (const q of ['<script>alert(1)</script>', '%', '\\', "'; --", '　', 'あ'.repeat(500)]) {
      const html = await read(openBrowser(site), `/?q=${encodeURIComponent(q)}`)
      expect(html).not.toContain('<script>alert')
    }
  })
})

const giveTask = (
  assignee: Parameters<typeof insertTask>[2]['assignee'],
  title: string,
): Promise<void> =>
  here.as(visitor, (scope) =>
    insertTask(
      scope,
      { kind: 'proposal', id: 'p', title: `${title}の題` },
      { step: 's', title: { ja: title, en: title }, assignee, url: at('/me') },
    ),
  )

describe('本人だけの画面', () => {
  test('マイページには自分を待つものだけが、担当業務には役割を待つものだけが出る', async () => {
    const [person, other] = [await here.person('見本 一'), await here.person('見本 二')]
    const office = await here.person('見本 三', ['office'])
    await giveTask({ accountId: person.accountId }, '本人への用事')
    await giveTask({ role: 'office' }, '担当課への用事')
    await giveTask({ role: 'centre' }, 'センターへの用事')
    const mine = await read(await signIn(person), at('/me'))
    expect(mine).toContain('本人への用事')
    expect(mine).not.toContain('担当課への用事')
    expect(await read(await signIn(other), at('/me'))).not.toContain('本人への用事')
    const desk = await read(await signIn(office), at('/desk'))
    expect(desk).toContain('担当課への用事')
    expect(desk).not.toContain('センターへの用事')
    expect(desk).not.toContain('本人への用事')
    const staff = await read(await signIn(office), at('/me'))
    expect(staff).toContain('担当課への用事')
    expect(staff).not.toContain('あなたの返事を待っているものはありません')
  })

  test('ログインしていない人はログインへ、役割のない人は担当業務に入れない', async () => {
    for (const path of ['/me', '/desk']) {
      const response = await openBrowser(site).get(at(path))
      expect(response.headers.get('location')).toContain('/sign-in?next=')
    }
    const resident = await signIn(await here.person('見本 四'))
    expect((await resident.get(at('/desk'))).status).toBe(403)
  })

  test.each(cityRoles)('%s の担当業務から出る業務の一覧は、すべてその人が開ける', async (role) => {
    const held: CityRole | { department: string } =
      role === 'department' ? { department: here.city.departments[0]!.code } : role
    const person = await here.person(`見本 ${role}`, [held])
    const browser = await signIn(person)
    for (const lang of ['ja', 'en']) await read(browser, at(`/desk?lang=${lang}`))
    const lists = worklistsFor(person, here.key.slug, 'ja')
    expect(lists.length).toBeGreaterThan(0)
    for (const { href } of lists)
      expect([href, (await browser.get(href)).status]).toEqual([href, 200])
  })

  test('マイページのリンクは、どれも行き止まりにならない', async () => {
    const browser = await signIn(await here.person('見本 五'))
    for (const lang of ['ja', 'en'])
      for (const link of linksIn(await read(browser, at(`/me?lang=${lang}`))))
        expect([link, (await browser.get(link)).status < 400]).toEqual([link, true])
  })
})

describe('最近の決定とお知らせ', () => {
  test('決定とお知らせが先に並び、受け付けただけの提案は、残りの場所に並ぶ', async () => {
    const store = await openTestStore()
    const town = await openTestCity(store)
    const entry = (kind: 'proposal' | 'project' | 'news', id: string, happenedOn: PlainDate) => ({
      kind,
      id,
      title: { ja: `題${id}`, en: id },
      summary: { ja: '', en: '' },
      url: `/${town.key.slug}/${id}`,
      happenedOn,
    })
    await town.as(visitor, async (scope) => {
      for (const at of ['1', '2', '3', '4', '5', '6'])
        await publishEntry(scope, entry('proposal', `received-${at}`, '2026-11-19'))
      await publishEntry(scope, entry('project', 'agreed', '2026-10-01'))
      await publishEntry(scope, entry('news', 'notice', '2026-09-01'))
    })
    const home = await openTestSite(store, () => testNow)
    const html = await (await openBrowser(home).get(`/${town.key.slug}`)).text()
    const [, news = ''] = /<ul class="news">(.*?)<\/ul>/s.exec(html) ?? []
    const titles = [...news.matchAll(/題([a-z]+)/g)].map(([, name]) => name)
    expect(titles.slice(0, 2)).toEqual(['agreed', 'notice'])
    expect(new Set(titles.slice(2))).toEqual(new Set(['received']))
  })
})

test('取込の案内は、その役割で取り込めるものだけを言う', () => {
  const textFor = (role: CityRole) =>
    worklistsFor({ roles: [role] }, 'city', 'ja').find(({ title }) => title === '一覧の取込')?.text
  expect(textFor('office')).toBe('団体・施設・組織・NPO法人をファイルから')
  expect(textFor('centre')).toBe('団体・施設・NPO法人をファイルから')
})

describe('事前相談が要る募集のある市では', () => {
  let city: TestCity
  let cast: Awaited<ReturnType<typeof makeCast>>

  beforeAll(async () => {
    city = await openTestCity(await openTestStore(), 'chigasaki')
    cast = await makeCast(city)
  })

  test('市のホームと、下書きのある団体の人のマイページに、相談への道と期限がある', async () => {
    const slug = city.key.slug
    const store = await openTestStore()
    const chigasaki = await openTestSite(store, () => testNow)
    const home = await (await openBrowser(chigasaki).get(`/${slug}`)).text()
    expect(home).toContain(`/${slug}/consultations/new?call=${cast.call.id}`)
    expect(home).toContain('12月11日（金）')
    const begun = await city.as(cast.representative, (scope) =>
      beginProposal(scope, city.city, {
        call: cast.call,
        groupId: cast.groupId,
        type: cast.call.definition.types.find(({ themed }) => !themed)!.code,
        theme: undefined,
        issueId: undefined,
        channel: 'web',
      }),
    )
    const id = begun.ok ? begun.value : ''
    const mine = async (person: Person): Promise<string> => {
      const browser = openBrowser(chigasaki)
      await browser.post(`/${slug}/sample-people`, { account: person.accountId })
      const html = await (await browser.get(`/${slug}/me`)).text()
      expect(checkHtml(html)).toEqual([])
      return html
    }
    const way = `/${slug}/consultations/new?proposal=${id}&amp;call=${cast.call.id}`
    expect(await mine(cast.representative)).toContain(way)
    expect(await mine(cast.stranger)).not.toContain('/consultations/new')
    await city.as(cast.representative, async (scope) => {
      await scope.db
        .insertInto('consultations')
        .values({
          city_id: scope.city.id,
          id: newId(),
          group_id: cast.groupId,
          call_id: cast.call.id,
          proposal_id: id,
          state: 'asked',
          topic: '道しるべ',
          asked_at: scope.now,
        })
        .execute()
    })
    expect(await mine(cast.representative)).not.toContain(way)
  })
})
